import { describe, expect, it } from "vitest";
import { calendar } from "../../test/hall-school.ts";
import { requestDates } from "./request-dates.ts";
import type { RequestedRecurrence } from "./series-request.ts";

function datesOf(first: string, recurrence?: RequestedRecurrence): string[] {
  return requestDates(first, recurrence, calendar).map(({ date, exclusions }) =>
    [date, ...exclusions.map(({ code }) => code)].join(" "),
  );
}

describe("requestDates", () => {
  it("is the first date alone without a recurrence", () => {
    expect(datesOf("2026-12-25")).toEqual(["2026-12-25"]);
  });

  it("joins the rule's dates and the extra ones, in order and each once", () => {
    expect(
      datesOf("2026-09-08", {
        rule: "FREQ=WEEKLY",
        count: 3,
        extraDates: ["2026-09-30", "2026-09-15", "2026-09-09"],
      }),
    ).toEqual(["2026-09-08", "2026-09-09", "2026-09-15", "2026-09-22", "2026-09-30"]);
  });

  it("ends at whichever end comes first, of the rule's and the request's", () => {
    const rule = "FREQ=WEEKLY;COUNT=5";
    expect(datesOf("2026-09-08", { rule, until: "2026-09-22" })).toHaveLength(3);
    expect(datesOf("2026-09-08", { rule, count: 2 })).toHaveLength(2);
    expect(datesOf("2026-09-08", { rule, until: "2040-01-01" })).toHaveLength(5);
    expect(datesOf("2026-09-08", { rule: "FREQ=WEEKLY;UNTIL=20260915" })).toHaveLength(2);
  });

  it("leaves out holidays and half terms in term time, and keeps INSET days and bank holidays in term", () => {
    const rule = "FREQ=WEEKLY";
    expect(datesOf("2026-10-19", { rule, count: 3, termTimeOnly: true })).toEqual([
      "2026-10-19",
      "2026-10-26 HALF_TERM",
      "2026-11-02",
    ]);
    expect(datesOf("2027-05-03", { rule, count: 1, termTimeOnly: true })).toEqual(["2027-05-03"]);
    expect(datesOf("2026-12-15", { rule, count: 2, termTimeOnly: true })).toEqual([
      "2026-12-15",
      "2026-12-22 NOT_TERM_TIME",
    ]);
  });

  it("keeps half terms if asked to, and Saturdays in term", () => {
    const recurrence = { rule: "FREQ=WEEKLY", count: 2, termTimeOnly: true, includeHalfTerm: true };
    expect(datesOf("2026-10-20", recurrence)).toEqual(["2026-10-20", "2026-10-27"]);
    const saturdays = { rule: "FREQ=WEEKLY", count: 3, termTimeOnly: true };
    expect(datesOf("2026-10-17", saturdays)).toEqual([
      "2026-10-17",
      "2026-10-24 HALF_TERM",
      "2026-10-31 HALF_TERM",
    ]);
  });

  it("leaves out bank holidays and INSET days by switches of their own", () => {
    const recurrence = { rule: "FREQ=DAILY", count: 1 };
    expect(datesOf("2027-05-03", { ...recurrence, excludeBankHolidays: true })).toEqual([
      "2027-05-03 BANK_HOLIDAY",
    ]);
    expect(datesOf("2026-11-02", { ...recurrence, excludeInsetDays: true })).toEqual([
      "2026-11-02 INSET_DAY",
    ]);
    expect(datesOf("2026-11-02", { ...recurrence, excludeBankHolidays: true })).toEqual([
      "2026-11-02",
    ]);
  });

  it("knows a bank holiday even where the school's own entry says something else of the day", () => {
    const own = { first: "2027-05-03", last: "2027-05-03", kind: "closure" } as const;
    const layers = [
      ...calendar.layers,
      { id: "own", scope: "school", source: "Own", entries: [own] } as const,
    ];
    const recurrence = { rule: "FREQ=DAILY", count: 1, excludeBankHolidays: true };
    const [date] = requestDates("2027-05-03", recurrence, { layers });
    expect(date?.exclusions.map(({ code }) => code)).toEqual(["BANK_HOLIDAY"]);
  });

  it("gives every reason of a date", () => {
    expect(
      datesOf("2026-12-25", {
        rule: "FREQ=DAILY",
        count: 1,
        termTimeOnly: true,
        excludeBankHolidays: true,
        exceptDates: ["2026-12-25"],
      }),
    ).toEqual(["2026-12-25 EXCEPTION_DATE NOT_TERM_TIME BANK_HOLIDAY"]);
  });

  it("takes no notice of exceptions that the rule never meets", () => {
    const recurrence = { rule: "FREQ=WEEKLY", count: 1, exceptDates: ["2026-09-09"] };
    expect(datesOf("2026-09-08", recurrence)).toEqual(["2026-09-08"]);
  });

  it("leaves out what lies beyond the published terms, and says that they are not known", () => {
    const recurrence = { rule: "FREQ=WEEKLY", until: "2027-09-07", termTimeOnly: true };
    const last = requestDates("2027-07-13", recurrence, calendar).at(-1);
    expect(last).toMatchObject({
      date: "2027-09-07",
      exclusions: [{ code: "NOT_TERM_TIME", details: { areTermsKnown: false } }],
    });
  });

  it("has weeks A and B by an interval, and skips months without a fifth weekday", () => {
    expect(datesOf("2026-09-08", { rule: "FREQ=WEEKLY;INTERVAL=2", count: 3 })).toEqual([
      "2026-09-08",
      "2026-09-22",
      "2026-10-06",
    ]);
    expect(datesOf("2026-09-29", { rule: "FREQ=MONTHLY;BYDAY=5TU", until: "2027-03-31" })).toEqual([
      "2026-09-29",
      "2026-12-29",
      "2027-03-30",
    ]);
  });
});
