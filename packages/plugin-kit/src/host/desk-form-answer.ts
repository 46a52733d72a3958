import { type Bilingual, sayIssue } from "@neuadd/core";
import type { DeskAction } from "../desk-action.ts";
import type { PluginExchange } from "../plugin-environment.ts";

/** What is wrong with a form that was sent, by field; under the empty name what no field alone could put right. */
export type DeskFormFaults = ReadonlyMap<string, Bilingual>;

/** What came of a form, or what is wrong with it; then nothing has been changed. */
export type DeskFormAnswer =
  | { readonly done: Bilingual; readonly faults?: never }
  | { readonly done?: never; readonly faults: DeskFormFaults };

/** What a form sent: text by field. */
export type DeskFormValues = Readonly<Record<string, string>>;

/** An outcome is a sentence or two, which stand in an address. */
const LONGEST_OUTCOME = 500;

/**
 * Does what a form asks for. `sayRefusal` tells an expected "no" that the action throws; what it has no sentence for is thrown
 * on, as is a TypeError for an action that does not say in both languages what came of it.
 */
export async function answerDeskForm(
  action: DeskAction,
  values: DeskFormValues,
  exchange: PluginExchange,
  sayRefusal: (error: unknown) => Bilingual | undefined,
): Promise<DeskFormAnswer> {
  const filled = Object.entries(values).filter(([, value]) => value.trim() !== "");
  const parsed = action.fields.safeParse(Object.fromEntries(filled), { reportInput: true });
  if (!parsed.success) {
    const faults = new Map<string, Bilingual>();
    for (const issue of parsed.error.issues) {
      const [name = ""] = issue.path;
      if (!faults.has(String(name))) faults.set(String(name), sayIssue(issue));
    }
    return { faults };
  }
  try {
    return { done: outcomeOf(action, await action.run(parsed.data, exchange)) };
  } catch (error) {
    const sentence = sayRefusal(error);
    if (sentence === undefined) throw error;
    return { faults: new Map([["", sentence]]) };
  }
}

/** A plugin in plain JavaScript may answer anything. */
function outcomeOf({ id }: DeskAction, outcome: Partial<Bilingual> | undefined): Bilingual {
  const { cy = "", en = "" } = outcome ?? {};
  const isSaid = [cy, en].every((text) => text.trim() !== "" && text.length <= LONGEST_OUTCOME);
  if (isSaid) return { cy, en };
  throw new TypeError(
    `The action "${id}" must answer what came of it in Welsh and in English, in ${LONGEST_OUTCOME} characters at most.`,
  );
}
