import { sql } from "kysely";
import type { Services } from "../services.ts";
import { gathered, type Finding, type Sighting } from "./finding.ts";

/** Clocks of machines differ a little; what was written a moment ago is no fault. */
const SLACK_MS = 5_000;

/** The server's clock against what has happened already, and the host's against the database's. */
export async function checkClock(
  { store, clock }: Pick<Services, "store" | "clock">,
  hostNow: () => number,
): Promise<Finding[]> {
  const sightings: Sighting[] = [];
  const { rows } = await sql<{ latest: number | null }>`
    select max(at) as latest from events`.execute(store.database);
  const latest = rows[0]?.latest ?? 0;
  if (latest > clock.now() + SLACK_MS) {
    sightings.push({ code: "CLOCK_BACK", place: new Date(latest).toISOString() });
  }
  if (clock.isDemonstration) {
    sightings.push({ code: "CLOCK_DEMONSTRATION", place: new Date(clock.now()).toISOString() });
  }
  if (store.engine === "postgres") {
    const { rows: clocks } = await sql<{ ms: number }>`
      select (extract(epoch from clock_timestamp()) * 1000)::bigint as ms`.execute(store.database);
    const differenceMs = Math.abs((clocks[0]?.ms ?? 0) - hostNow());
    if (differenceMs > SLACK_MS) {
      sightings.push({ code: "CLOCKS_DIFFER", place: `${Math.round(differenceMs / 1000)} s` });
    }
  }
  return gathered(sightings);
}
