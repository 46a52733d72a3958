import { addDays, toInstant, toRfc3339, type LocalDate, type LocalInterval } from "@neuadd/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bookedSchool, type BookedSchool } from "../../test/fixtures/booked-school.ts";
import { SCHOOL, START } from "../../test/fixtures/school-definition.ts";
import { readAskable } from "../ledger/availability.ts";
import { readSchool } from "../ledger/school-model.ts";
import { daysWriter, type WantedDays, type WriteDays } from "./written-days.ts";

const SPACES = ["sports-hall", "sports-hall-a", "sports-hall-court-1", "main-hall"];

async function wantedOf(
  { services }: BookedSchool,
  asked: Pick<WantedDays, "spaces" | "from" | "to" | "minutes">,
): Promise<WantedDays> {
  return { ...asked, state: await readSchool(services, SCHOOL), now: services.clock.now() };
}

async function textOf(write: WriteDays, wanted: WantedDays): Promise<string[]> {
  const { arrays, changesAt } = await write(wanted);
  return [...arrays.map((pieces) => Buffer.concat(pieces).toString()), `${changesAt}`];
}

/** The same, made of objects: slowly, and without a memory. */
async function plainText({ services }: BookedSchool, wanted: WantedDays): Promise<string[]> {
  const { state, spaces, minutes = 0 } = wanted;
  const { zone } = state.school;
  const { days, changesAt } = await readAskable(services, state, spaces, wanted);
  const wire = (date: LocalDate, intervals: readonly LocalInterval[], shortest: number) =>
    intervals
      .map(({ start, end }) => ({
        start: toRfc3339(toInstant(date, start, zone), zone),
        end: toRfc3339(toInstant(date, end, zone), zone),
        startTime: start,
        endTime: end,
      }))
      .filter(({ startTime, endTime }) => minutesOf(endTime) - minutesOf(startTime) >= shortest);
  const written = spaces.map((space) =>
    (days.get(space) ?? []).map((day) => ({
      date: day.date,
      kind: day.kind,
      name: day.name,
      termsUnpublished: day.termsUnpublished,
      open: wire(day.date, day.open, 0),
      free: wire(day.date, day.free, minutes),
      askable: wire(day.date, day.askable, minutes),
      requestsFrom: day.requestsFrom,
    })),
  );
  return [...written.map((array) => JSON.stringify(array)), `${changesAt}`];
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

const dates = fc.nat(75).map((days) => addDays("2026-08-24", days));
const question = fc.record({
  kind: fc.constant("ask"),
  spaces: fc.subarray(SPACES),
  from: dates,
  length: fc.integer({ min: 1, max: 20 }),
  minutes: fc.constantFrom(undefined, 60, 240),
});
const booking = fc.record({
  kind: fc.constant("book"),
  space: fc.constantFrom(...SPACES),
  first: dates,
  hour: fc.integer({ min: 9, max: 20 }),
});
const waiting = fc.record({ kind: fc.constant("wait"), hours: fc.constantFrom(1, 7, 24, 240, -3) });

describe("daysWriter", () => {
  it("writes what would be written without a memory, whatever is booked and however time goes", async () => {
    const school = await bookedSchool();
    const { clock } = school.services;
    const step = fc.oneof({ weight: 4, arbitrary: question }, booking, waiting);
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
        clock.set(START);
        const write = daysWriter(school.services, 200_000);
        for (const given of steps) {
          if ("hours" in given) clock.advance(given.hours * 3_600_000);
          else if ("first" in given) await book(school, given);
          else {
            const { spaces, from, length, minutes } = given;
            const asked = { spaces, from, to: addDays(from, length), minutes };
            const wanted = await wantedOf(school, asked);
            expect(await textOf(write, wanted)).toEqual(await plainText(school, wanted));
          }
        }
      }),
      { numRuns: 12 },
    );
  });

  it("answers all who ask at once, each as if it were alone", async () => {
    const school = await bookedSchool();
    const write = daysWriter(school.services, 200_000);
    const wanted = await Promise.all(
      [0, 3, 6, 2, 0].map((days) =>
        wantedOf(school, {
          spaces: SPACES,
          from: addDays("2026-09-07", days),
          to: addDays("2026-09-14", 2 * days),
        }),
      ),
    );
    const answers = await Promise.all(wanted.map((one) => textOf(write, one)));
    expect(answers).toEqual(await Promise.all(wanted.map((one) => plainText(school, one))));
  });

  it.each([
    ["0001-01-02", "0001-01-05"],
    ["9999-12-20", "9999-12-30"],
  ])("writes the days from %s to %s, about which no whole weeks can be read", async (from, to) => {
    const school = await bookedSchool();
    const wanted = await wantedOf(school, { spaces: SPACES, from, to });
    expect(await textOf(daysWriter(school.services, 200_000), wanted)).toEqual(
      await plainText(school, wanted),
    );
  });

  it("writes a whole answer as of one moment when the school is written to meanwhile", async () => {
    const school = await bookedSchool();
    const write = daysWriter(school.services, 200_000);
    const asked = { spaces: SPACES, from: "2026-09-07", to: "2026-09-14" };
    await write(await wantedOf(school, { ...asked, spaces: ["sports-hall"] }));
    // What was read before the booking: the revision is then no longer the school's.
    const wanted = await wantedOf(school, asked);
    await school.approved();
    expect(await textOf(write, wanted)).toEqual(await plainText(school, wanted));
    const after = await wantedOf(school, asked);
    expect(await textOf(write, after)).toEqual(await plainText(school, after));
  });
});

/** Books one evening, if it can be booked. */
async function book(
  school: BookedSchool,
  { space, first, hour }: { readonly space: string; readonly first: string; readonly hour: number },
): Promise<void> {
  const startTime = `${String(hour).padStart(2, "0")}:00`;
  const endTime = `${String(hour + 1).padStart(2, "0")}:00`;
  const change = { space, first, startTime, endTime, attendance: 4 };
  try {
    await school.approved({ ...change, recurrence: { rule: "FREQ=WEEKLY", count: 1 } });
  } catch (error) {
    expect(error).toMatchObject({ code: "SERIES_NOT_BOOKABLE" });
  }
}
