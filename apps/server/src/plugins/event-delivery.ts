import { randomUUID } from "node:crypto";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Listeners } from "@neuadd/plugin-kit";
import { type Schedule, systemSchedule } from "../schedule.ts";
import type { Services } from "../services.ts";
import { concurrencyGate } from "./concurrency-gate.ts";
import { schoolsWithWantedLetters } from "./dead-letters.ts";
import { deliverPending } from "./deliver-pending.ts";
import type { DeliverySettings, DeliveryTask } from "./delivery-task.ts";
import { enrolListener } from "./listener-cursor.ts";
import { lookAtSchool } from "./look-at-school.ts";
import { schoolsBehind } from "./pending-events.ts";
import { LONGEST_DELAY_MS } from "./retry-delay.ts";
import { withinTime } from "./within-time.ts";

/** Brings the entries of the ledgers to the listeners. */
export interface EventDelivery {
  /** Looks at a school's ledger as soon as what runs has been answered: called after each commit. Never throws, never waits. */
  wake(school: string): void;
  /**
   * Hands over what has come in, within a time limit, and then no more: the rest waits for the next start, or for another
   * process. Safe to call again.
   */
  close(): Promise<void>;
}

export interface DeliveryOptions extends Partial<DeliverySettings> {
  /** How often all ledgers are looked at, for what other processes have written. */
  readonly pollMs?: number;
  /** At how many schools one listener may be called at the same time. */
  readonly mostSchoolsAtOnce?: number;
  readonly closeLimitMs?: number;
}

const POLL_MS = 15_000;
const LISTENER_LIMIT_MS = 30_000;
const MOST_ATTEMPTS = 13;
const MOST_SCHOOLS_AT_ONCE = 16;
const CLOSE_LIMIT_MS = 10_000;

/**
 * Starts to deliver, with what came in while the server stood still. Each listener has its own place in
 * each school's ledger, so that one which fails or hangs holds up neither another listener, nor
 * another school, nor any booking. An entry is delivered at least once: again after a failure, and
 * when the server died before it could note that it was done. Of several processes on one database, one at
 * a time delivers to a listener at a school; should it die, another goes on as soon as its lease has run out, within
 * about twenty seconds.
 */
export async function startEventDelivery(
  services: Pick<Services, "store" | "clock" | "logger">,
  listeners: ReadonlyMap<string, Listeners>,
  options: DeliveryOptions = {},
): Promise<EventDelivery> {
  const { schedule = systemSchedule, closeLimitMs = CLOSE_LIMIT_MS } = options;
  const delivery = new Delivery(services, listeners, options, schedule);
  for (const listener of listeners.keys()) await enrolListener(services.store, listener);
  await delivery.poll();
  return {
    wake: (school) => delivery.wake(school),
    async close() {
      try {
        await withinTime(schedule, closeLimitMs, () => delivery.drain());
      } catch (error) {
        delivery.stop();
        services.logger.warn(
          { err: error },
          "Listeners were still running when the server stopped",
        );
      }
    },
  };
}

/** The work of one listener at one school: at most one run at a time. */
interface Lane {
  running: Promise<void> | undefined;
  /** Something came in during the run. */
  isWanted: boolean;
  hasWantedLetters: boolean;
  /** Of the last wake, made by the first lane that comes to it, and shared by all. */
  look: DeliveryTask["look"];
  cancelRetry: (() => void) | undefined;
}

class Delivery {
  readonly #services: Pick<Services, "store" | "clock" | "logger">;
  readonly #listeners: ReadonlyMap<string, Listeners>;
  readonly #settings: DeliverySettings;
  readonly #pollMs: number;
  readonly #gates: ReadonlyMap<string, ReturnType<typeof concurrencyGate>>;
  /** By listener, then school; only those that run or wait. */
  readonly #lanes = new Map<string, Map<string, Lane>>();
  #lastTurn: Promise<void> = Promise.resolve();
  #isClosing = false;
  #isStopped = false;
  #cancelPoll: (() => void) | undefined;

