import { randomBytes } from "node:crypto";
import type { BookingRule, Hirer, Instant, Language, SeriesDecision } from "@neuadd/core";
import type { Kysely } from "kysely";
import { isFindingOf } from "../host/is-finding-of.ts";
import { ownTables, type OwnTablesOptions } from "../host/own-tables.ts";
import { partsFault } from "../host/parts-fault.ts";
import { quoteLine } from "../host/quote-line.ts";
import type { LedgerEvent } from "../ledger-event.ts";
import { type CallOut, OutwardFault } from "../outward-call.ts";
import type { PluginHost } from "../plugin-host.ts";
import type { Plugin, PluginParts } from "../plugin.ts";
import type { QuoteLine } from "../quote.ts";
import { keptLog, type LogLine } from "./kept-log.ts";
import { memoryAccess } from "./memory-access.ts";
import { memoryCommands } from "./memory-commands.ts";
import { MemoryLedger, type TestRequest, type TestRules } from "./memory-ledger.ts";
import { memoryReads } from "./memory-reads.ts";
import { migrateInMemory } from "./migrate-in-memory.ts";
import { routeApp, type RouteApp, type RouteRequest } from "./route-app.ts";
import { testCaller, type TestCaller } from "./test-caller.ts";
import { openTestStore } from "./open-test-store.ts";
import { testHirers } from "./test-hirers.ts";
import { otherTestSchool, TEST_START, testSchool, type TestSchool } from "./test-school.ts";
import { realTimer, withTimeLimit } from "./time-limit.ts";

export interface TestHostOptions {
  /** Default: `testSchool` and `otherTestSchool`. The first is the one that methods mean unless told. */
  readonly schools?: readonly TestSchool[];
  /** Default: `testHirers`. */
  readonly hirers?: readonly Hirer[];
  /** Where others reach it, without a slash at the end. Default: `https://neuadd.test`. */
  readonly publicUrl?: string;
  /**
   * A PostgreSQL database to keep the tables in, each host in a schema of its own; needs the package `pg`.
   * Default: what the environment variable NEUADD_TEST_POSTGRES says; without it SQLite in memory.
   */
  readonly postgresUrl?: string;
  /** Where the clock stands. Default: `TEST_START`, 24 August 2026. */
  readonly now?: Instant;
  /** Apis of the plugins that the plugin requires, by id. */
  readonly apis?: Readonly<Record<string, object>>;
  /** The way to the network. Default: none; every call is refused. */
  readonly fetch?: typeof fetch;
  /** The way to addresses that others name. Default: none; every call is refused. */
  readonly callOut?: CallOut;
  /** Timers. Default: real ones. */
  readonly schedule?: PluginHost["schedule"];
  /** Default: Node's. */
  readonly randomBytes?: PluginHost["randomBytes"];
}

