import { type Bilingual, sayIssue } from "@neuadd/core";
import type { DeskAction } from "../desk-action.ts";
import type { PluginExchange } from "../plugin-environment.ts";

/** What is wrong with a form that was sent, by field; under the empty name what no field alone could put right. */
export type DeskFormFaults = ReadonlyMap<string, Bilingual>;

/** What a form sent: text by field. */
export type DeskFormValues = Readonly<Record<string, string>>;

/**
 * Does what a form asks for, and answers what is wrong with it: nothing, if it is done. `sayRefusal` tells an expected "no"
 * that the action throws; what it has no sentence for is thrown on.
 */
export async function answerDeskForm(
  action: DeskAction,
  values: DeskFormValues,
  exchange: PluginExchange,
  sayRefusal: (error: unknown) => Bilingual | undefined,
): Promise<DeskFormFaults> {
  const filled = Object.entries(values).filter(([, value]) => value.trim() !== "");
  const parsed = action.fields.safeParse(Object.fromEntries(filled), { reportInput: true });
  if (!parsed.success) {
    const faults = new Map<string, Bilingual>();
    for (const issue of parsed.error.issues) {
      const [name = ""] = issue.path;
      if (!faults.has(String(name))) faults.set(String(name), sayIssue(issue));
    }
    return faults;
  }
  try {
    await action.run(parsed.data, exchange);
    return new Map();
  } catch (error) {
    const sentence = sayRefusal(error);
    if (sentence === undefined) throw error;
    return new Map([["", sentence]]);
  }
}
