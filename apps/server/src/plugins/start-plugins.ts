import { randomBytes } from "node:crypto";
import type { Plugin, PluginHost, PluginParts, QuoteSource } from "@neuadd/plugin-kit";
import { askForKeys, eraseOnEvent, makeCallOut } from "@neuadd/plugin-kit/host";
import { RequestFault } from "../http/request-fault.ts";
import { type Schedule, systemSchedule } from "../schedule.ts";
import type { Services } from "../services.ts";
import { checkParts } from "./check-parts.ts";
import { containPage } from "./contained-page.ts";
import { askForQuote } from "./contained-quote.ts";
import { decidingRules } from "./deciding-rules.ts";
import { makeHost, type PluginSurroundings } from "./make-host.ts";
import { migratePlugins } from "./migrate-plugins.ts";
import { orderPlugins } from "./order-plugins.ts";
import { personalContext, personalKeepers, type PersonalKeepersParts } from "./personal-keepers.ts";
import { PluginError } from "./plugin-error.ts";
import type { PluginRuntime } from "./plugin-runtime.ts";
import { PLUGIN_TIME_LIMITS, type PluginTimeLimits } from "./plugin-time-limits.ts";
import { withinTime } from "./within-time.ts";

export interface PluginOptions extends Partial<PluginSurroundings> {
  /** Default: the host's timers. */
  readonly schedule?: Schedule;
  readonly limits?: Partial<PluginTimeLimits>;
}

/**
 * Checks, orders, migrates and sets up the plugins. The store must have been migrated; `services.rules`
 * is not looked at. When one fails, those already set up are closed again and nothing runs on.
 *
 * @throws PluginError with the codes of orderPlugins, PLUGIN_MIGRATION_FAILED, PLUGIN_SETUP_FAILED or
 * PLUGIN_PARTS_INVALID
 */
export async function startPlugins(
  plugins: readonly Plugin[],
  services: Services,
  options: PluginOptions = {},
): Promise<PluginRuntime> {
  const waits: Waits = {
    ...PLUGIN_TIME_LIMITS,
    ...options.limits,
    schedule: options.schedule ?? systemSchedule,
    publicUrl: options.publicUrl ?? "http://localhost",
    randomBytes: options.randomBytes ?? ((count) => new Uint8Array(randomBytes(count))),
    fetch: options.fetch ?? fetch,
    callOut: options.callOut ?? makeCallOut({ schedule: options.schedule ?? systemSchedule }),
  };
  const ordered = orderPlugins(plugins);
  for (const [plugin, migrations] of await migratePlugins(ordered, services, waits)) {
    if (migrations.length > 0) {
      services.logger.info({ plugin, migrations }, "Tables of a plugin migrated");
    }
  }
  const started = new Map<string, PluginParts>();
  const apis = new Map<string, object>();
  try {
    for (const plugin of ordered) {
      const parts = await setUp(plugin, makeHost(plugin, services, apis, waits), waits);
      started.set(plugin.id, parts);
      checkParts(plugin.id, parts);
      started.set(plugin.id, erasingParts(plugin, parts, { services, options: waits }));
      apis.set(plugin.id, parts.api ?? {});
    }
  } catch (error) {
    await closeParts(started, services, waits);
    throw error;
  }
  const personalData = personalKeepers(ordered, { services, options: waits });
  return { ...assemble(started, apis, services, waits), personalData };
}

type Waits = PluginTimeLimits & PluginSurroundings & { readonly schedule: Schedule };

async function setUp(plugin: Plugin, host: PluginHost, waits: Waits): Promise<PluginParts> {
  try {
    return await withinTime(waits.schedule, waits.setupLimitMs, () => plugin.setup(host));
  } catch (cause) {
    if (cause instanceof PluginError && cause.plugin === plugin.id) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new PluginError(
      "PLUGIN_SETUP_FAILED",
      plugin.id,
      {
        en: `The plugin "${plugin.id}" could not be set up: ${reason} Correct its options, or take it out of the configuration.`,
        cy: `Ni ellid gosod yr ategyn "${plugin.id}": ${reason} Cywirwch ei ddewisiadau, neu tynnwch ef o'r ffurfweddiad.`,
      },
      { cause },
    );
  }
}

/** What a plugin holds about people goes when the ledger says so, whether or not its own listeners ask for that. */
function erasingParts(
  { id, personalData }: Plugin,
  parts: PluginParts,
  keeping: PersonalKeepersParts,
): PluginParts {
  if (personalData === undefined) return parts;
  const on = eraseOnEvent(personalData, parts.on, () => personalContext(id, keeping));
  return { ...parts, on };
}

function assemble(
  started: ReadonlyMap<string, PluginParts>,
  apis: ReadonlyMap<string, object>,
  services: Services,
  waits: Waits,
): Omit<PluginRuntime, "personalData"> {
  const { logger } = services;
  const entries = [...started];
  const sources = partsBy<QuoteSource>(entries, ({ quote }) => quote);
  let closing: Promise<void> | undefined;
  return {
    ids: entries.map(([plugin]) => plugin),
    apis: Object.fromEntries(apis),
    rules: decidingRules(started, services, waits),
    quote: (request) => askForQuote(sources, request, { ...waits, logger }),
    routes: partsBy(entries, ({ routes }) => routes && askForKeys(routes, needKey)),
    pages: entries.flatMap(([plugin, { pages = [] }]) =>
      pages.map((page) => containPage(plugin, page, { ...waits, logger })),
    ),
    listeners: partsBy(entries, ({ on }) => (Object.keys(on ?? {}).length > 0 ? on : undefined)),
    jobs: entries.flatMap(([plugin, { jobs = [] }]) =>
      jobs.map((job) => ({
        plugin,
        id: job.id,
        everyMinutes: job.everyMinutes,
        run: (now) => job.run(now),
      })),
    ),
    close() {
      closing ??= closeParts(started, services, waits);
      return closing;
    },
  };
}

function needKey(): never {
  throw new RequestFault("AUTHENTICATION_REQUIRED");
}

/** One kind of part of each plugin that has it. */
function partsBy<Part>(
  entries: readonly (readonly [string, PluginParts])[],
  pick: (parts: PluginParts) => Part | undefined,
): ReadonlyMap<string, Part> {
  const picked = new Map<string, Part>();
  for (const [plugin, parts] of entries) {
    const part = pick(parts);
    if (part !== undefined) picked.set(plugin, part);
  }
  return picked;
}

async function closeParts(
  started: ReadonlyMap<string, PluginParts>,
  { logger }: Services,
  { schedule, closeLimitMs }: Waits,
): Promise<void> {
  for (const [plugin, parts] of [...started].toReversed()) {
    try {
      await withinTime(schedule, closeLimitMs, () => parts.close?.());
    } catch (error) {
      logger.error({ err: error, plugin }, "A plugin failed to close");
    }
  }
}
