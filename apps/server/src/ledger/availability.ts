import {
  addDays,
  leavesOf,
  spacesAvailability,
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
