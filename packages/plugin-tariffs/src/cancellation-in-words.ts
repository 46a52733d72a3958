import type { Language } from "@neuadd/core";
import type { CancellationTerm } from "./cancellation-terms.ts";
import { TARIFF_PAGE_WORDS } from "./tariff-page-words.ts";
import type { Tariff } from "./tariff.ts";

/**
 * What is due of a date that its hirer cancels, as sentences: from the longest notice to the shortest, bookings of one date
 * and of several apart where their terms differ; what is due when the school cancels, and what of fees and deposits.
 */
export function cancellationInWords(
  { cancellation: terms = [], fees = [] }: Pick<Tariff, "cancellation" | "fees">,
  language: Language,
): string[] {
  const words = TARIFF_PAGE_WORDS[language];
  const differs = terms.some(({ bookings }) => bookings !== undefined);
  const own = differs
    ? (["single", "series"] as const).flatMap((extent) =>
        termsInWords(
          terms.filter(({ bookings }) => bookings === undefined || bookings === extent),
          language,
        ).map((sentence) => `${words.bookings[extent]}: ${sentence}`),
      )
    : termsInWords(terms, language);
  const kinds = new Set(fees.map(({ kind }) => kind));
  return [
    ...own,
    words.schoolCancels,
    ...(kinds.has("fee") ? [words.feesStay] : []),
    ...(kinds.has("deposit") ? [words.depositReturned] : []),
  ];
}

function termsInWords(terms: readonly CancellationTerm[], language: Language): string[] {
  const words = TARIFF_PAGE_WORDS[language];
  const sorted = terms.toSorted((one, other) => other.noticeDays - one.noticeDays);
  const sentences = sorted.map(({ noticeDays, sharePercent }) =>
    words.notice(noticeDays, words.due(sharePercent)),
  );
  // With a notice of no days there is no later.
  if (sorted.at(-1)?.noticeDays === 0) return sentences;
  return [...sentences, sorted.length === 0 ? words.anyNotice : words.later];
}
