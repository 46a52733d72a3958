import type { DataSubject } from "./personal-data.ts";

/**
 * Whether a text names a person, by the e-mail address or one of the names, whatever the case of the letters. A name must
 * stand by itself: "Ann" is not in "Annual".
 *
 * @example
 * ```ts
 * import { namesPerson } from "@neuadd/plugin-kit";
 *
 * const sian = { email: "sian@example.org", names: ["Siân Jones"] };
 * namesPerson("DBS, SIÂN JONES, 1234", sian); //=> true
 * namesPerson("DBS of the secretary", sian); //=> false
 * ```
 */
export function namesPerson(
  text: string,
  { email, names }: Pick<Extract<DataSubject, { kind: "person" }>, "email" | "names">,
): boolean {
  const within = fold(text);
  return [email, ...names]
    .map(fold)
    .filter((name) => name !== "")
    .some((name) => standingAlone(name).test(within));
}

function standingAlone(name: string): RegExp {
  const escaped = name.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, "u");
}

function fold(text: string): string {
  return text.normalize("NFC").toLowerCase().replaceAll(/\s+/g, " ").trim();
}
