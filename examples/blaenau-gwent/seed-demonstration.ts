import { readdir, readFile } from "node:fs/promises";
import {
  approveBooking,
  type BookingRequest,
  createHirer,
  importSchool,
  listBookings,
  listHirers,
  requestBooking,
  type Services,
} from "@neuadd/server";
import { parse } from "yaml";
import { type DemonstrationHirerId, demonstrationHirers } from "./demonstration-hirers.ts";
import { type DemonstrationBooking, readBookings } from "./read-bookings.ts";

/** Ids that the server gave, by the names that the demonstration's files use. */
export type HirerIds = ReadonlyMap<DemonstrationHirerId, string>;

/** When seasons were asked for and approved, whatever the server's clock shows. */
const SEASONS_AGREED_AT = Date.UTC(2026, 5, 22, 9);
/** What still waits was asked for a few days before the demonstration's clock begins. */
const LAST_REQUESTS_AT = Date.UTC(2026, 7, 21, 16);

/**
 * Fills a server with the demonstration's schools, hirers and seasons, through the same commands that the HTTP API uses.
 * What is there already is left as it is, so that a second start adds nothing, and one that was broken off is finished.
 */
export async function seedDemonstration(services: Services): Promise<HirerIds> {
  await importSchools(services);
  const hirers = await enterHirers(services);
  const bookings = await readBookings();
  for (const school of new Set(bookings.map((booking) => booking.school))) {
    const known = await knownSeasons(services, school);
    for (const booking of bookings) {
      const hirer = hirers.get(booking.hirer) ?? "";
      if (booking.school !== school || known.has(seasonKey(hirer, booking.title))) continue;
      await bookSeason(services, booking, hirer);
    }
  }
  return hirers;
}

async function importSchools(services: Services): Promise<void> {
  const folder = new URL("schools/", import.meta.url);
  for (const file of (await readdir(folder)).toSorted()) {
    await importSchool(services, "system", parse(await readFile(new URL(file, folder), "utf8")));
  }
}

/** Hirers are known again by their names, which are unique in the demonstration. */
async function enterHirers(services: Services): Promise<HirerIds> {
  const { items } = await listHirers(services, { limit: 1000 });
  const known = new Map(items.map(({ name, id }) => [name, id]));
  const ids = new Map<DemonstrationHirerId, string>();
  for (const [key, { email, ...hirer }] of Object.entries(demonstrationHirers)) {
    const contact = { name: "Bookings", email };
    const id = known.get(hirer.name) ?? (await createHirer(services, { ...hirer, contact })).id;
    ids.set(key as DemonstrationHirerId, id);
  }
  return ids;
}

async function knownSeasons(services: Services, school: string): Promise<Set<string>> {
  const { items } = await listBookings(services, school, { limit: 1000 });
  return new Set(items.map(({ hirer, title }) => seasonKey(hirer, title)));
}

function seasonKey(hirer: string, title: string): string {
  return `${hirer} ${title}`;
}

async function bookSeason(
  services: Services,
  season: DemonstrationBooking,
  hirer: string,
): Promise<void> {
  const at = season.isWaiting ? LAST_REQUESTS_AT : SEASONS_AGREED_AT;
  const then: Services = { ...services, clock: { now: () => at, isDemonstration: true } };
  const { booking } = await requestBooking(then, season.school, "system", requestOf(season, hirer));
  if (season.isWaiting) return;
  await approveBooking(then, season.school, "system", booking.id, { revision: booking.revision });
}

function requestOf(season: DemonstrationBooking, hirer: string): BookingRequest {
  const { title, activity, space, layout, attendance, purpose, first, startTime, endTime } = season;
  return {
    hirer,
    title,
    activity,
    purpose,
    space,
    ...(layout !== undefined && { layout }),
    attendance,
    first,
    startTime,
    endTime,
    recurrence: {
      rule: season.rule,
      until: season.until,
      ...(!season.isAllYear && { termTimeOnly: true, excludeBankHolidays: true }),
    },
    onClash: { policy: "skip" },
    // Sports clubs have not agreed to be named; what is for families and lovers of the arts is to be found.
    publicTitle: purpose.partnerKind !== "sports",
  };
}
