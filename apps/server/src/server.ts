import { createServer as createHttpServer, type Server as HttpServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { Plugin, PluginApis } from "@neuadd/plugin-kit";
import { Hono } from "hono";
import { createApp } from "./app.ts";
import type { Config } from "./config/config.ts";
import { type ResolvedConfig, resolveConfig } from "./config/resolve-config.ts";
import { countBadKeys } from "./http/count-bad-keys.ts";
import { createMetrics } from "./http/metrics.ts";
import { recallFirst, recallParts } from "./http/recall-first.ts";
import { expirePersonalData } from "./hirers/expire-personal-data.ts";
import type { RetentionPeriods } from "./hirers/retention-periods.ts";
import { firstOperatorKey } from "./keys/first-operator-key.ts";
import { expireRequests } from "./ledger/expire-requests.ts";
import { listenOn, localUrl, stopListening } from "./listen.ts";
import { openServices } from "./open-services.ts";
import { type EventDelivery, startEventDelivery } from "./plugins/event-delivery.ts";
import { storedJobTurns } from "./plugins/job-turns.ts";
import type { PersonalKeepers } from "./plugins/personal-keepers.ts";
import type { PluginJob, PluginRuntime } from "./plugins/plugin-runtime.ts";
import { type JobRunner, runJobs } from "./plugins/run-jobs.ts";
import type { PluginSurroundings } from "./plugins/make-host.ts";
import { startPlugins } from "./plugins/start-plugins.ts";
import { type Schedule, systemSchedule } from "./schedule.ts";
import type { Services } from "./services.ts";
import { freeSqliteLeases } from "./store/free-sqlite-leases.ts";
import { createPages } from "./web/create-pages.tsx";

/** A server that is ready, and listens once it is told to. */
export interface Server<Plugins extends readonly Plugin[] = readonly Plugin[]> {
  /** The whole HTTP application: `app.request("/healthz")` answers without a port. */
  readonly app: ReturnType<typeof createApp>;
  /** What commands and reads of the ledger work with. */
  readonly services: Services;
  /** The api of each plugin, typed, by its id. */
  readonly plugins: PluginApis<Plugins>;
  /** The operator's key, when this start made the first one: it can't be had again. */
  readonly firstKey: string | undefined;
  /** Throws ConfigError PORT_TAKEN. */
  listen(): Promise<{ readonly url: string; readonly port: number }>;
  /**
   * Stops accepting, lets requests, jobs and listeners finish (ten seconds each at most), closes the
   * plugins, those set up last first, then the store. Safe to call again.
   */
  close(): Promise<void>;
}

export interface ServerDependencies extends Partial<
  Pick<PluginSurroundings, "randomBytes" | "fetch" | "callOut">
> {
  /** The timers of jobs, listeners and time limits. Default: the host's; a test moves its own by hand. */
  readonly schedule?: Schedule;
  /** Pages of one's own beside the server's, at any path but those of the API. A path of both is theirs. */
  readonly site?: Hono;
}

const DRAIN_LIMIT_MS = 10_000;
const EXPIRE_EVERY_MINUTES = 15;
const RETAIN_EVERY_MINUTES = 24 * 60;

/**
 * Opens the store, migrates it, sets the plugins up and puts the application together. Reads no
 * environment: `withEnvironment` brings that into a configuration.
 *
 * @throws ConfigError, PluginError, or ServerError STORE_UNAVAILABLE; nothing is left open then
 */
export async function createServer<const Plugins extends readonly Plugin[] = readonly []>(
  config: Config<Plugins> = {},
  { schedule = systemSchedule, site, ...surroundings }: ServerDependencies = {},
): Promise<Server<Plugins>> {
  const resolved = resolveConfig(config);
  if (resolved.store.sqlite !== undefined) freeSqliteLeases(resolved.store.sqlite);
  const { services: opened, migrations } = await openServices(resolved);
  if (migrations.length > 0) opened.logger.info({ migrations }, "Tables migrated");
  const announcements: Announcements = {};
  const foundation: Services = {
    ...opened,
    announce: (school) => announcements.wake?.(school),
  };
  let plugins: PluginRuntime | undefined;
  try {
    plugins = await startPlugins(resolved.plugins, foundation, {
      ...surroundings,
      schedule,
      publicUrl: publicUrlOf(resolved),
    });
    return await assemble(resolved, foundation, plugins, { schedule, announcements, site });
  } catch (error) {
    await plugins?.close();
    await foundation.store.close();
    throw error;
  }
}

async function assemble<Plugins extends readonly Plugin[]>(
  config: ResolvedConfig<Plugins>,
  foundation: Services,
  plugins: PluginRuntime,
  {
    schedule,
    announcements,
    site,
  }: {
    readonly schedule: Schedule;
    readonly announcements: Announcements;
    readonly site: Hono | undefined;
  },
): Promise<Server<Plugins>> {
  const services: Services = { ...foundation, rules: plugins.rules };
  const delivery = await startEventDelivery(services, plugins.listeners, { schedule });
  announcements.wake = (school) => delivery.wake(school);
  const turns = storedJobTurns(services.store, { schedule });
  const ownJobs = [
    expiryJob(services),
    retentionJob(services, config.retention, plugins.personalData),
  ];
  const jobs = runJobs([...plugins.jobs, ...ownJobs], services, { schedule, turns });
  const firstKey = await firstOperatorKey(services);
  const publicUrl = publicUrlOf(config);
  const pages = new Hono();
  if (site !== undefined) pages.route("/", site);
  const metrics = createMetrics();
  const countBadKey = countBadKeys(config.limits);
  const recall = recallParts(services, config.limits, metrics);
  const pageParts = {
    plugins,
    metrics,
    countBadKey,
    ...(config.publicUrl !== undefined && { publicUrl }),
  };
  pages.route("/", createPages(services, pageParts));
  const app = createApp(services, {
    plugins,
    metrics,
    pages,
    publicUrl,
    limits: config.limits,
    countBadKey,
    recall,
  });
  const http = createHttpServer(recallFirst(recall, getRequestListener(app.fetch)));
  let closing: Promise<void> | undefined;
  return {
    app,
    services,
    plugins: plugins.apis as PluginApis<Plugins>,
    firstKey,
    async listen() {
      const port = await listenOn(http, config.port, config.host);
      return { url: localUrl(config.host, port), port };
    },
    close() {
      closing ??= closeAll({ http, jobs, delivery, plugins, services, schedule });
      return closing;
    },
  };
}

/** Commits are told from the start; who hears of them is known once the listeners are. */
interface Announcements {
  wake?: (school: string) => void;
}

function publicUrlOf({ publicUrl, host, port }: ResolvedConfig): string {
  return publicUrl ?? localUrl(host, port);
}

async function closeAll(parts: {
  readonly http: HttpServer;
  readonly jobs: JobRunner;
  readonly delivery: EventDelivery;
  readonly plugins: PluginRuntime;
  readonly services: Services;
  readonly schedule: Schedule;
}): Promise<void> {
  await stopListening(parts.http, parts.schedule, DRAIN_LIMIT_MS);
  await Promise.all([parts.jobs.close(), parts.delivery.close()]);
  await parts.plugins.close();
  await parts.services.store.close();
}

/** The server's own work that recurs: requests that nobody answered lapse, where the school has said when. */
function expiryJob(services: Services): PluginJob {
  return {
    plugin: "server",
    id: "expire-requests",
    everyMinutes: EXPIRE_EVERY_MINUTES,
    async run() {
      const count = await expireRequests(services);
      if (count > 0) services.logger.info({ count }, "Requests lapsed");
    },
  };
}

/** Personal data whose time is over goes once a day. The log says how much, and nothing of whom. */
function retentionJob(
  services: Services,
  periods: RetentionPeriods,
  keepers: PersonalKeepers,
): PluginJob {
  return {
    plugin: "server",
    id: "expire-personal-data",
    everyMinutes: RETAIN_EVERY_MINUTES,
    async run() {
      const expired = await expirePersonalData(services, periods, keepers);
      const isAny = Object.values(expired).some((count) => count > 0);
      if (isAny) services.logger.info({ expired }, "Personal data erased: its time was over");
    },
  };
}
