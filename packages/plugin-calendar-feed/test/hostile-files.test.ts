import { toInstant } from "@neuadd/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FileRefusal } from "../src/import/file-refusal.ts";
import { MOST_WORK, WorkBudget } from "../src/import/work-budget.ts";
import { readOutsideCalendar } from "../src/import/read-outside-calendar.ts";

const ZONE = "Europe/London";
const limits = {
  zone: ZONE,
  from: toInstant("2026-08-24", "00:00", ZONE),
  horizon: toInstant("2027-09-28", "00:00", ZONE),
};

/** What becomes of a file, and the work that it was. */
function read(text: string): { readonly answer: string; readonly work: number } {
  const budget = new WorkBudget();
  try {
    const { refused } = readOutsideCalendar(text, limits, budget);
    return { answer: refused[0]?.code ?? "READ", work: budget.spent };
  } catch (error) {
    if (error instanceof FileRefusal) return { answer: error.code, work: budget.spent };
    throw error;
  }
}

function calendar(...events: readonly string[]): string {
  const parts = events.map((event) => `BEGIN:VEVENT\r\n${event}\r\nEND:VEVENT\r\n`);
  return `BEGIN:VCALENDAR\r\n${parts.join("")}END:VCALENDAR\r\n`;
}

const many = (count: number, event: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => event(index));

const HOSTILE: readonly (readonly [name: string, answer: string, file: string])[] = [
  [
    "daily since 1760",
    "TIME_UNSUPPORTED",
    calendar("DTSTART;VALUE=DATE:17600101\r\nRRULE:FREQ=DAILY"),
  ],
  [
    "every fifty weeks since the year 1, five times",
    "TIME_UNSUPPORTED",
    calendar(...many(5, () => "DTSTART:00010101T100000\r\nRRULE:FREQ=WEEKLY;INTERVAL=50")),
  ],
  [
    "daily since 1900, 5,000 times",
    "TOO_MUCH_WORK",
    calendar(...many(5_000, () => "DTSTART;VALUE=DATE:19000101\r\nRRULE:FREQ=DAILY")),
  ],
  [
    "a hundred thousand days since 1900, 5,000 times",
    "TOO_MUCH_WORK",
    calendar(...many(5_000, () => "DTSTART;VALUE=DATE:19000101\r\nRRULE:FREQ=DAILY;COUNT=100000")),
  ],
  [
    "99 Mondays on the 29th of February, 5,000 times",
    "TOO_MUCH_WORK",
    calendar(
      ...many(
        5_000,
        () =>
          "DTSTART:19000101T100000\r\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO;COUNT=99",
      ),
    ),
  ],
  [
    "never, 5,000 times",
    "RECURRENCE_UNSUPPORTED",
    calendar(
      ...many(5_000, () => "DTSTART:20260901T100000\r\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"),
    ),
  ],
  [
    "180 numbered weekdays of a year, 1,800 times",
    "TOO_MUCH_WORK",
    calendar(
      ...many(
        1_800,
        () =>
          `DTSTART:20260901T100000\r\nRRULE:FREQ=YEARLY;BYDAY=${many(180, (n) => `${(n % 53) + 1}${["MO", "TU", "WE", "TH"][n % 4]}`).join(",")}`,
      ),
    ),
  ],
  [
    "daily, each lasting fifty years, 500 times",
    "TOO_MUCH_WORK",
    calendar(
      ...many(500, () => "DTSTART;VALUE=DATE:19500101\r\nDURATION:P18250D\r\nRRULE:FREQ=DAILY"),
    ),
  ],
  [
    "a line with 400,000 parameters",
    "READ",
    calendar(`DTSTART${";A=B".repeat(400_000)}:20260901T100000`),
  ],
  [
    "a parameter that does not end",
    "NOT_A_CALENDAR",
    calendar(`DTSTART;TZID="${"x:;".repeat(600_000)}`),
  ],
  [
    "a line of signs that mean nothing",
    "TIME_UNSUPPORTED",
    calendar(`SUMMARY:${String.raw`\;`.repeat(1_000_000)}`),
  ],
  [
    "36,000 events that are folded apart",
    "TOO_MANY_EVENTS",
    `BEGIN:VCALENDAR\r\n${"BEGIN:V\r\n EVENT\r\nEND:V\r\n EVENT\r\n".repeat(36_000)}END:VCALENDAR\r\n`,
  ],
  ["parts within parts", "NOT_A_CALENDAR", `${"BEGIN:VCALENDAR\r\n".repeat(100_000)}`],
  [
    "100,000 parts that nobody needs",
    "TIME_UNSUPPORTED",
    calendar("BEGIN:X\r\nEND:X\r\n".repeat(100_000)),
  ],
  ["line breaks alone", "NOT_A_CALENDAR", `BEGIN:VCALENDAR${"\r\n".repeat(1_000_000)}`],
  ["folds alone", "NOT_A_CALENDAR", `BEGIN:VCALENDAR${"\r\n ".repeat(600_000)}`],
  [
    "a name of a zone for each event",
    "TOO_MUCH_WORK",
    calendar(...many(5_000, (n) => `DTSTART;TZID=Nowhere/${n}:20260901T100000`)),
  ],
  [
    "120,000 additions",
    "READ",
    calendar(
      `DTSTART:20260901T100000\r\nRDATE:${many(120_000, () => "20260901T100000").join(",")}`,
    ),
  ],
  [
    "120,000 exceptions long ago",
    "READ",
    calendar(
      `DTSTART:20260901T100000\r\nEXDATE:${many(120_000, () => "19010101T100000").join(",")}`,
    ),
  ],
  [
    "a zone that changes every day",
    "ZONE_UNKNOWN",
    `BEGIN:VCALENDAR\r\nBEGIN:VTIMEZONE\r\nTZID:Mine\r\n${"BEGIN:STANDARD\r\nDTSTART:16010101T000000\r\nTZOFFSETFROM:+0000\r\nTZOFFSETTO:+0100\r\nRRULE:FREQ=DAILY\r\nEND:STANDARD\r\n".repeat(10_000)}END:VTIMEZONE\r\nBEGIN:VEVENT\r\nDTSTART;TZID=Mine:20260901T100000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`,
  ],
];

