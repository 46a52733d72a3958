import type { PluginProblem } from "@neuadd/plugin-kit";
import type { Exchange } from "./exchange.ts";
import type { Problem } from "./problem.ts";

/**
 * Whether it is an expected "no" of a plugin's route. Known by its shape: a plugin may have brought a
 * copy of the kit of its own.
 */
export function isPluginProblem(error: unknown): error is PluginProblem {
  if (!(error instanceof Error) || error.name !== "PluginProblem") return false;
  const { code, status, texts, extensions } = error as Partial<PluginProblem>;
  return (
    typeof code === "string" &&
    /^[a-z0-9-]+\/[A-Z][A-Z0-9_]*$/.test(code) &&
    typeof status === "number" &&
    Number.isInteger(status) &&
    status >= 400 &&
    status <= 499 &&
    [texts?.title, texts?.detail].every((text) => Boolean(text?.cy) && Boolean(text?.en)) &&
    typeof extensions === "object"
  );
}

/** Problem details for the code of a plugin. Its page is there when a route of the plugin describes it (`problemAnswers`). */
export function pluginProblem(
  { code, status, texts, extensions }: PluginProblem,
  { language, requestId }: Exchange,
  publicUrl: string,
): Problem {
  return {
    status,
    isOurs: false,
    headers: {},
    body: {
      ...extensions,
      type: `${publicUrl}/problems/${code}`,
      title: texts.title[language],
      status,
      detail: texts.detail[language],
      code,
      requestId,
    },
  };
}
