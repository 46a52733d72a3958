import type { Language } from "@neuadd/core";

/** What a caller who states no preference, or only languages that we lack, is answered in. */
const DEFAULT_LANGUAGE: Language = "en";

/**
 * The language of an answer, from an `Accept-Language` header (RFC 9110 section 12.5.4): the one of Welsh and English
 * with the higher weight, in the order of the header if they weigh the same. `cy-GB` counts as `cy`, `*` as whichever
 * language the header does not name. A malformed entry is passed over. Absent or without either: English.
 */
export function negotiateLanguage(header: string | undefined): Language {
  if (header === undefined || header === "en" || header === "") return DEFAULT_LANGUAGE;
  if (header === "cy") return "cy";
  const weights = new Map<string, number>();
  for (const entry of header.split(",")) {
    const match = /^\s*([a-z]{1,8}|\*)(?:-[\w-]+)?\s*(?:;\s*q=([01](?:\.\d{0,3})?)\s*)?$/i.exec(
      entry,
    );
    const [, tag, weight] = match ?? [];
    if (tag === undefined) continue;
    const language = tag.toLowerCase();
    weights.set(language, Math.max(weights.get(language) ?? 0, Number(weight ?? 1)));
  }
  const other = weights.get("*") ?? 0;
  const welsh = weights.get("cy") ?? (weights.has("en") ? other : 0);
  const english = weights.get("en") ?? other;
  if (welsh === english) return welsh > 0 && comesFirst(weights, "cy", "en") ? "cy" : "en";
  return welsh > english ? "cy" : "en";
}

function comesFirst(weights: ReadonlyMap<string, number>, one: string, other: string): boolean {
  const order = [...weights.keys()];
  const index = order.indexOf(other);
  return order.indexOf(one) !== -1 && (index === -1 || order.indexOf(one) < index);
}
