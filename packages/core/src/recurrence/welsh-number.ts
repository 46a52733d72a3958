/**
 * The ordinal of a number in digits: `1af`, `2il`, `21ain`. The endings are those of the traditional words, which
 * count in twenties: unfed ar hugain, deugeinfed, unfed a deugain, hanner canfed.
 */
export function welshOrdinal(value: number): string {
  return `${value}${ending(value)}`;
}

/** The article before an ordinal in digits, by how the word begins: `y 1af`, but `yr 2il` (yr ail) and `yr 8fed`. */
export function welshArticle(value: number): "y" | "yr" {
  if (value === 20 || value === 50) return "yr";
  return value > 1 && value < 100 && VOWEL_ORDINALS.has(value % 20) ? "yr" : "y";
}

/** The word for years after a number in digits: `3 blynedd`, `22 flynedd`, and with a nasal mutation `5 mlynedd`. */
export function welshYears(value: number): string {
  const isTeen = value % 100 > 10 && value % 100 < 20;
  const unit = isTeen ? 0 : value % 10;
  if (unit === 2) return "flynedd";
  return unit === 3 || unit === 4 || unit === 6 ? "blynedd" : "mlynedd";
}

const UNIT_ENDINGS = ["fed", "af", "il", "ydd", "ydd", "ed", "ed", "fed", "fed", "fed"] as const;
const TEEN_ENDINGS = ["fed", "eg", "fed", "eg", "eg", "fed", "eg", "eg", "fed", "eg"] as const;

/** Unfed, ail, wythfed, unfed ar ddeg, unfed ar bymtheg, ail ar bymtheg: alone, or on top of a number of twenties. */
const VOWEL_ORDINALS: ReadonlySet<number> = new Set([1, 2, 8, 11, 16, 17]);

function ending(value: number): string {
  if (value < 10) return UNIT_ENDINGS[value] ?? "fed";
  if (value < 20) return TEEN_ENDINGS[value - 10] ?? "fed";
  return value % 20 === 0 || value === 50 || value >= 100 ? "fed" : "ain";
}
