import type { Bilingual } from "@neuadd/core";

/** What a caller is told of a problem, beside its code. */
export interface ProblemTexts {
  /** What it is: the same for every occurrence of the code. */
  readonly title: Bilingual;
  /** What to do about it, or what was wrong here. */
  readonly detail: Bilingual;
}

/**
 * An expected "no" of a plugin's route. Thrown by a handler, it is answered as problem details (RFC 9457)
 * in the caller's language. `code` is `<id>/CODE`, as of rules; `status` is from 400 to 499;
 * `extensions` become members of the answer: nothing personal, and no name that RFC 9457 has taken.
 *
 * @example
 * ```ts
 * import { PluginProblem } from "@neuadd/plugin-kit";
 *
 * const problem = new PluginProblem("tariffs/LIST_UNKNOWN", 404, {
 *   title: { cy: "Nid oes rhestr brisiau o'r fath", en: "There is no such price list" },
 *   detail: { cy: "Darllenwch y rhestrau sydd gan yr ysgol.", en: "Read which lists the school has." },
 * });
 * problem.status; //=> 404
 * ```
 */
export class PluginProblem extends Error {
  override readonly name = "PluginProblem";
  readonly code: `${string}/${string}`;
  readonly status: number;
  readonly texts: ProblemTexts;
  readonly extensions: Readonly<Record<string, unknown>>;

  constructor(
    code: `${string}/${string}`,
    status: number,
    texts: ProblemTexts,
    extensions: Readonly<Record<string, unknown>> = {},
  ) {
    super(`${code}: ${texts.title.en}`);
    this.code = code;
    this.status = status;
    this.texts = texts;
    this.extensions = extensions;
  }
}
