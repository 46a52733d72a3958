import { describe, expect, it } from "vitest";
import { DENIAL_CODES, EXCLUSION_CODES, SERIES_CODES } from "./denial-codes.ts";
import { denial, type Denial } from "./denial.ts";
import type { DenialDetails } from "./denial-details.ts";

const date = "2026-09-08";
const held = {
  start: 0,
  end: 1,
  leaf: "court-1",
  from: { date, time: "18:00" },
  to: { date, time: "19:45" },
};
const bankHoliday = {
  date: "2027-03-29",
  kind: "bankHoliday",
  name: { cy: "Dydd Llun y Pasg", en: "Easter Monday" },
  areTermsKnown: true,
} as const;
const holiday = { date: "2026-12-22", kind: "holiday", areTermsKnown: true } as const;

const samples: { readonly [Code in keyof DenialDetails]: DenialDetails[Code] } = {
  OUTSIDE_COMMUNITY_HOURS: {
    date,
    startTime: "16:00",
    endTime: "17:30",
    open: [
      { start: "09:00", end: "12:00" },
      { start: "17:00", end: "22:00" },
    ],
  },
  SCHOOL_IN_SESSION: { date, schoolHours: { start: "08:30", end: "15:30" } },
  CLOSED: bankHoliday,
  OVERLAPS_BOOKING: held,
  OVERLAPS_REQUEST: { ...held, turnaroundMinutes: 15 },
  BLOCKED: { ...held, from: { date: "2026-09-07", time: "00:00" }, to: { date, time: "24:00" } },
  TOO_SHORT: { minutes: 45, minimumMinutes: 60 },
  TOO_LONG: { minutes: 255, maximumMinutes: 242 },
  OFF_GRID: { startGridMinutes: 30, time: "18:10", before: "18:00", after: "18:30" },
  TOO_SOON: { noticeHours: 48 },
  TOO_FAR_AHEAD: { horizonDays: 400, lastDate: "2027-09-28" },
  OVER_CAPACITY: { capacity: 40, attendance: 60 },
  IN_THE_PAST: { date, startTime: "18:00" },
  OVERLAPS_ITSELF: { date, otherDate: "2026-09-07" },
  NONEXISTENT_LOCAL_TIME: { date: "2027-03-28", time: "01:30" },
  NOT_TERM_TIME: holiday,
  HALF_TERM: { date: "2026-10-27", kind: "halfTerm", areTermsKnown: true },
  BANK_HOLIDAY: bankHoliday,
  INSET_DAY: { date: "2026-11-02", kind: "inset", areTermsKnown: true },
  EXCEPTION_DATE: { date: "2026-12-15" },
  NO_DATES: { dates: 3 },
  DATES_DENIED: { denied: 2 },
  BELOW_MINIMUM: { bookable: 12, minimumOccurrences: 20 },
  TOO_MANY_DATES: { maximumDates: 400 },
  STARTS_LATER: { first: date, startsOn: "2026-09-10" },
  COUNT_NOT_REACHED: { wanted: 3, added: 1 },
};

function say<Code extends keyof DenialDetails>(code: Code, details: DenialDetails[Code]) {
  return denial(code, details).message;
}

