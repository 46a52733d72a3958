import type { Bilingual, Instant, Language } from "@neuadd/core";
import type { DeskForm } from "../desk-action.ts";
import type { DeskPage } from "../desk-page.ts";
import { answerDeskForm } from "../host/desk-form-answer.ts";
import { deskForms } from "../host/desk-forms.ts";
import type { PluginCaller } from "../plugin-environment.ts";
import { PluginProblem } from "../plugin-problem.ts";
import { HostRefusal } from "./host-refusal.ts";
import type { TestCaller } from "./test-caller.ts";
import type { TestForm, TestHost, TestPageRequest } from "./test-host.ts";

interface MemoryPage {
  show(language: Language, given?: TestPageRequest): Promise<string>;
  forms(given?: TestPageRequest): ReturnType<TestHost["forms"]>;
  send(form: TestForm, given?: Pick<TestPageRequest, "as">): ReturnType<TestHost["send"]>;
}

/** A page of a plugin under test, as a server would show it, without its frame. */
export function memoryPage(
  page: DeskPage,
  now: Instant,
  callerOf: (as: TestCaller | undefined) => PluginCaller | undefined,
): MemoryPage {
  const { actions = [] } = page;
  const usual: TestCaller | undefined = page.audience === "school" ? "school" : undefined;

  async function render(
    language: Language,
    { query = {}, as = usual }: { query?: TestPageRequest["query"]; as?: TestCaller | undefined },
    note: (form: TestForm) => void = () => undefined,
  ): Promise<string> {
    const caller = callerOf(as);
    const { form } = deskForms({ language, actions, token: "token" });
    const html = await page.render({
      language,
      now,
      query,
      ...(caller && { caller }),
      form(action, given = {}) {
        note({ action, values: valuesOf(given) });
        return form(action, given);
      },
    });
    return html.toString();
  }

  return {
    show: (language, given = {}) => render(language, given),
    async forms(given = {}) {
      const forms: TestForm[] = [];
      await render("en", given, (form) => forms.push(form));
      return forms;
    },
    async send({ action: id, values }, { as = "school" } = {}) {
      const action = actions.find((one) => one.id === id);
      if (action === undefined) throw new Error(`The page has no action "${id}".`);
      const actor = callerOf(as);
      const exchange = { requestId: "test", language: "en", ...(actor && { actor }) } as const;
      return answerDeskForm(action, values, exchange, sayRefusal);
    },
  };
}

/** What a form sends that nobody has touched. */
function valuesOf({ hidden = {}, fields = [] }: DeskForm): Readonly<Record<string, string>> {
  const standing = fields.map(({ name, value, options }) => [
    name,
    value ?? options?.[0]?.value ?? "",
  ]);
  return { ...hidden, ...Object.fromEntries(standing) };
}

function sayRefusal(error: unknown): Bilingual | undefined {
  if (error instanceof PluginProblem) {
    const { title, detail } = error.texts;
    return { cy: `${title.cy}. ${detail.cy}`, en: `${title.en}. ${detail.en}` };
  }
  return error instanceof HostRefusal ? { cy: error.code, en: error.code } : undefined;
}
