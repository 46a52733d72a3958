import { describe, expect, it } from "vitest";
import { parseRecurrenceRule } from "./parse-recurrence-rule.ts";
import { printRecurrenceRule } from "./print-recurrence-rule.ts";

describe("printRecurrenceRule", () => {
  it("leaves defaults out", () => {
    expect(printRecurrenceRule(parseRecurrenceRule("FREQ=DAILY;INTERVAL=1;WKST=MO"))).toBe(
      "FREQ=DAILY",
    );
  });

  it("writes every part in a fixed order", () => {
    const text =
      "FREQ=MONTHLY;INTERVAL=2;UNTIL=20270715;BYMONTH=9,10;BYMONTHDAY=1,-1;BYDAY=MO,2TU,-1FR;BYSETPOS=1,-1;WKST=SU";
    const turned = `RRULE:${text.split(";").toReversed().join(";")}`;
    expect(printRecurrenceRule(parseRecurrenceRule(turned))).toBe(text);
  });

  it("refuses a rule made by hand that could not be read again", () => {
    const weekly = parseRecurrenceRule("FREQ=WEEKLY;COUNT=3");
    expect(() => printRecurrenceRule({ ...weekly, until: "2027-07-15" })).toThrow(
      expect.objectContaining({ code: "RECURRENCE_INVALID" }),
    );
    expect(() => printRecurrenceRule({ ...weekly, byDay: [{ weekday: 2, ordinal: 1 }] })).toThrow(
      expect.objectContaining({ code: "RECURRENCE_INVALID" }),
    );
  });
});
