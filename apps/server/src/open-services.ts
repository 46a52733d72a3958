import { type Clock, clockFrom, systemClock } from "./clock.ts";
import type { ResolvedConfig } from "./config/resolve-config.ts";
import { newId } from "./ids.ts";
import { makeLogger } from "./make-logger.ts";
import type { Services } from "./services.ts";
import { openStore } from "./store/open-store.ts";
import type { Store } from "./store/store.ts";

/** The services of a store that is open and of the present version. */
export interface OpenedServices {
  readonly services: Services;
  /** Names of the migrations that this opening ran; none when the store was of the present version. */
  readonly migrations: readonly string[];
}

/**
 * Opens the store and brings its tables to the present version. No plugin has a say yet, and nobody is
 * told of commits: enough for commands beside a server. Close the store at the end.
 */
export async function openServices(config: ResolvedConfig): Promise<OpenedServices> {
  const store = await openStore(config.store);
  const services = servicesOn(store, config);
  try {
    return { services, migrations: await store.migrate() };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** The services of a store as it is, whatever the version of its tables. */
export function servicesOn(store: Store, config: ResolvedConfig): Services {
  const clock = clockOf(config.clock);
  return {
    store,
    clock,
    newId: (prefix) => newId(prefix, clock.now()),
    rules: async () => [],
    logger: makeLogger(config.logLevel),
    announce: () => undefined,
  };
}

function clockOf(setting: string): Clock {
  return setting === "real" ? systemClock : clockFrom(Date.parse(setting));
}
