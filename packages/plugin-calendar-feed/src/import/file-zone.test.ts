import { addDays, toInstant } from "@neuadd/core";
import { timeZoneLines } from "@neuadd/plugin-kit/icalendar";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fileZone } from "./file-zone.ts";
import { type CalendarComponent, readComponents } from "./read-components.ts";
import { readingWindow } from "./reading-window.ts";
import { WorkBudget } from "./work-budget.ts";

const window = readingWindow(Date.UTC(2026, 7, 24), Date.UTC(2027, 8, 28));

function description(lines: readonly string[]): CalendarComponent {
  const text = ["BEGIN:VCALENDAR", ...lines, "END:VCALENDAR"].join("\r\n");
  const [zone] = readComponents(text)[0]?.components ?? [];
  if (zone === undefined) throw new Error("There is no VTIMEZONE.");
  return zone;
}

const read = (lines: readonly string[]) =>
  fileZone(
    description(["BEGIN:VTIMEZONE", "TZID:Mine", ...lines, "END:VTIMEZONE"]),
    window,
    new WorkBudget(),
  );

function observance(
  name: "STANDARD" | "DAYLIGHT",
  start: string,
  [from, to]: readonly [string, string],
  ...more: readonly string[]
): string[] {
  return [
    `BEGIN:${name}`,
    `DTSTART:${start}`,
    `TZOFFSETFROM:${from}`,
    `TZOFFSETTO:${to}`,
    ...more,
    `END:${name}`,
  ];
}

const NEW_YORK = [
  ...observance(
    "DAYLIGHT",
    "16010311T020000",
    ["-0500", "-0400"],
    "RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3",
  ),
  ...observance(
    "STANDARD",
    "16011104T020000",
    ["-0400", "-0500"],
    "RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11",
  ),
];
/** As older files have it: rules that ended, then one by dates. */
const BERLIN = [
  ...observance(
    "DAYLIGHT",
    "19810329T020000",
    ["+0100", "+0200"],
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
  ),
  ...observance(
    "STANDARD",
    "19800928T030000",
    ["+0200", "+0100"],
    "RRULE:FREQ=YEARLY;BYMONTH=9;BYDAY=-1SU;UNTIL=19950924T010000Z",
  ),
  ...observance(
    "STANDARD",
    "19961027T030000",
    ["+0200", "+0100"],
    "RDATE:20251026T030000,20261025T030000",
    "RDATE:20271031T030000,20281029T030000",
  ),
];
const TOKYO = observance("STANDARD", "19510908T000000", ["+1000", "+0900"]);

describe("the clocks that a file describes", () => {
  it.each([
    ["Europe/London", timeZoneLines("Europe/London", 0, 0).slice(2, -1)],
    ["America/New_York", NEW_YORK],
    ["Europe/Berlin", BERLIN],
    ["Asia/Tokyo", TOKYO],
  ])("of %s show what those of the zone show, also when they change", (zone, lines) => {
    const clocks = read(lines);
    const changes = ["2026-10-25", "2026-11-01", "2027-03-14", "2027-03-28"];
    const dates = fc.oneof(
      fc.constantFrom(...changes),
      fc.nat(399).map((days) => addDays("2026-08-24", days)),
    );
    fc.assert(
      fc.property(dates, fc.nat(23), fc.nat(59), (date, hour, minute) => {
        const time = [hour, minute].map((part) => String(part).padStart(2, "0")).join(":");
        expect(clocks?.instantOf(date, time)).toBe(toInstant(date, time, zone));
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ["nothing", []],
    ["no offset", ["BEGIN:STANDARD", "DTSTART:19700101T000000", "END:STANDARD"]],
    ["no start", ["BEGIN:STANDARD", "TZOFFSETFROM:+0000", "TZOFFSETTO:+0000", "END:STANDARD"]],
    [
      "a change each day",
      observance("STANDARD", "19700101T000000", ["+0000", "+0100"], "RRULE:FREQ=DAILY"),
    ],
    [
      "a change every two years",
      observance("STANDARD", "19700101T000000", ["+0000", "+0100"], "RRULE:FREQ=YEARLY;INTERVAL=2"),
    ],
    [
      "more changes than clocks have",
      Array.from({ length: 60 }, (_, day) =>
        observance("STANDARD", `${addDays("2026-09-01", day).replaceAll("-", "")}T000000`, [
          "+0000",
          "+0100",
        ]),
      ).flat(),
    ],
  ])("are not known where it says %s", (_name, lines) => {
    expect(read(lines)).toBeUndefined();
  });
});
