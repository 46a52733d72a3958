import { describe, expect, it } from "vitest";
import { CoreError } from "../errors.ts";
import { parseRecurrenceRule } from "./parse-recurrence-rule.ts";

function refusalOf(text: string): CoreError | undefined {
  try {
    parseRecurrenceRule(text);
  } catch (error) {
    if (error instanceof CoreError) return error;
    throw error;
  }
  return undefined;
}

describe("parseRecurrenceRule", () => {
  it("fills in defaults", () => {
    expect(parseRecurrenceRule("FREQ=WEEKLY")).toEqual({
      frequency: "WEEKLY",
      interval: 1,
      byDay: [],
      byMonthDay: [],
      byMonth: [],
      bySetPosition: [],
      weekStart: 1,
    });
  });

  it("reads every part", () => {
    expect(
      parseRecurrenceRule(
        "FREQ=MONTHLY;INTERVAL=2;UNTIL=20270715;BYDAY=MO,+2TU,-1FR;BYMONTHDAY=1,-1;BYMONTH=9,10;BYSETPOS=1,-1;WKST=SU",
      ),
    ).toEqual({
      frequency: "MONTHLY",
      interval: 2,
      until: "2027-07-15",
      byDay: [{ weekday: 1 }, { weekday: 2, ordinal: 2 }, { weekday: 5, ordinal: -1 }],
      byMonthDay: [1, -1],
      byMonth: [9, 10],
      bySetPosition: [1, -1],
      weekStart: 7,
    });
  });

  it("takes a leading RRULE: and lower case", () => {
    expect(parseRecurrenceRule("rrule:freq=weekly;byday=tu")).toEqual(
      parseRecurrenceRule("FREQ=WEEKLY;BYDAY=TU"),
    );
  });

  it("sorts lists as a calendar does, and keeps each value once", () => {
    const rule = parseRecurrenceRule("FREQ=MONTHLY;BYMONTHDAY=-1,15,1,-3,15;BYMONTH=10,9,10");
    expect(rule.byMonthDay).toEqual([1, 15, -3, -1]);
    expect(rule.byMonth).toEqual([9, 10]);
    expect(parseRecurrenceRule("FREQ=WEEKLY;BYDAY=SU,TU,SU").byDay).toEqual([
      { weekday: 2 },
      { weekday: 7 },
    ]);
  });

  it.each([
    ["FREQ=HOURLY", "FREQ=HOURLY"],
    ["FREQ=MINUTELY", "FREQ=MINUTELY"],
    ["FREQ=SECONDLY;COUNT=5", "FREQ=SECONDLY"],
    ["FREQ=DAILY;BYHOUR=9", "BYHOUR"],
    ["FREQ=DAILY;BYMINUTE=30", "BYMINUTE"],
    ["FREQ=DAILY;BYSECOND=0", "BYSECOND"],
    ["FREQ=YEARLY;BYWEEKNO=20", "BYWEEKNO"],
    ["FREQ=YEARLY;BYYEARDAY=100", "BYYEARDAY"],
    ["RSCALE=GREGORIAN;FREQ=YEARLY", "RSCALE"],
    ["FREQ=MONTHLY;SKIP=FORWARD", "SKIP"],
    ["FREQ=WEEKLY;X-NAME=1", "X-NAME"],
    ["FREQ=WEEKLY;UNTIL=20270715T170000Z", "UNTIL=20270715"],
    ["FREQ=WEEKLY;UNTIL=20270715T180000", "UNTIL=20270715"],
    ["FREQ=YEARLY;BYMONTHDAY=15", "BYMONTH=9"],
  ])("does not expand %s, and says so with %s", (text, hint) => {
    expect(refusalOf(text)?.code).toBe("RECURRENCE_UNSUPPORTED");
    expect(refusalOf(text)?.message).toContain(hint);
  });

  it.each([
    ["", "NAME=VALUE"],
    ["WEEKLY", "NAME=VALUE"],
    ["FREQ=WEEKLY;", "NAME=VALUE"],
    ["FREQ=WEEKLY;BYDAY=", "NAME=VALUE"],
    ["FREQ=WEEKLY;BYDAY=TU,", "BYDAY"],
    ["FREQ=WEEKLY;BYDAY=TUE", "TUE"],
    ["FREQ=WEEKLY;BYDAY=1", "BYDAY"],
    ["BYDAY=TU", "no FREQ"],
    ["FREQ=FORTNIGHTLY", "FORTNIGHTLY"],
    ["FREQ=WEEKLY;FREQ=WEEKLY", "FREQ twice"],
    ["FREQ=WEEKLY;BYDAY=TU;BYDAY=TH", "BYDAY twice"],
    ["FREQ=WEEKLY;COUNT=10;UNTIL=20270715", "both COUNT and UNTIL"],
    ["FREQ=WEEKLY;INTERVAL=0", "INTERVAL=0"],
    ["FREQ=WEEKLY;INTERVAL=-1", "INTERVAL"],
    ["FREQ=WEEKLY;INTERVAL=1.5", "INTERVAL"],
    ["FREQ=WEEKLY;INTERVAL=1000000", "999999"],
    ["FREQ=WEEKLY;INTERVAL=99999999999", "INTERVAL"],
    ["FREQ=WEEKLY;COUNT=0", "COUNT=0"],
    ["FREQ=WEEKLY;UNTIL=20270230", "20270230"],
    ["FREQ=WEEKLY;UNTIL=2027-07-15", "UNTIL"],
    ["FREQ=WEEKLY;BYDAY=1TU", "FREQ=MONTHLY"],
    ["FREQ=DAILY;BYDAY=-1FR", "FREQ=MONTHLY"],
    ["FREQ=MONTHLY;BYDAY=0TU", "BYDAY"],
    ["FREQ=MONTHLY;BYDAY=6TU", "5"],
    ["FREQ=YEARLY;BYMONTH=9;BYDAY=6TU", "5"],
    ["FREQ=YEARLY;BYDAY=54TU", "53"],
    ["FREQ=WEEKLY;BYMONTHDAY=15", "FREQ=MONTHLY"],
    ["FREQ=MONTHLY;BYMONTHDAY=32", "31"],
    ["FREQ=MONTHLY;BYMONTHDAY=0", "BYMONTHDAY=0"],
    ["FREQ=YEARLY;BYMONTH=13", "BYMONTH=13"],
    ["FREQ=YEARLY;BYMONTH=-1", "BYMONTH"],
    ["FREQ=MONTHLY;BYSETPOS=1", "BYSETPOS"],
    ["FREQ=MONTHLY;BYDAY=TU;BYSETPOS=0", "BYSETPOS=0"],
    ["FREQ=MONTHLY;BYDAY=TU;BYSETPOS=367", "366"],
    ["FREQ=WEEKLY;WKST=XX", "WKST"],
    ["FREQ=WEEKLY; BYDAY=TU", "without spaces"],
    ["FREQ=WEEKLY\r\nEXDATE=20270101", "one line"],
    ["FREQ=DAıLY", "one line"],
    ["DTSTART:20260908\nRRULE:FREQ=WEEKLY", "one line"],
    [`FREQ=WEEKLY;BYDAY=${"TU,".repeat(400)}TU`, "1000"],
  ])("refuses %j as malformed, and says so with %s", (text, hint) => {
    expect(refusalOf(text)?.code).toBe("RECURRENCE_INVALID");
    expect(refusalOf(text)?.message).toContain(hint);
  });

  it("quotes at most a little of what it refuses", () => {
    expect(refusalOf(`FREQ=${"A".repeat(900)}`)?.message.length).toBeLessThan(200);
  });
});