/** A plugin that is set up on a store, ledgers and a clock in memory. */
export interface TestHost<Api extends object = object> {
  readonly host: PluginHost;
  /** Of the present start: a restart makes others. */
  readonly parts: PluginParts<Api>;
  readonly api: Api;
  /** Id of the first school. */
  readonly school: string;
  readonly hirers: readonly Hirer[];
  readonly logs: readonly LogLine[];
  /** The ledger of a school, default the first: `ledger().request(…)`. */
  ledger(school?: string): MemoryLedger;
  setNow(now: Instant): void;
  /** Hands the listeners what they have not had, school by school and in order. Throws what one throws. */
  deliver(): Promise<void>;
  /** Hands the listeners everything from the beginning once more: "at least once" allows it. */
  deliverAgain(): Promise<void>;
  preview(request: TestRequest, school?: string): Promise<SeriesDecision>;
  /** The lines for what a preview of the request gives. */
  quote(request: TestRequest, school?: string): Promise<readonly QuoteLine[]>;
  /** `path` within the plugin's routes: `/schools/ysgol-y-prawf`. */
  request(path: string, request?: TestHostRequest): Promise<Response>;
  readonly routes: RouteApp;
  page(path: string, language: Language, given?: TestPageRequest): Promise<string>;
  runJob(id: string): Promise<void>;
  /** All rows of the plugin's tables as text: equal texts, equal tables. */
  dump(): Promise<string>;
  /** Names of all tables and indexes that were made. */
  tableNames(): Promise<readonly string[]>;
  /** Closes the plugin and sets it up again on what is stored. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export interface TestHostRequest extends Omit<RouteRequest, "caller"> {
  readonly as?: TestCaller;
}

export interface TestPageRequest {
  readonly query?: Readonly<Record<string, string>>;
  readonly as?: TestCaller;
}

const SETUP_LIMIT_MS = 30_000;
const RULES_LIMIT_MS = 2_000;
const LISTENER_LIMIT_MS = 30_000;

/**
 * Sets a plugin up as a server would, without one: its tables in SQLite in memory, behind the fence that a
 * server has; schools and hirers to work with; a clock that stands. Close it at the end.
 *
 * @throws whatever the plugin's migrations or `setup` throw, and an Error for parts that are not of the contract
 */
export async function openTestHost<Api extends object>(
  plugin: Plugin<string, Api>,
  options: TestHostOptions = {},
): Promise<TestHost<Api>> {
  const { schools = [testSchool, otherTestSchool], hirers = testHirers } = options;
  let now = options.now ?? TEST_START;
  const store = await openTestStore(options.postgresUrl ?? process.env["NEUADD_TEST_POSTGRES"]);
  const { logger, lines } = keptLog();
  const fence = fenceOf();
  const ledgers = new Map<string, MemoryLedger>();
  const reads = memoryReads(ledgers, new Map(hirers.map((hirer) => [hirer.id, hirer])));
  const tables = ownTables<object, object>(store.database, plugin.id, fence);
  const host: PluginHost = {
    id: plugin.id,
    now: () => now,
    logger,
    tables: <Tables extends object>() => tables as unknown as Kysely<Tables>,
    plugin<OtherApi extends object>(id: string): OtherApi {
      const api = plugin.requires?.includes(id) ? options.apis?.[id] : undefined;
      if (api === undefined) throw new Error(`"${id}" is not in requires, or has no api here.`);
      return api as OtherApi;
    },
    reads,
    commands: memoryCommands(plugin.id, ledgers),
    access: memoryAccess(reads),
    publicUrl: options.publicUrl ?? "https://neuadd.test",
    languages: ["cy", "en"],
    randomBytes: options.randomBytes ?? ((count) => new Uint8Array(randomBytes(count))),
    fetch: options.fetch ?? noNetwork,
    callOut: options.callOut ?? noWayOut,
    schedule: options.schedule ?? realTimer,
  };
  let current = await start();
  for (const school of schools) {
    const ledger = new MemoryLedger(school, () => now, rulesOf);
    ledgers.set(ledger.id, ledger);
  }
  const [first] = ledgers.keys();
  if (first === undefined) throw new Error("A test host needs a school.");
  const delivered = new Map<string, number>();

  async function start(): Promise<{ readonly parts: PluginParts<Api>; readonly routes: RouteApp }> {
    await migrateInMemory(plugin, store.database, fence);
    const parts = await withTimeLimit("setup", SETUP_LIMIT_MS, () => plugin.setup(host));
    const fault = partsFault(parts);
    if (fault !== undefined)
      throw new Error(`What the plugin adds is not of the contract: ${fault.en}.`);
    const routes = routeApp(plugin.id, parts.routes, (error) =>
      logger.error({ err: error }, "A route failed"),
    );
    return { parts, routes };
  }

  async function rulesOf(subject: Parameters<TestRules>[0]): Promise<readonly BookingRule[]> {
    const { rules = [] } = current.parts;
    if (typeof rules !== "function") return rules.map((rule) => checkedRule(plugin.id, rule));
    const { school, request, booking } = subject;
    const { hirer, ...asked } = request;
    const facts = ledgerOf(school).facts();
    const ask = async (database: Kysely<object>) => {
      const given = await withTimeLimit("The function of rules", RULES_LIMIT_MS, () => {
        const own = ownTables<object, object>(database, plugin.id, { ...fence, isReadOnly: true });
        return rules({
          school,
          ...(hirer !== undefined && { hirer }),
          ...(booking !== undefined && { booking }),
          request: asked,
          now,
          facts,
          tables: <Tables extends object>() => own as unknown as Kysely<Tables>,
          reads,
        });
      });
      return given.map((rule) => checkedRule(plugin.id, rule));
    };
    if (subject.isPreview) return ask(store.database);
    return store.database.transaction().execute(ask);
  }

  function ledgerOf(school = first ?? ""): MemoryLedger {
    const ledger = ledgers.get(school);
    if (ledger === undefined) throw new Error(`There is no school "${school}".`);
    return ledger;
  }

  async function handOver(event: LedgerEvent): Promise<void> {
    await withTimeLimit(`The listener of ${event.type}`, LISTENER_LIMIT_MS, () =>
      current.parts.on?.[event.type]?.(structuredClone(event)),
    );
  }

  async function deliver(): Promise<void> {
    for (const { id, events } of ledgers.values()) {
      const done = delivered.get(id) ?? 0;
      for (const event of events.slice(done)) await handOver(event);
      delivered.set(id, events.length);
    }
  }

  const callerOf = (as: TestCaller | undefined) =>
    as === undefined ? undefined : testCaller(as, ledgerOf().facts().school);

  return {
    host,
    get parts() {
      return current.parts;
    },
    get api() {
      return current.parts.api ?? missing<Api>("The plugin has no api.");
    },
    get routes() {
      return current.routes;
    },
    school: first,
    hirers,
    logs: lines,
    ledger: ledgerOf,
    setNow: (instant) => void (now = instant),
    deliver,
    async deliverAgain() {
      delivered.clear();
      await deliver();
    },
    preview: (request, school) => ledgerOf(school).preview(request),
    async quote(request, school = first) {
      const decision = await ledgerOf(school).preview(request);
      const { hirer, ...asked } = request;
      const lines = await current.parts.quote?.({
        school,
        ...(hirer !== undefined && { hirer }),
        request: asked,
        decision,
      });
      return (lines ?? []).map(quoteLine);
    },
    request: (path, { as, ...request } = {}) => {
      const caller = callerOf(as);
      return current.routes.request(`/v1/x/${plugin.id}${path}`, {
        ...request,
        ...(caller && { caller }),
      });
    },
    async page(path, language, { query = {}, as } = {}) {
      const page = current.parts.pages?.find((one) => one.path === path);
      if (page === undefined) throw new Error(`The plugin has no page "${path}".`);
      const caller = callerOf(as ?? (page.audience === "school" ? "school" : undefined));
      const html = await page.render({ language, now, query, ...(caller && { caller }) });
      return html.toString();
    },
    async runJob(id) {
      const job = current.parts.jobs?.find((one) => one.id === id);
      if (job === undefined) throw new Error(`The plugin has no job "${id}".`);
      await job.run(now);
    },
    dump: () => store.dump(plugin.id),
    tableNames: () => store.names(),
    async restart() {
      await current.parts.close?.();
      current = await start();
    },
    async close() {
      await current.parts.close?.();
      await store.close();
    },
  };
}

/** A rule whose findings are checked: a server would deny the date, a test is told. */
function checkedRule(plugin: string, rule: BookingRule): BookingRule {
  return (placed, request, now) => {
    const findings = rule(placed, request, now);
    const bad = findings.find((finding) => !isFindingOf(plugin, finding));
    if (bad === undefined) return findings;
    throw new TypeError(
      `A rule must answer findings with a code "${plugin}/CODE", a message in both languages and details, not ${JSON.stringify(bad)}.`,
    );
  };
}

function fenceOf(): OwnTablesOptions {
  return {
    schedule: realTimer,
    transactionLimitMs: 5_000,
    fault: (code, plugin, { en }) => Object.assign(new Error(en), { code, plugin }),
  };
}

const noNetwork: typeof fetch = async () => {
  throw new Error("A test host has no network. Give openTestHost a fetch of the test's own.");
};

const noWayOut: CallOut = async () => {
  throw new OutwardFault("NAME_UNKNOWN", "A test host has no network. Give it a callOut.");
};

function missing<Value>(message: string): Value {
  throw new Error(message);
}