describe("a hostile file", () => {
  it.each(HOSTILE)("%s: %s, within the work that one file may be", (_name, code, file) => {
    const { answer, work } = read(file);
    expect(answer).toBe(code);
    // The step that was too much is counted too, and no step is larger than a rule since 1900.
    expect(work).toBeLessThan(MOST_WORK + 50_000_000);
  });

  it("with 5,001 events is refused, with 5,000 it is read", () => {
    const event = () => "DTSTART:20260901T100000\r\nDURATION:PT1H";
    expect(read(calendar(...many(5_000, event))).answer).toBe("READ");
    expect(read(calendar(...many(5_001, event))).answer).toBe("TOO_MANY_EVENTS");
  });
});

describe("the work that an event is", () => {
  const rules = fc.constantFrom(
    "FREQ=DAILY",
    "FREQ=DAILY;INTERVAL=3",
    "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    "FREQ=MONTHLY;BYDAY=-1FR",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
  );

  it("does not grow with the years since it began", () => {
    fc.assert(
      fc.property(rules, fc.integer({ min: 1900, max: 2024 }), (rule, year) => {
        const event = (from: number) =>
          calendar(`DTSTART:${from}0104T100000\r\nDURATION:PT1H\r\nRRULE:${rule}`);
        // A date more or less, as the days of the rule fall.
        expect(read(event(year)).work).toBeLessThan(read(event(2025)).work * 1.1 + 400);
      }),
    );
  });

  it("is bounded, and ends in what is taken or a refusal, whatever the file", () => {
    const fragments = fc.constantFrom(
      ...'BEGIN: END: VCALENDAR VEVENT VTIMEZONE STANDARD DTSTART DTEND DURATION RRULE: EXDATE RDATE UID:a RECURRENCE-ID TZID=Mine TZID:Mine VALUE=DATE TZOFFSETFROM:+0100 TZOFFSETTO:-0100 FREQ=DAILY FREQ=YEARLY COUNT=99999 UNTIL=99991231 BYDAY=MO,-1FR BYMONTHDAY=31 INTERVAL=9 19000101 99991231 20260901T100000 20260901T100000Z P400D PT1H ; : , = \\ "'.split(
        " ",
      ),
      "\r\n",
      "\r\n ",
    );
    const body = fc.array(fragments, { maxLength: 60 }).map((parts) => parts.join(""));
    const lines = fc.array(
      fc.tuple(
        fc.constantFrom(
          "DTSTART",
          "DTEND",
          "RDATE",
          "EXDATE",
          "RECURRENCE-ID",
          "RRULE",
          "DURATION",
        ),
        fc.constantFrom("", ";TZID=Mine", ";VALUE=DATE", ";TZID=America/New_York"),
        fc.constantFrom(
          "20260901T100000",
          "19000101",
          "99991231T235959Z",
          "00010101",
          "P9999W",
          "-P1D",
          "FREQ=DAILY",
          "FREQ=YEARLY;UNTIL=99991231T235959Z",
          "FREQ=WEEKLY;COUNT=99999;BYDAY=SU",
        ),
      ),
      { maxLength: 8 },
    );
    const event = lines.map((list) => list.map((parts) => `${parts[0]}${parts[1]}:${parts[2]}`));
    const files = fc.oneof(
      body.map((text) => `BEGIN:VCALENDAR\r\n${text}`),
      fc
        .array(event, { maxLength: 4 })
        .map((events) => calendar(...events.map((e) => e.join("\r\n")))),
    );
    fc.assert(
      fc.property(files, (file) => {
        const { answer, work } = read(file);
        expect(answer).toMatch(/^[A-Z_]+$/);
        expect(work).toBeLessThan(3_000_000);
      }),
      { numRuns: 500 },
    );
  });
});
