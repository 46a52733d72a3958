import { checkLedger } from "../fixtures/check-ledger.ts";
import { replayEvents } from "../fixtures/replay-events.ts";
import { compareWithModel } from "./compare-with-model.ts";
import { runDisturbed, type Disturbance } from "./disturbances.ts";
import { drawCommand } from "./draw-command.ts";
import { seededRandom, type Random } from "./random.ts";
import type { SimulatedDatabase } from "./simulated-database.ts";
import { makeWorld, type World } from "./world.ts";

export interface SimulationOptions {
  readonly seed: number;
  readonly steps: number;
  readonly engine: "sqlite" | "postgres";
  /** An empty database for each run. */
  openDatabase(): SimulatedDatabase | Promise<SimulatedDatabase>;
}

/** What has happened, so that a run that proves nothing shows itself. */
export interface SimulationSummary {
  readonly steps: number;
  /** Commands by their first word and by what came of them, such as `request done`. */
  readonly outcomes: Readonly<Record<string, number>>;
  /** Statements and connections that failed. */
  readonly faults: number;
}

/** After so many steps the school year ends, and another run begins with a seed of its own. */
export const STEPS_PER_RUN = 300;

/**
 * Runs random commands against random schools, and after each step holds the tables against the checker, against a
 * replay of the events, and against a model of all that was acknowledged. Throws a SimulationFailure.
 */
export async function simulate(options: SimulationOptions): Promise<SimulationSummary> {
  const outcomes: Record<string, number> = {};
  let faults = 0;
  for (let done = 0, seed = options.seed; done < options.steps; done += STEPS_PER_RUN, seed += 1) {
    const steps = Math.min(STEPS_PER_RUN, options.steps - done);
    const database = await options.openDatabase();
    try {
      faults += await simulateRun({ ...options, seed, steps }, database, outcomes);
    } finally {
      await database.remove();
    }
  }
  return { steps: options.steps, outcomes, faults };
}

/** A step after which something is not as it must be, and how to see it again. */
class SimulationFailure extends Error {
  override readonly name = "SimulationFailure";
}

async function simulateRun(
  { seed, steps, engine }: Pick<SimulationOptions, "seed" | "steps" | "engine">,
  database: SimulatedDatabase,
  outcomes: Record<string, number>,
): Promise<number> {
  const random = seededRandom(seed);
  const world = await makeWorld(database, random);
  const texts: string[] = [];
  let faults = 0;
  try {
    for (let step = 1; step <= steps; step += 1) {
      const command = drawCommand(world);
      const disturbance = drawDisturbance(random, command.isOneTransaction);
      texts.push(disturbance === "none" ? command.text : `${command.text} (${disturbance})`);
      const run = await runDisturbed(world, command, disturbance);
      faults += run.faults;
      const [word = ""] = command.text.split(" ");
      const { outcome } = run;
      const what = `${word} ${outcome.kind === "done" ? "done" : outcome.code}`;
      outcomes[what] = (outcomes[what] ?? 0) + 1;
      command.judge(outcome);
      await checkWorld(world);
    }
  } catch (cause) {
    const recent = texts.slice(-10).map((text, index, all) => {
      return `  ${texts.length - all.length + index + 1}. ${text}`;
    });
    throw new SimulationFailure(
      [
        cause instanceof Error ? cause.message : String(cause),
        "The last steps were:",
        ...recent,
        `See it again with: pnpm simulate --seed ${seed} --steps ${texts.length} --store ${engine}`,
      ].join("\n"),
      { cause },
    );
  } finally {
    await world.close();
  }
  return faults;
}

function drawDisturbance(random: Random, isOneTransaction: boolean): Disturbance {
  const place = random.integer(1, 100);
  if (!isOneTransaction || place > 8) return "none";
  return place > 5 ? "everyStatement" : "lostConnection";
}

async function checkWorld({ services, schools }: World): Promise<void> {
  const { store, clock } = services;
  const now = clock.now();
  const faults = await checkLedger(store, { now });
  for (const school of schools) {
    faults.push(...(await replayEvents(store, school.id)));
    faults.push(...(await compareWithModel(store, school, now)));
  }
  if (faults.length > 0) throw new Error(faults.slice(0, 10).join("\n"));
}