  constructor(
    services: Pick<Services, "store" | "clock" | "logger">,
    listeners: ReadonlyMap<string, Listeners>,
    options: DeliveryOptions,
    schedule: Schedule,
  ) {
    this.#services = services;
    this.#listeners = listeners;
    this.#pollMs = options.pollMs ?? POLL_MS;
    this.#settings = {
      schedule,
      random: options.random ?? Math.random,
      listenerLimitMs: options.listenerLimitMs ?? LISTENER_LIMIT_MS,
      mostAttempts: options.mostAttempts ?? MOST_ATTEMPTS,
      holder: options.holder ?? randomUUID(),
      hostNow: options.hostNow ?? Date.now,
    };
    const most = options.mostSchoolsAtOnce ?? MOST_SCHOOLS_AT_ONCE;
    this.#gates = new Map([...listeners.keys()].map((id) => [id, concurrencyGate(most)]));
  }

  wake(school: string): void {
    let looking: ReturnType<typeof lookAtSchool> | undefined;
    const look = () => (looking ??= lookAtSchool(this.#services.store, this.#listeners, school));
    for (const listener of this.#listeners.keys()) this.#wakeLane(listener, school, { look });
  }

  async poll(): Promise<void> {
    try {
      for (const listener of this.#listeners.keys()) {
        const schools = await schoolsBehind(this.#services.store, listener);
        for (const school of schools) this.#wakeLane(listener, school);
        for (const school of await schoolsWithWantedLetters(this.#services.store, listener)) {
          this.#wakeLane(listener, school, { hasWantedLetters: true });
        }
      }
    } catch (error) {
      this.#services.logger.error(
        { err: error },
        "The ledgers could not be looked at for listeners",
      );
    }
    if (this.#isClosing || this.#listeners.size === 0) return;
    this.#cancelPoll = this.#settings.schedule(this.#pollMs, () => void this.poll());
  }

  /** Looks no more, and comes to an end once what is under way has been handed over. */
  async drain(): Promise<void> {
    this.#isClosing = true;
    this.#cancelPoll?.();
    const lanes = [...this.#lanes.values()].flatMap((bySchool) => [...bySchool.values()]);
    for (const lane of lanes) lane.cancelRetry?.();
    await Promise.all(lanes.flatMap(({ running }) => (running ? [running] : [])));
  }

  /** Hands no more over, not even what is under way. */
  stop(): void {
    this.#isStopped = true;
  }

  #wakeLane(
    listener: string,
    school: string,
    { hasWantedLetters = false, look }: Partial<Pick<Lane, "hasWantedLetters" | "look">> = {},
  ): void {
    if (this.#isClosing) return;
    const lane = this.#laneOf(listener, school);
    lane.isWanted = true;
    lane.look = look;
    lane.hasWantedLetters ||= hasWantedLetters;
    if (lane.running) return;
    lane.cancelRetry?.();
    lane.running = this.#run(listener, school, lane);
  }

  /** Each begins in a turn of the event loop of its own, so that answers and requests come in between. */
  #turn(): Promise<void> {
    this.#lastTurn = this.#lastTurn.then(() => nextTurn());
    return this.#lastTurn;
  }

  #laneOf(listener: string, school: string): Lane {
    const bySchool = this.#lanes.get(listener) ?? new Map<string, Lane>();
    this.#lanes.set(listener, bySchool);
    const lane = bySchool.get(school) ?? {
      running: undefined,
      isWanted: false,
      hasWantedLetters: false,
      look: undefined,
      cancelRetry: undefined,
    };
    bySchool.set(school, lane);
    return lane;
  }

  async #run(listener: string, school: string, lane: Lane): Promise<void> {
    await this.#turn();
    let waitMs: number | undefined;
    while (lane.isWanted && !this.#isStopped && waitMs === undefined) {
      lane.isWanted = false;
      const { hasWantedLetters, look } = lane;
      lane.hasWantedLetters = false;
      lane.look = undefined;
      waitMs = await this.#gates.get(listener)?.(() =>
        this.#deliver(listener, school, { hasWantedLetters, look }),
      );
    }
    lane.running = undefined;
    if (waitMs !== undefined && !this.#isClosing) {
      lane.cancelRetry = this.#settings.schedule(waitMs, () => this.#wakeLane(listener, school));
    } else {
      this.#lanes.get(listener)?.delete(school);
    }
  }

  async #deliver(
    listener: string,
    school: string,
    seen: Pick<DeliveryTask, "hasWantedLetters" | "look">,
  ): Promise<number | undefined> {
    const listeners = this.#listeners.get(listener) ?? {};
    try {
      return await deliverPending({
        services: this.#services,
        listener,
        listeners,
        school,
        settings: this.#settings,
        ...seen,
        isStopped: () => this.#isStopped,
      });
    } catch (error) {
      // The store itself failed: the cursor stands where it stood.
      this.#services.logger.error({ err: error, plugin: listener, school }, "Delivery failed");
      return Math.min(this.#pollMs, LONGEST_DELAY_MS);
    }
  }
}
