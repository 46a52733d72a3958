import { addDays } from "@neuadd/core";
import type { Row } from "../row.ts";
import { leavesOfGroups } from "./bench-school.ts";
import { type ChildServer, startChild } from "./child-server.ts";
import { type Fill, schoolName } from "./fill-schools.ts";
import { fillStore } from "./filled-store.ts";
import { type Exchange, exchangeFor, median } from "./load.ts";
import { seriesRequest } from "./series-requests.ts";
import type { Stores } from "./stores.ts";

const PER_SCHOOL = { groups: 1, bookingsPerSchool: 18, datesPerBooking: 38 };
/** 10,260 dates, and 1,005,480: the maintained schools of Wales, ten spaces each. */
const FEW: Fill = { schools: 15, ...PER_SCHOOL };
const MANY: Fill = { schools: 1_470, ...PER_SCHOOL };
const MOST = 1.5;
const READS = 1_000;
const WRITES = 300;

/** Without a factor in common with either number of schools: it visits them all before it comes back. */
const STEP = 11;

interface Filled {
  readonly server: ChildServer;
  readonly key: string;
  readonly schools: number;
}

/** The same reads and writes where much is stored, and where little is; in turns, over all schools of each. */
export async function growthRows(stores: Stores): Promise<Row[]> {
  const few = await filled(stores, "few", FEW);
  const many = await filled(stores, "many", MANY);
  // Every school is met once before anything is measured, as it would have been since the server started.
  for (const one of [few, many]) {
    for (let number = 0; number < one.schools; number += 1) {
      await exchangeFor(200, reading(one, number));
    }
  }
  const reads = await inTurns(few, many, { count: READS, status: 200, request: reading });
  const writes = await inTurns(few, many, { count: WRITES, status: 201, request: writing });
  await few.server.stop();
  await many.server.stop();
  return [
    row("availability of one space, 4 weeks, written anew", reads),
    row("commit of a 52-date series", writes),
  ];
}

async function filled(stores: Stores, name: string, fill: Fill): Promise<Filled> {
  const { place, key } = await fillStore(stores, name, fill);
  const server = await startChild("server-process", { store: place });
  return { server, key, schools: fill.schools };
}

function reading({ server, schools }: Filled, number: number): Exchange {
  const leaves = leavesOfGroups(1);
  const school = schoolName((number * STEP) % schools);
  const leaf = leaves[Math.floor(number / schools) % leaves.length] ?? "";
  const from = addDays("2026-09-07", number % 200);
  return {
    url: `${server.url}/v1/schools/${school}/spaces/${leaf}/availability?from=${from}&to=${addDays(from, 28)}`,
  };
}

function writing({ server, key, schools }: Filled, number: number): Exchange {
  return seriesRequest(server.url, key, number, schools);
}

async function inTurns(
  few: Filled,
  many: Filled,
  {
    count,
    status,
    request,
  }: {
    readonly count: number;
    readonly status: number;
    readonly request: (of: Filled, number: number) => Exchange;
  },
): Promise<readonly [number, number]> {
  const times: [number[], number[]] = [[], []];
  for (let number = 0; number < count; number += 1) {
    for (const [index, of] of [few, many].entries()) {
      // Beyond the numbers of the first round, so that no answer was written before.
      const { milliseconds } = await exchangeFor(status, request(of, number + of.schools));
      if (number >= count / 10) times[index]?.push(milliseconds);
    }
  }
  return [median(times[0]), median(times[1])];
}

function row(what: string, [few, many]: readonly [number, number]): Row {
  return {
    what: `${what}: 1,005,480 dates of 1,470 schools stored`,
    toReach: `≤ ${MOST}× the time with 10,260 dates of 15 schools`,
    ours: `${many.toFixed(2)} ms`,
    rival: `with 10,260 dates ${few.toFixed(2)} ms`,
    ratio: `${(many / few).toFixed(2)}×`,
    reached: many / few <= MOST,
  };
}
