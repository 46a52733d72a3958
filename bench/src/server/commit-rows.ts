import type { Row } from "../row.ts";
import { startChild } from "./child-server.ts";
import { fillStore } from "./filled-store.ts";
import { exchangeFor, median } from "./load.ts";
import { bareSeriesRequest, DATES, seriesKey, seriesRequest } from "./series-requests.ts";
import type { Stores } from "./stores.ts";
import { readWrittenRows } from "./written-rows.ts";

const SCHOOLS = 15;
const ROUNDS = 20;
/** 1,200 requests: a server of which the commit is measured has been at work for longer than a few seconds. */
const WARM_UP_ROUNDS = 60;
/** In a row to one server, so that what it does after its answers falls into its own time. */
const PER_ROUND = 20;
const MOST = 2;

/**
 * A series of 52 dates over HTTP, decided and kept, against the driver alone behind a bare route, in turns. The driver
 * writes the rows that the server wrote for one such series (see `BareStore`), and answers as many bytes.
 */
export async function commitRows(stores: Stores): Promise<Row[]> {
  const fill = { schools: SCHOOLS, groups: 1, bookingsPerSchool: 18, datesPerBooking: 38 };
  const { place, key } = await fillStore(stores, "commit", fill);
  const barePlace = await stores.copy(place, "commit_bare");
  const ours = await startChild("server-process", { store: place });
  const sample = (WARM_UP_ROUNDS + ROUNDS) * PER_ROUND;
  const { text } = await exchangeFor(201, seriesRequest(ours.url, key, sample, SCHOOLS));
  const { id } = JSON.parse(text) as { id: string };
  const written = await readWrittenRows(place, id, seriesKey(sample));
  const bytes = Buffer.byteLength(text);
  const bare = await startChild("bare-process", { bytes, written, ...barePlace });
  const requests = [
    (number: number) => seriesRequest(ours.url, key, number, SCHOOLS),
    (number: number) => bareSeriesRequest(bare.url, number, SCHOOLS),
  ];
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round += 1) {
    for (const [index, request] of requests.entries()) {
      for (let number = round * PER_ROUND; number < (round + 1) * PER_ROUND; number += 1) {
        const { milliseconds } = await exchangeFor(201, request(number));
        if (round >= WARM_UP_ROUNDS) times[index]?.push(milliseconds);
      }
    }
  }
  await ours.stop();
  await bare.stop();
  const [own, other] = [median(times[0]), median(times[1])];
  const driver = stores.engine === "sqlite" ? "better-sqlite3" : "pg";
  return [
    {
      what: `commit of a ${DATES}-date series over HTTP`,
      toReach: `≤ ${MOST}× one bare ${driver} transaction of the same rows behind a bare Hono route`,
      ours: `${own.toFixed(2)} ms`,
      rival: `bare ${driver} and Hono ${other.toFixed(2)} ms`,
      ratio: `${(own / other).toFixed(2)}×`,
      reached: own / other <= MOST,
    },
  ];
}
