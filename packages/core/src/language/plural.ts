import type { Language } from "./bilingual.ts";

/** The plural classes of Unicode CLDR. Welsh has all six, English `one` and `other`. */
export const PLURAL_CLASSES = ["zero", "one", "two", "few", "many", "other"] as const;
export type PluralClass = (typeof PLURAL_CLASSES)[number];

/** A whole message for each class; a class without one uses `other`. */
export type PluralForms = { readonly [Class in PluralClass]?: string } & { readonly other: string };

/**
 * The message for a count. Whole messages are given for each class, since a Welsh noun mutates
 * after its number (*dau gi*, *tri chi*) and no rule can do that to a word put in afterwards.
 *
 * The classes are stated here rather than taken from `Intl.PluralRules`, which silently answers for
 * the language of its host where it has no Welsh data; a test holds the two together. A negative
 * count takes the class of its size, a fraction takes `other`.
 *
 * @example
 * ```ts
 * import { plural } from "@neuadd/core";
 * const dates = { one: "un dyddiad", two: "dau ddyddiad", few: "tri dyddiad", many: "chwe dyddiad", other: "5 dyddiad" };
 * plural("cy", 2, dates); //=> "dau ddyddiad"
 * plural("cy", 5, dates); //=> "5 dyddiad"
 * plural("en", 1, { one: "1 date", other: "more dates" }); //=> "1 date"
 * ```
 */
export function plural(language: Language, count: number, forms: PluralForms): string {
  return forms[pluralClass(language, count)] ?? forms.other;
}

/** The plural class of a count in a language (CLDR, cardinal). */
export function pluralClass(language: Language, count: number): PluralClass {
  const size = Math.abs(count);
  if (language === "en") return size === 1 ? "one" : "other";
  return WELSH_CLASSES.get(size) ?? "other";
}

const WELSH_CLASSES: ReadonlyMap<number, PluralClass> = new Map([
  [0, "zero"],
  [1, "one"],
  [2, "two"],
  [3, "few"],
  [6, "many"],
]);
