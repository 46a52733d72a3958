import type { Fault } from "../errors.ts";
import type { Bilingual } from "../language/bilingual.ts";
import type { BookingTerms } from "./space.ts";

const MINUTES_A_DAY = 1440;

/** What holds where neither a space, nor a parent of it, nor its premises say otherwise. */
export const DEFAULT_BOOKING_TERMS: Required<BookingTerms> = Object.freeze({
  turnaroundMinutes: 0,
  minimumMinutes: 30,
  maximumMinutes: MINUTES_A_DAY,
  startGridMinutes: 15,
  noticeHours: 0,
  horizonDays: 400,
});

/** The inherited terms with the space's own in their place, field by field. */
export function inheritTerms(
  inherited: Required<BookingTerms>,
  own: BookingTerms | undefined,
): Required<BookingTerms> {
  return Object.freeze({ ...inherited, ...own });
}

/**
 * What is wrong with a space's own terms once they join those they inherit: a value out of range,
 * or terms under which nothing could be booked. Faults among inherited terms alone are their
 * owner's, and not repeated here. `path` points to the own terms.
 */
export function bookingTermsFaults(
  own: BookingTerms,
  inherited: Required<BookingTerms>,
  path: string,
): Fault[] {
  const terms = inheritTerms(inherited, own);
  const outOfRange = outOfRangeFaults(terms);
  const faults = outOfRange.length > 0 ? outOfRange : contradictions(terms);
  return faults.flatMap(({ fields, message }) => {
    const ownField = fields.find((field) => own[field] !== undefined);
    return ownField === undefined ? [] : [{ path: `${path}/${ownField}`, message }];
  });
}

interface TermsFault {
  /** The fields that are out of range, or that contradict each other. */
  readonly fields: readonly (keyof BookingTerms)[];
  readonly message: Bilingual;
}

const TERM_RANGES: readonly {
  readonly field: keyof BookingTerms;
  readonly least: number;
  readonly most: number;
}[] = [
  { field: "turnaroundMinutes", least: 0, most: MINUTES_A_DAY },
  { field: "minimumMinutes", least: 1, most: MINUTES_A_DAY },
  { field: "maximumMinutes", least: 1, most: MINUTES_A_DAY },
  { field: "startGridMinutes", least: 1, most: MINUTES_A_DAY },
  { field: "noticeHours", least: 0, most: 24 * 731 },
  { field: "horizonDays", least: 0, most: 731 },
];

function outOfRangeFaults(terms: Required<BookingTerms>): TermsFault[] {
  return TERM_RANGES.filter(({ field, least, most }) => {
    const value = terms[field];
    return !Number.isInteger(value) || value < least || value > most;
  }).map(({ field, least, most }) => ({
    fields: [field],
    message: {
      cy: `Gwerth ${field} yw ${terms[field]}; rhowch rif cyfan o ${least} i ${most}.`,
      en: `${field} is ${terms[field]}; give a whole number from ${least} to ${most}.`,
    },
  }));
}

function contradictions(terms: Required<BookingTerms>): TermsFault[] {
  const { minimumMinutes, maximumMinutes, startGridMinutes, noticeHours, horizonDays } = terms;
  const faults: TermsFault[] = [];
  if (MINUTES_A_DAY % startGridMinutes !== 0) {
    faults.push({
      fields: ["startGridMinutes"],
      message: {
        cy: `Nid yw startGridMinutes ${startGridMinutes} yn rhannu'r diwrnod yn gyfartal; rhowch rif sy'n rhannu ${MINUTES_A_DAY}, fel 15, 30 neu 60.`,
        en: `startGridMinutes ${startGridMinutes} does not divide the day; give a divisor of ${MINUTES_A_DAY} such as 15, 30 or 60.`,
      },
    });
  }
  if (minimumMinutes > maximumMinutes) {
    faults.push({
      fields: ["minimumMinutes", "maximumMinutes"],
      message: {
        cy: `Mae minimumMinutes ${minimumMinutes} yn fwy na maximumMinutes ${maximumMinutes}: ni chaniateir unrhyw hyd.`,
        en: `minimumMinutes ${minimumMinutes} is over maximumMinutes ${maximumMinutes}: no length is allowed.`,
      },
    });
  } else if (
    // Start and end both lie on the grid, so that every length is a multiple of it.
    Math.floor(maximumMinutes / startGridMinutes) * startGridMinutes <
    minimumMinutes
  ) {
    faults.push({
      fields: ["startGridMinutes", "minimumMinutes", "maximumMinutes"],
      message: {
        cy: `Nid oes lluosrif o startGridMinutes ${startGridMinutes} rhwng minimumMinutes ${minimumMinutes} a maximumMinutes ${maximumMinutes}: ni chaniateir unrhyw hyd.`,
        en: `No multiple of startGridMinutes ${startGridMinutes} lies from minimumMinutes ${minimumMinutes} to maximumMinutes ${maximumMinutes}: no length is allowed.`,
      },
    });
  }
  // The last bookable day ends 24 hours after its midnight, so that much notice can still be met.
  if (noticeHours >= (horizonDays + 1) * 24) {
    faults.push({
      fields: ["noticeHours", "horizonDays"],
      message: {
        cy: `Mae noticeHours ${noticeHours} yn ymestyn y tu hwnt i horizonDays ${horizonDays}: ni ellid byth archebu dim.`,
        en: `noticeHours ${noticeHours} reaches beyond horizonDays ${horizonDays}: nothing could ever be booked.`,
      },
    });
  }
  return faults;
}
