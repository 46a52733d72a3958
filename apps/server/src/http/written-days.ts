import { addDays, dayNumber, type Instant, type LocalDate, type SpaceId } from "@neuadd/core";
import { readAskable } from "../ledger/availability.ts";
import { schoolRevision, type SchoolState } from "../ledger/school-model.ts";
import type { Services } from "../services.ts";
import type { DaySpan } from "./day-span.ts";
import { keepDays, type DaysOfSchool, type KnownDays, type WrittenRow } from "./kept-days.ts";
import { takeTurns } from "./take-turns.ts";
import { dayWriter } from "./wire/wire-availability.ts";

/** Which days are to be written: of each space those from `from` up to, but not including, `to`, as they are at `now`. */
export interface WantedDays {
  readonly state: SchoolState;
  readonly spaces: readonly SpaceId[];
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly now: Instant;
  /** Of free and askable time only what is at least so long. */
  readonly minutes?: number | undefined;
}

export interface WrittenDays {
  /** For each space, in the order that was asked for, the pieces of a JSON array of its days. */
  readonly arrays: readonly (readonly Uint8Array[])[];
  /** The first moment at which time alone makes them others. Absent if it never does. */
  readonly changesAt?: Instant;
}

export type WriteDays = (wanted: WantedDays) => Promise<WrittenDays>;

/**
 * Writes days of spaces, and keeps what it has written, of at most so many bytes, for as long as the school stands at its
 * revision: of an answer only those days are read and worked out that no answer before it had.
 *
 * All days of an answer are as of one revision. Should the school be written to while its claims are read, they are read
 * for the whole answer at once, and nothing is kept. Throws CoreError as core's `spacesAvailability` does.
 */
export function daysWriter(services: Services, limitBytes: number): WriteDays {
  const kept = keepDays(limitBytes);
  const inTurn = takeTurns();

  async function writeMissing(wanted: WantedDays, days: DaysOfSchool): Promise<WrittenDays> {
    const known = knownRows(wanted, days);
    const missing = missingIn(known, wanted);
    if (missing === undefined) return join(known);
    const { school, revision } = wanted.state;
    const anew = await writeRows(services, { ...wanted, ...missing });
    if ((await schoolRevision(services, school.id)) !== revision) {
      return join(await writeRows(services, wanted));
    }
    for (const row of anew) days.keep(row);
    const written = new Map(anew.map((row) => [row.space, row]));
    return join(known.map((row) => filled(row, written.get(row.space))));
  }
  return async (wanted) => {
    const { school, revision } = wanted.state;
    const days = kept.ofSchool(school.id, revision, `${wanted.minutes ?? ""}`);
    const known = knownRows(wanted, days);
    if (missingIn(known, wanted) === undefined) return join(known);
    // Many ask at once after each booking: those who wait find most of their days written by those before them.
    return inTurn(school.id, () => writeMissing(wanted, days));
  };
}

function knownRows({ spaces, from, to, now }: WantedDays, days: DaysOfSchool): KnownDays[] {
  const first = dayNumber(from);
  const count = dayNumber(to) - first;
  return spaces.map((space) => days.at({ space, first, count, now }));
}

/** The spaces that lack a day, and the weeks of all days that any of them lacks. */
function missingIn(
  rows: readonly KnownDays[],
  { from }: WantedDays,
): Pick<WantedDays, "spaces" | "from" | "to"> | undefined {
  const lacking = rows.filter(({ days }) => days.includes(undefined));
  if (lacking.length === 0) return undefined;
  const first = Math.min(...lacking.map(({ days }) => days.indexOf(undefined)));
  const last = Math.max(...lacking.map(({ days }) => days.lastIndexOf(undefined)));
  const missing = { from: addDays(from, first), to: addDays(from, last + 1) };
  return { spaces: lacking.map(({ space }) => space), ...wholeWeeks(missing) };
}

/**
 * Whole weeks, from Monday: whoever asks next asks from another day, or for the next weeks, and a week takes little longer
 * to read and write than a day.
 */
function wholeWeeks({ from, to }: DaySpan): DaySpan {
  // Of the first and the last years that are counted, some days in such a week can't be.
  if (from < "0002" || to > "9999") return { from, to };
  const daysBefore = (dayNumber(from) - MONDAY) % 7;
  const daysAfter = (7 - ((dayNumber(to) - MONDAY) % 7)) % 7;
  return { from: addDays(from, -daysBefore), to: addDays(to, daysAfter) };
}

const MONDAY = dayNumber("0001-01-01");

/** The same with the days that it lacks from another row of its space. */
function filled(known: KnownDays, other: KnownDays | undefined): KnownDays {
  if (other === undefined) return known;
  const ahead = known.first - other.first;
  return { ...known, days: known.days.map((day, index) => day ?? other.days[index + ahead]) };
}

async function writeRows(services: Services, wanted: WantedDays): Promise<WrittenRow[]> {
  const { state, spaces, from, to, now, minutes } = wanted;
  const { days } = await readAskable(services, state, spaces, { from, to, now });
  const write = dayWriter(state.school.zone, minutes);
  return [...days].map(([space, ofSpace]) => ({
    space,
    first: dayNumber(from),
    days: ofSpace.map((day) => ({
      bytes: Buffer.from(`,${write(day)}`),
      writtenAt: now,
      changesAt: day.changesAt ?? Infinity,
    })),
  }));
}

const OPENING = Buffer.from("[");
const CLOSING = Buffer.from("]");

function join(rows: readonly KnownDays[]): WrittenDays {
  let changesAt = Infinity;
  const arrays = rows.map(({ space, days }) => {
    const pieces: Uint8Array[] = [];
    for (const day of days) {
      if (day === undefined) throw new Error(`A day of ${space} was not written.`);
      // Each piece begins with its comma, and the first needs none.
      pieces.push(pieces.length === 0 ? day.bytes.subarray(1) : day.bytes);
      changesAt = Math.min(changesAt, day.changesAt);
    }
    return [OPENING, ...pieces, CLOSING];
  });
  return { arrays, ...(Number.isFinite(changesAt) && { changesAt }) };
}
