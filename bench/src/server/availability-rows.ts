import { addDays } from "@neuadd/core";
import type { Row } from "../row.ts";
import { startChild } from "./child-server.ts";
import { fillStore } from "./filled-store.ts";
import { crowd, exchangeFor, type Exchange, type Load, loadInTurns, quantile } from "./load.ts";
import { schoolName } from "./fill-schools.ts";
import type { Stores } from "./stores.ts";

const FOUR_WEEKS = "from=2026-09-07&to=2026-10-05";

/** Availability of one space over four weeks, again and again, against Hono that answers a constant text. */
export async function oneSpaceRows(stores: Stores): Promise<Row[]> {
  const fill = { schools: 1, groups: 1, bookingsPerSchool: 18, datesPerBooking: 38 };
  const { place } = await fillStore(stores, "one", fill);
  const ours = await startChild("server-process", { store: place });
  const url = `${ours.url}/v1/schools/${schoolName(0)}/spaces/court-1-0/availability?${FOUR_WEEKS}`;
  const { text, etag = "" } = await exchangeFor(200, { url });
  const bytes = Buffer.byteLength(text);
  const bare = await startChild("bare-process", { bytes, ...place });
  const headers = { "if-none-match": etag };
  const read = await loadInTurns(
    { server: ours, url },
    { server: bare, url: `${bare.url}/constant` },
    200,
  );
  const unchanged = await loadInTurns(
    { server: ours, url, headers },
    { server: bare, url: `${bare.url}/unchanged`, headers },
    304,
  );
  const rows = [
    shareRow(`availability of one space, 4 weeks, over HTTP (${bytes} bytes)`, read, 0.4),
    shareRow("the same, unchanged (304)", unchanged, 0.6),
  ];
  if (stores.engine === "postgres") {
    const asked = await loadInTurns(
      { server: ours, url, headers },
      { server: bare, url: `${bare.url}/asked/${schoolName(0)}`, headers },
      304,
    );
    const what = "the same beside a route that asks PostgreSQL for one row before each answer";
    rows.push(shareRow(what, asked, 0.6, "bare Hono route, bare pg"));
  }
  await ours.stop();
  await bare.stop();
  return rows;
}

function shareRow(
  what: string,
  [ours, bare]: readonly [Load, Load],
  least: number,
  rival = "bare Hono route, constant text",
): Row {
  const share = ours.perSecond / bare.perSecond;
  return {
    what,
    toReach: `≥ ${least * 100} % of the bare route’s requests per second`,
    ours: sayLoad(ours),
    rival: `${rival} ${sayLoad(bare)}`,
    ratio: `${Math.round(share * 100)} %`,
    reached: share >= least,
  };
}

function sayLoad({ perSecond, processorMicroseconds }: Load): string {
  return `${Math.round(perSecond)}/s (${processorMicroseconds.toFixed(0)} µs of processor time each)`;
}

const REQUESTS = 1_600;
/** Fewer than fill the memory that a server keeps for answers: a club asks for the weeks ahead, and so does the next. */
const REPEATED = 40;
const MOST_MILLISECONDS = 50;

/** A school of thirty spaces with three bookings on each leaf every weekday evening for years; all of it asked for. */
export async function busySchoolRows(stores: Stores): Promise<Row[]> {
  const fill = { schools: 1, groups: 3, bookingsPerSchool: 100_000, datesPerBooking: 1 };
  const { place } = await fillStore(stores, "busy", fill);
  const ours = await startChild("server-process", { store: place });
  const requests = Array.from({ length: REQUESTS }, (_, number): Exchange => {
    // Another day to begin with and another shortest time each: no answer is one that was written before, though most of
    // its days are in others.
    const from = addDays("2026-09-07", number % 700);
    const minutes = 30 + 15 * Math.floor(number / 700);
    return {
      url: `${ours.url}/v1/schools/${schoolName(0)}/availability?from=${from}&to=${addDays(from, 28)}&minutes=${minutes}`,
    };
  });
  const again = requests.slice(0, REPEATED);
  const { text } = await exchangeFor(200, requests[0] ?? { url: ours.url });
  const written = await crowd(requests, 200);
  await crowd(again, 200);
  const repeated = await crowd(Array.from({ length: 10 }, () => again).flat(), 200);
  await ours.stop();
  const kilobytes = Math.round(Buffer.byteLength(text) / 1_000);
  return [
    quantileRow(
      `each asked from another day, so that the answer is new and most of its days are not (${kilobytes} kB)`,
      written.slice(REQUESTS / 4),
    ),
    quantileRow(`${REPEATED} answers that were written before, again and again`, repeated),
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
