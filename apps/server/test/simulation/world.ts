import { pino } from "pino";
import { newId } from "../../src/ids.ts";
import { importSchool } from "../../src/ledger/import-school.ts";
import type { Services } from "../../src/services.ts";
import { createHirer } from "../../src/hirers/create-hirer.ts";
import type { FailingStore } from "../fixtures/failing-store.ts";
import { SCHOOL, START } from "../fixtures/school-definition.ts";
import type { ModelSchool } from "./model-school.ts";
import type { Random } from "./random.ts";
import type { SimulatedDatabase } from "./simulated-database.ts";
import { definitionOf, type Variant } from "./simulated-premises.ts";

/** What no event may ever contain: it is in every name, title and reason that the simulation writes. */
export const PERSONAL = "Rhywun Penodol";

/** Two schools on one store, what must be true of them, and the means to disturb them. */
export interface World {
  readonly random: Random;
  readonly schools: readonly ModelSchool[];
  readonly hirers: readonly string[];
  readonly services: Services;
  readonly plan: FailingStore["plan"];
  /** Lets time pass. */
  advance(milliseconds: number): void;
  /** Closes the store and opens it again, as a server does that is started anew. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

const FIRST_VARIANT: Variant = { isDivided: true, requestsHold: true, closures: new Set() };
/** No booking begins or ends at such a time: nothing is both over and not over. */
const ODD_MILLISECONDS = 17_123;

export async function makeWorld(database: SimulatedDatabase, random: Random): Promise<World> {
  let now = START + ODD_MILLISECONDS;
  let opened = database.open();
  const clock = { now: () => now, isDemonstration: true };
  const services: Services = {
    get store() {
      return opened.store;
    },
    clock,
    newId: (prefix) => newId(prefix, now),
    rules: async () => [],
    logger: pino({ level: "silent" }),
    announce: () => undefined,
  };
  await opened.store.migrate();
  const schools = [newSchool(SCHOOL), newSchool("ysgol-y-cwm")];
  for (const { id, variant } of schools) {
    await importSchool(services, "system", definitionOf(id, variant));
  }
  const hirers = [await enterHirer(services, "Clwb"), await enterHirer(services, "Côr")];
  return {
    random,
    schools,
    hirers,
    services,
    get plan() {
      return opened.plan;
    },
    advance: (milliseconds) => void (now += milliseconds),
    async restart() {
      await opened.store.close();
      opened = database.open();
      await opened.store.migrate();
    },
    close: () => opened.store.close(),
  };
}

function newSchool(id: string): ModelSchool {
  return { id, variant: FIRST_VARIANT, revision: 1, bookings: new Map(), blocks: new Map() };
}

async function enterHirer(services: Services, name: string): Promise<string> {
  const hirer = await createHirer(services, {
    name: `${name} ${PERSONAL}`,
    category: "club",
    language: "cy",
    contact: { name: PERSONAL, email: "rhywun.penodol@example.org" },
  });
  return hirer.id;
}
