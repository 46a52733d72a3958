import { describe, expect, it } from "vitest";
import { expandRecurrence, type LocalDate, parseRecurrenceRule } from "../src/index.ts";

/**
 * The examples of RFC 5545 section 3.8.5.3, as dates: times of day are dropped, and UNTIL is the last local date that
 * the example's date-time lets in. `show` is how many dates of a rule without an end are compared.
 */
interface Example {
  readonly what: string;
  readonly first: LocalDate;
  readonly rule: string;
  readonly dates: readonly LocalDate[];
  readonly show?: number;
}

/** Writes `1997-09: 2 9` and the like out as dates. */
function days(text: string): LocalDate[] {
  return text.split("; ").flatMap((month) => {
    const [name = "", list = ""] = month.split(": ");
    return list.split(" ").map((day) => `${name}-${day.padStart(2, "0")}`);
  });
}

function run(month: string, from: number, to: number): string {
  return `${month}: ${Array.from({ length: to - from + 1 }, (_, index) => from + index).join(" ")}`;
}

const januaries = days(
  [run("1998-01", 1, 31), run("1999-01", 1, 31), run("2000-01", 1, 31)].join("; "),
);
const allWeekdays = "SU,MO,TU,WE,TH,FR,SA";

const EXAMPLES: readonly Example[] = [
  {
    what: "daily for 10 occurrences",
    first: "1997-09-02",
    rule: "FREQ=DAILY;COUNT=10",
    dates: days(run("1997-09", 2, 11)),
  },
  {
    what: "daily until 24 December 1997, 00:00 UTC",
    first: "1997-09-02",
    rule: "FREQ=DAILY;UNTIL=19971223",
    dates: days(
      [
        run("1997-09", 2, 30),
        run("1997-10", 1, 31),
        run("1997-11", 1, 30),
        run("1997-12", 1, 23),
      ].join("; "),
    ),
  },
  {
    what: "every other day",
    first: "1997-09-02",
    rule: "FREQ=DAILY;INTERVAL=2",
    dates: days("1997-09: 2 4 6 8 10 12 14 16 18 20 22 24 26 28 30; 1997-10: 2 4 6"),
    show: 18,
  },
  {
    what: "every 10 days, 5 occurrences",
    first: "1997-09-02",
    rule: "FREQ=DAILY;INTERVAL=10;COUNT=5",
    dates: days("1997-09: 2 12 22; 1997-10: 2 12"),
  },
  {
    what: "every day in January, for 3 years, said yearly",
    first: "1998-01-01",
    rule: `FREQ=YEARLY;UNTIL=20000131;BYMONTH=1;BYDAY=${allWeekdays}`,
    dates: januaries,
  },
  {
    what: "every day in January, for 3 years, said daily",
    first: "1998-01-01",
    rule: "FREQ=DAILY;UNTIL=20000131;BYMONTH=1",
    dates: januaries,
  },
  {
    what: "weekly for 10 occurrences",
    first: "1997-09-02",
    rule: "FREQ=WEEKLY;COUNT=10",
    dates: days("1997-09: 2 9 16 23 30; 1997-10: 7 14 21 28; 1997-11: 4"),
  },
  {
    what: "weekly until 24 December 1997, 00:00 UTC",
    first: "1997-09-02",
    rule: "FREQ=WEEKLY;UNTIL=19971223",
    dates: days(
      "1997-09: 2 9 16 23 30; 1997-10: 7 14 21 28; 1997-11: 4 11 18 25; 1997-12: 2 9 16 23",
    ),
  },
  {
    what: "every other week",
    first: "1997-09-02",
    rule: "FREQ=WEEKLY;INTERVAL=2;WKST=SU",
    dates: days(
      "1997-09: 2 16 30; 1997-10: 14 28; 1997-11: 11 25; 1997-12: 9 23; 1998-01: 6 20; 1998-02: 3 17",
    ),
    show: 13,
  },
  {
    what: "weekly on Tuesday and Thursday for five weeks, until 7 October, 00:00 UTC",
    first: "1997-09-02",
    rule: "FREQ=WEEKLY;UNTIL=19971006;WKST=SU;BYDAY=TU,TH",
    dates: days("1997-09: 2 4 9 11 16 18 23 25 30; 1997-10: 2"),
  },
  {
    what: "weekly on Tuesday and Thursday for five weeks, counted",
    first: "1997-09-02",
    rule: "FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH",
    dates: days("1997-09: 2 4 9 11 16 18 23 25 30; 1997-10: 2"),
  },
  {
    what: "every other week on Monday, Wednesday and Friday until 24 December, 00:00 UTC",
    first: "1997-09-01",
    rule: "FREQ=WEEKLY;INTERVAL=2;UNTIL=19971223;WKST=SU;BYDAY=MO,WE,FR",
    dates: days(
      "1997-09: 1 3 5 15 17 19 29; 1997-10: 1 3 13 15 17 27 29 31; 1997-11: 10 12 14 24 26 28; 1997-12: 8 10 12 22",
    ),
  },
  {
    what: "every other week on Tuesday and Thursday, 8 occurrences",
    first: "1997-09-02",
    rule: "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH",
    dates: days("1997-09: 2 4 16 18 30; 1997-10: 2 14 16"),
  },
  {
    what: "monthly on the first Friday for 10 occurrences",
    first: "1997-09-05",
    rule: "FREQ=MONTHLY;COUNT=10;BYDAY=1FR",
    dates: days(
      "1997-09: 5; 1997-10: 3; 1997-11: 7; 1997-12: 5; 1998-01: 2; 1998-02: 6; 1998-03: 6; 1998-04: 3; 1998-05: 1; 1998-06: 5",
    ),
  },
  {
    what: "monthly on the first Friday until 24 December, 00:00 UTC",
    first: "1997-09-05",
    rule: "FREQ=MONTHLY;UNTIL=19971223;BYDAY=1FR",
    dates: days("1997-09: 5; 1997-10: 3; 1997-11: 7; 1997-12: 5"),
  },
  {
    what: "every other month on the first and last Sunday for 10 occurrences",
    first: "1997-09-07",
    rule: "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU",
    dates: days("1997-09: 7 28; 1997-11: 2 30; 1998-01: 4 25; 1998-03: 1 29; 1998-05: 3 31"),
  },
  {
    what: "monthly on the second-to-last Monday for 6 months",
    first: "1997-09-22",
    rule: "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO",
    dates: days("1997-09: 22; 1997-10: 20; 1997-11: 17; 1997-12: 22; 1998-01: 19; 1998-02: 16"),
  },
  {
    what: "monthly on the third-to-last day",
    first: "1997-09-28",
    rule: "FREQ=MONTHLY;BYMONTHDAY=-3",
    dates: days("1997-09: 28; 1997-10: 29; 1997-11: 28; 1997-12: 29; 1998-01: 29; 1998-02: 26"),
    show: 6,
  },
  {
    what: "monthly on the 2nd and 15th for 10 occurrences",
    first: "1997-09-02",
    rule: "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15",
    dates: days("1997-09: 2 15; 1997-10: 2 15; 1997-11: 2 15; 1997-12: 2 15; 1998-01: 2 15"),
  },
  {
    what: "monthly on the first and last day for 10 occurrences",
    first: "1997-09-30",
    rule: "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1",
    dates: days(
      "1997-09: 30; 1997-10: 1 31; 1997-11: 1 30; 1997-12: 1 31; 1998-01: 1 31; 1998-02: 1",
    ),
  },
  {
    what: "every 18 months on the 10th to the 15th for 10 occurrences",
    first: "1997-09-10",
    rule: "FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15",
    dates: days("1997-09: 10 11 12 13 14 15; 1999-03: 10 11 12 13"),
  },
  {
    what: "every Tuesday, every other month",
    first: "1997-09-02",
    rule: "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU",
    dates: days(
      "1997-09: 2 9 16 23 30; 1997-11: 4 11 18 25; 1998-01: 6 13 20 27; 1998-03: 3 10 17 24 31",
    ),
    show: 18,
  },
  {
    what: "yearly in June and July for 10 occurrences",
    first: "1997-06-10",
    rule: "FREQ=YEARLY;COUNT=10;BYMONTH=6,7",
    dates: days(
      [1997, 1998, 1999, 2000, 2001].map((year) => `${year}-06: 10; ${year}-07: 10`).join("; "),
    ),
  },
  {
    what: "every other year in January, February and March for 10 occurrences",
    first: "1997-03-10",
    rule: "FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3",
    dates: days(
      [1999, 2001, 2003].reduce(
        (text, year) => `${text}; ${year}-01: 10; ${year}-02: 10; ${year}-03: 10`,
        "1997-03: 10",
      ),
    ),
  },
  {
    what: "every 20th Monday of the year",
    first: "1997-05-19",
    rule: "FREQ=YEARLY;BYDAY=20MO",
    dates: days("1997-05: 19; 1998-05: 18; 1999-05: 17"),
    show: 3,
  },
  {
    what: "every Thursday in March",
    first: "1997-03-13",
    rule: "FREQ=YEARLY;BYMONTH=3;BYDAY=TH",
    dates: days("1997-03: 13 20 27; 1998-03: 5 12 19 26; 1999-03: 4 11 18 25"),
    show: 11,
  },
  {
    what: "every Thursday, but only during June, July and August",
    first: "1997-06-05",
    rule: "FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8",
    dates: days(
      "1997-06: 5 12 19 26; 1997-07: 3 10 17 24 31; 1997-08: 7 14 21 28; " +
        "1998-06: 4 11 18 25; 1998-07: 2 9 16 23 30; 1998-08: 6 13 20 27; " +
        "1999-06: 3 10 17 24; 1999-07: 1 8 15 22 29; 1999-08: 5 12 19 26",
    ),
    show: 39,
  },
  {
    what: "every Friday the 13th, from a date that is none",
    first: "1997-09-02",
    rule: "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
    dates: days("1998-02: 13; 1998-03: 13; 1998-11: 13; 1999-08: 13; 2000-10: 13"),
    show: 5,
  },
  {
    what: "the first Saturday after the first Sunday of the month",
    first: "1997-09-13",
    rule: "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13",
    dates: days(
      "1997-09: 13; 1997-10: 11; 1997-11: 8; 1997-12: 13; 1998-01: 10; 1998-02: 7; 1998-03: 7; 1998-04: 11; 1998-05: 9; 1998-06: 13",
    ),
    show: 10,
  },
  {
    what: "every four years, the first Tuesday after a Monday in November",
    first: "1996-11-05",
    rule: "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8",
    dates: days("1996-11: 5; 2000-11: 7; 2004-11: 2"),
    show: 3,
  },
  {
    what: "the third instance of Tuesday, Wednesday or Thursday, for 3 months",
    first: "1997-09-04",
    rule: "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3",
    dates: days("1997-09: 4; 1997-10: 7; 1997-11: 6"),
  },
  {
    what: "the second-to-last weekday of the month",
    first: "1997-09-29",
    rule: "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2",
    dates: days(
      "1997-09: 29; 1997-10: 30; 1997-11: 27; 1997-12: 30; 1998-01: 29; 1998-02: 26; 1998-03: 30",
    ),
    show: 7,
  },
  {
    what: "every other week on Tuesday and Sunday, weeks starting on Monday",
    first: "1997-08-05",
    rule: "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO",
    dates: days("1997-08: 5 10 19 24"),
  },
  {
    what: "every other week on Tuesday and Sunday, weeks starting on Sunday",
    first: "1997-08-05",
    rule: "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU",
    dates: days("1997-08: 5 17 19 31"),
  },
  {
    what: "the 15th and 30th, where February has no 30th",
    first: "2007-01-15",
    rule: "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5",
    dates: days("2007-01: 15 30; 2007-02: 15; 2007-03: 15 30"),
  },
];

const REFUSED = [
  "FREQ=DAILY;UNTIL=19971224T000000Z",
  "FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200",
  "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO",
  "FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T170000Z",
  "FREQ=MINUTELY;INTERVAL=15;COUNT=6",
  "FREQ=MINUTELY;INTERVAL=90;COUNT=4",
  "FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;BYMINUTE=0,20,40",
  "FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,10,11,12,13,14,15,16",
] as const;

describe("the examples of RFC 5545 section 3.8.5.3", () => {
  it.each(EXAMPLES)("expands $rule: $what", ({ first, rule, dates, show }) => {
    const limits = show === undefined ? {} : { count: show };
    expect(expandRecurrence(parseRecurrenceRule(rule), first, limits)).toEqual(dates);
  });

  it.each(REFUSED)("refuses %s, which goes beyond dates", (rule) => {
    expect(() => parseRecurrenceRule(rule)).toThrow(
      expect.objectContaining({ code: "RECURRENCE_UNSUPPORTED" }),
    );
  });
});
