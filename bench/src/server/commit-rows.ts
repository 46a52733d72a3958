import type { Row } from "../row.ts";
import { startChild } from "./child-server.ts";
import { exchange, median } from "./load.ts";
import { bareSeriesRequest, DATES, seriesRequest } from "./series-requests.ts";
import type { Stores } from "./stores.ts";

const SCHOOLS = 15;
const WARM_UP = 60;
const SAMPLES = 300;
const MOST = 2;
/** Of our own answer, so that both send as much. */
const ANSWER_BYTES = 9_000;

/** A series of 52 dates over HTTP, decided and kept, against the driver alone behind a bare route, one by one in turns. */
export async function commitRows(stores: Stores): Promise<Row[]> {
  const fill = { schools: SCHOOLS, groups: 1, bookingsPerSchool: 18, datesPerBooking: 38 };
  const place = await stores.make("commit");
  const filler = await startChild("server-process", { store: place, fill });
  const { key } = filler;
  await filler.stop();
  const bare = await startChild("bare-process", {
    bytes: ANSWER_BYTES,
    ...(await stores.copy(place, "commit_bare")),
  });
  const ours = await startChild("server-process", { store: place });
  const times: { ours: number[]; bare: number[] } = { ours: [], bare: [] };
  for (let number = 0; number < WARM_UP + SAMPLES; number += 1) {
    const own = await exchange(seriesRequest(ours.url, key, number, SCHOOLS));
    const other = await exchange(bareSeriesRequest(bare.url, number, SCHOOLS));
    if (own.status !== 201)
      throw new Error(`A series was answered with ${own.status}: ${own.text}`);
    if (other.status !== 201)
      throw new Error(`The bare route answered ${other.status}: ${other.text}`);
    if (number < WARM_UP) continue;
    times.ours.push(own.milliseconds);
    times.bare.push(other.milliseconds);
  }
  await ours.stop();
  await bare.stop();
  const [own, other] = [median(times.ours), median(times.bare)];
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