describe("denial", () => {
  const codes = [...DENIAL_CODES, ...EXCLUSION_CODES, ...SERIES_CODES];

  it.each(codes)("says %s in both languages, with nothing left open", (code) => {
    const { message }: Denial<string> = denial(code, samples[code]);
    expect(message.cy).not.toBe(message.en);
    for (const sentence of [message.cy, message.en]) {
      expect(sentence).toMatch(/^[A-Z0-9].*\.$/u);
      expect(sentence).not.toMatch(/undefined|NaN|\[object|  |\.\./u);
    }
  });

  it("keeps the facts as details", () => {
    expect(denial("OVER_CAPACITY", samples.OVER_CAPACITY)).toMatchObject({
      code: "OVER_CAPACITY",
      details: { capacity: 40, attendance: 60 },
    });
  });

  it("says dates and times as a club secretary would", () => {
    expect(say("OUTSIDE_COMMUNITY_HOURS", samples.OUTSIDE_COMMUNITY_HOURS)).toEqual({
      en: "On Tuesday 8 September 2026 this space is open to the community from 9am to midday and from 5pm to 10pm; the time from 4pm to 5:30pm is not within that.",
      cy: "Ar ddydd Mawrth 8 Medi 2026 mae’r lle hwn ar agor i’r gymuned o 9yb tan hanner dydd ac o 5yh tan 10yh; nid yw’r amser o 4yh tan 5:30yh o fewn hynny.",
    });
    expect(say("OVERLAPS_BOOKING", held)).toEqual({
      en: "This space is already booked from 6pm to 7:45pm on Tuesday 8 September 2026.",
      cy: "Mae’r lle hwn eisoes wedi’i archebu o 6yh tan 7:45yh ar ddydd Mawrth 8 Medi 2026.",
    });
  });

  it("gives both dates of what lasts over midnight", () => {
    expect(say("BLOCKED", samples.BLOCKED)).toEqual({
      en: "This space is set aside by the school from midnight on Monday 7 September 2026 to midnight on Tuesday 8 September 2026.",
      cy: "Mae’r lle hwn wedi’i neilltuo gan yr ysgol o hanner nos ddydd Llun 7 Medi 2026 tan hanner nos ddydd Mawrth 8 Medi 2026.",
    });
  });

  it("says when only the time between bookings is in the way", () => {
    expect(say("OVERLAPS_BOOKING", { ...held, turnaroundMinutes: 15 })).toEqual({
      en: "This space is already booked from 6pm to 7:45pm on Tuesday 8 September 2026, and needs 15 minutes between bookings.",
      cy: "Mae’r lle hwn eisoes wedi’i archebu o 6yh tan 7:45yh ar ddydd Mawrth 8 Medi 2026, ac mae angen 15 munud rhwng archebion.",
    });
  });

  it("tells a holiday from terms that are not published yet", () => {
    const unknown = { date: "2028-09-12", kind: "holiday", areTermsKnown: false } as const;
    expect(say("NOT_TERM_TIME", holiday).en).toBe("Tuesday 22 December 2026 is not in term time.");
    expect(say("NOT_TERM_TIME", unknown)).toEqual({
      en: "The term dates for Tuesday 12 September 2028 are not published yet.",
      cy: "Nid yw dyddiadau’r tymhorau ar gyfer dydd Mawrth 12 Medi 2028 wedi’u cyhoeddi eto.",
    });
    expect(say("CLOSED", unknown).en).toBe(
      "This space is not open to the community on Tuesday 12 September 2028 (the term dates are not published yet).",
    );
  });

  it("counts in Welsh with the right forms", () => {
    expect(say("DATES_DENIED", { denied: 1 }).cy).toContain("archebu 1 dyddiad,");
    expect(say("DATES_DENIED", { denied: 2 }).cy).toContain("archebu 2 ddyddiad,");
    expect(say("DATES_DENIED", { denied: 7 }).cy).toContain("archebu 7 o ddyddiadau,");
    expect(say("TOO_LONG", samples.TOO_LONG).cy).toBe(
      "Gall archeb yma bara hyd at 4 awr 2 funud; mae hon yn para 4 awr 15 munud.",
    );
    expect(say("OVER_CAPACITY", { capacity: 1, attendance: 2 }).cy).toBe(
      "Mae lle yma i 1 person; disgwylir 2.",
    );
    expect(say("OVER_CAPACITY", samples.OVER_CAPACITY).cy).toContain("i 40 o bobl;");
  });

  it("counts in English with the right forms", () => {
    expect(say("DATES_DENIED", { denied: 1 }).en).toContain("1 date can’t");
    expect(say("TOO_SHORT", { minutes: 1, minimumMinutes: 60 }).en).toBe(
      "A booking here must last at least 1 hour; this one lasts 1 minute.",
    );
    expect(say("TOO_SOON", { noticeHours: 1 }).en).toContain("at least 1 hour ahead");
  });

  it("says OVERLAPS_ITSELF for another date and for the same", () => {
    expect(say("OVERLAPS_ITSELF", samples.OVERLAPS_ITSELF).en).toContain(
      "of the same series on Monday 7 September 2026",
    );
    expect(say("OVERLAPS_ITSELF", { date, otherDate: date })).toEqual({
      en: "The same series already has a booking on Tuesday 8 September 2026.",
      cy: "Mae archeb gan yr un gyfres eisoes ar ddydd Mawrth 8 Medi 2026.",
    });
  });
});
