import {
  addDays,
  askableDays,
  type AskableDay,
  type Instant,
  leavesOf,
  spacesAvailability,
  spaceOf,
  toInstant,
  type DayAvailability,
  type LocalDate,
  type SpaceId,
} from "@neuadd/core";
import type { Services } from "../services.ts";
import { readClaims } from "./read-claims.ts";
import type { SchoolState } from "./school-model.ts";

/**
 * The availability of spaces by local date, from `from` up to, but not including, `to`: one query, whatever the number
 * of spaces. Throws CoreError as core's `spacesAvailability` does.
 */
export async function readAvailability(
  services: Services,
  state: SchoolState,
  spaces: readonly SpaceId[],
  from: LocalDate,
  to: LocalDate,
): Promise<Map<SpaceId, DayAvailability[]>> {
  const { tree, calendar, school } = state;
  const { zone } = school;
  const leaves = [...new Set(spaces.flatMap((space) => leavesOf(tree, space)))];
  // A day on either side: turnarounds may cross midnight.
  const window = {
    start: toInstant(addDays(from, -1), "00:00", zone),
    end: toInstant(addDays(to, 1), "00:00", zone),
  };
  const claims = await readClaims(services.store.database, school.id, leaves, [window]);
  return spacesAvailability({ tree, calendar, zone, claims }, spaces, from, to);
}

/** Spaces as they are at a moment. */
export interface AskableSpaces {
  readonly days: ReadonlyMap<SpaceId, readonly AskableDay[]>;
  /** The first moment at which time alone makes them others. Absent if it never does. */
  readonly changesAt?: Instant;
}

/** The same, with what of the free time can be asked for at `now`, as core's `askableDays` has it. */
export async function readAskable(
  services: Services,
  state: SchoolState,
  spaces: readonly SpaceId[],
  { from, to, now }: { readonly from: LocalDate; readonly to: LocalDate; readonly now: Instant },
): Promise<AskableSpaces> {
  const availability = await readAvailability(services, state, spaces, from, to);
  const { zone } = state.school;
  const days = new Map<SpaceId, readonly AskableDay[]>();
  let changesAt = Infinity;
  for (const [id, free] of availability) {
    const askable = askableDays(free, spaceOf(state.tree, id), { now, zone });
    days.set(id, askable.days);
    changesAt = Math.min(changesAt, askable.changesAt ?? Infinity);
  }
  return { days, ...(Number.isFinite(changesAt) && { changesAt }) };
}
