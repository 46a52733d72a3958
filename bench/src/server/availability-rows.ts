import { addDays } from "@neuadd/core";
import type { Row } from "../row.ts";
import { startChild } from "./child-server.ts";
import { crowd, exchange, quantile, requestsPerSecond, type Exchange } from "./load.ts";
import { schoolName } from "./fill-schools.ts";
import type { Stores } from "./stores.ts";

const FOUR_WEEKS = "from=2026-09-07&to=2026-10-05";

/** Availability of one space over four weeks, again and again, against Hono that answers a constant text. */
export async function oneSpaceRows(stores: Stores): Promise<Row[]> {
  const fill = { schools: 1, groups: 1, bookingsPerSchool: 18, datesPerBooking: 38 };
  const ours = await startChild("server-process", { store: await stores.make("one"), fill });
  const url = `${ours.url}/v1/schools/${schoolName(0)}/spaces/court-1-0/availability?${FOUR_WEEKS}`;
  const { text, etag = "", status } = await exchange({ url });
  if (status !== 200) throw new Error(`The availability was answered with ${status}: ${text}`);
  const bare = await startChild("bare-process", { bytes: Buffer.byteLength(text) });
  const read = await requestsPerSecond({ url }, { url: `${bare.url}/constant` }, 200);
  const unchanged = await requestsPerSecond(
    { url, headers: { "if-none-match": etag } },
    { url: `${bare.url}/unchanged`, headers: { "if-none-match": etag } },
    304,
  );
  await ours.stop();
  await bare.stop();
  const bytes = Buffer.byteLength(text);
  return [
    shareRow(`availability of one space, 4 weeks, over HTTP (${bytes} bytes)`, read, 0.4),
    shareRow("the same, unchanged (304)", unchanged, 0.6),
  ];
}

function shareRow(what: string, [ours, bare]: readonly [number, number], least: number): Row {
  const share = ours / bare;
  return {
    what,
    toReach: `≥ ${least * 100} % of bare Hono’s requests per second`,
    ours: `${Math.round(ours)}/s`,
    rival: `bare Hono route, constant text ${Math.round(bare)}/s`,
    ratio: `${Math.round(share * 100)} %`,
    reached: share >= least,
  };
}

const REQUESTS = 1_600;
const MOST_MILLISECONDS = 50;

/** A school of thirty spaces with three bookings on each leaf every weekday evening for years; all of it asked for. */
export async function busySchoolRows(stores: Stores): Promise<Row[]> {
  const fill = { schools: 1, groups: 3, bookingsPerSchool: 100_000, datesPerBooking: 1 };
  const ours = await startChild("server-process", { store: await stores.make("busy"), fill });
  const requests = Array.from({ length: REQUESTS }, (_, number): Exchange => {
    // Another day to begin with and another shortest time each: no answer is one that was written before.
    const from = addDays("2026-09-07", number % 700);
    const minutes = 30 + 15 * Math.floor(number / 700);
    return {
      url: `${ours.url}/v1/schools/${schoolName(0)}/availability?from=${from}&to=${addDays(from, 28)}&minutes=${minutes}`,
    };
  });
  const again = requests.slice(0, 100);
  const written = await crowd(requests, 200);
  await crowd(again, 200);
  const repeated = await crowd([...again, ...again, ...again, ...again, ...again], 200);
  await ours.stop();
  return [
    quantileRow("each answer written anew", written.slice(REQUESTS / 4)),
    quantileRow("answers that were written before", repeated),
  ];
}

function quantileRow(which: string, times: readonly number[]): Row {
  const p95 = quantile(times, 0.95);
  return {
    what: `availability of 30 spaces × 4 weeks, 100,000 bookings stored, 16 connections; ${which}`,
    toReach: `p95 ≤ ${MOST_MILLISECONDS} ms`,
    ours: `p95 ${p95.toFixed(1)} ms, median ${quantile(times, 0.5).toFixed(1)} ms`,
    rival: "—",
    ratio: `${Math.round((p95 / MOST_MILLISECONDS) * 100)} % of the limit`,
    reached: p95 <= MOST_MILLISECONDS,
  };
}
