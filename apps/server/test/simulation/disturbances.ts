import { sql } from "kysely";
import type { Store } from "../../src/store/store.ts";
import { PLANTED } from "../fixtures/failing-store.ts";
import { expectSame, outcomeOf, type Outcome, type SimulatedCommand } from "./simulated-command.ts";
import type { World } from "./world.ts";

/** How a command is disturbed. */
export type Disturbance = "none" | "everyStatement" | "lostConnection";

/**
 * Runs a command. With `everyStatement`, once for each of its statements, which fails, and each time nothing may have
 * changed; then to its end. With `lostConnection`, the connection breaks at one of its statements, before or after it has
 * taken effect, the commit among them: the server may say so and have written nothing, or get over it.
 */
export async function runDisturbed(
  world: World,
  command: SimulatedCommand,
  disturbance: Disturbance,
): Promise<{ readonly outcome: Outcome<unknown>; readonly faults: number }> {
  const { plan, random, services } = world;
  if (disturbance === "none") {
    return { outcome: await outcomeOf(() => command.call()), faults: 0 };
  }
  const isLost = disturbance === "lostConnection";
  const isAfterEffect = random.chance(0.5);
  const before = await everyRow(services.store);
  let failAt = isLost ? random.integer(1, 20) : 1;
  for (let faults = 0; ; faults += 1) {
    Object.assign(plan, { statements: 0, failAt, isAfterEffect, isLost });
    try {
      return { outcome: await outcomeOf(() => command.call()), faults };
    } catch (error) {
      if (!(error instanceof Error) || !error.message.includes(PLANTED)) throw error;
      plan.failAt = 0;
      expectSame(`tables after statement ${failAt} failed`, await everyRow(services.store), before);
      failAt = isLost ? 0 : failAt + 1;
    } finally {
      plan.failAt = 0;
    }
  }
}

const TABLES = [
  "schools",
  "school_definitions",
  "series",
  "occurrences",
  "claims",
  "blocks",
  "events",
  "hirer_schools",
] as const;

/** All that the ledgers hold, as text. */
async function everyRow({ database }: Store): Promise<string> {
  const tables = [];
  for (const table of TABLES) {
    const { rows } = await sql`select * from ${sql.table(table)}`.execute(database);
    tables.push(rows.map((row) => JSON.stringify(row)).sort());
  }
  return JSON.stringify(tables);
}
