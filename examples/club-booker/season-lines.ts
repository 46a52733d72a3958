import type { Booking, BookingPreview, Denial } from "@neuadd/client";
import { dateInWords, inBothLanguages, type BilingualText } from "./bilingual-text.ts";

/** The same answer in both languages: sentences differ, and nothing else does. */
export interface InBoth<Answer> {
  readonly cy: Answer;
  readonly en: Answer;
}

/** What a preview says: every date, with the reasons why one can't be had, and how many can. */
export function previewLines({ cy, en }: InBoth<BookingPreview>): string[] {
  return [
    ...en.occurrences.map((date, index) =>
      dateLine({
        ...date,
        mark: date.verdict === "bookable" ? "✓" : "–",
        reasons: reasonsIn(date.denials, cy.occurrences[index]?.denials ?? []),
      }),
    ),
    "",
    `${inBothLanguages(BOOKABLE)}: ${en.summary.bookable}`,
    ...reasonsIn(en.notes, cy.notes),
  ];
}

/** What a booking holds: the dates that are asked for or agreed, and those that are not to be, with the reasons. */
export function bookingLines({ cy, en }: InBoth<Booking>): string[] {
  return en.occurrences.map((occurrence, index) =>
    dateLine({
      ...occurrence,
      mark: LIVE.has(occurrence.status) ? "✓" : "–",
      reasons: reasonsIn(occurrence.denials, cy.occurrences[index]?.denials ?? []),
    }),
  );
}

/** How a booking stands, in both languages. */
export function statusLine({ status }: Pick<Booking, "status">): string {
  return inBothLanguages(STATUSES[status]);
}

interface DateLine {
  readonly date: string;
  readonly startTime: string;
  readonly endTime: string;
  readonly mark: string;
  readonly reasons: readonly string[];
}

function dateLine({ date, startTime, endTime, mark, reasons }: DateLine): string {
  const when = `${startTime}–${endTime}  ${inBothLanguages(dateInWords(date))}`;
  return [`${mark} ${when}`, ...reasons.map((reason) => `    ${reason}`)].join("\n");
}

function reasonsIn(english: readonly Denial[], welsh: readonly Denial[]): string[] {
  return english.map(({ message }, index) =>
    inBothLanguages({ cy: welsh[index]?.message ?? message, en: message }),
  );
}

const LIVE: ReadonlySet<string> = new Set(["requested", "confirmed", "completed"]);

const BOOKABLE: BilingualText = { cy: "Dyddiadau y gellir eu harchebu", en: "Dates to be had" };

const STATUSES: Readonly<Record<Booking["status"], BilingualText>> = {
  requested: { cy: "Mae'r cais yn aros am ateb yr ysgol", en: "The request waits for the school" },
  approved: {
    cy: "Mae'r ysgol wedi cymeradwyo'r archeb",
    en: "The school has approved the booking",
  },
  declined: { cy: "Mae'r ysgol wedi gwrthod y cais", en: "The school has declined the request" },
  withdrawn: { cy: "Tynnwyd y cais yn ôl", en: "The request has been withdrawn" },
  expired: { cy: "Daeth y cais i ben heb ateb", en: "The request has lapsed without an answer" },
  cancelled: { cy: "Canslwyd yr archeb", en: "The booking has been cancelled" },
};
