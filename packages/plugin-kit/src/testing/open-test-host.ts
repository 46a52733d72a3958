import { eraseOnEvent } from "../host/erase-on-event.ts";
import { ownTables } from "../host/own-tables.ts";
import { partsFault } from "../host/parts-fault.ts";
import { quoteLine } from "../host/quote-line.ts";
import type { LedgerEvent } from "../ledger-event.ts";
import type { PersonalDataContext } from "../personal-data.ts";
import type { PluginHost } from "../plugin-host.ts";
import type { Plugin, PluginParts } from "../plugin.ts";
import type { QuoteLine } from "../quote.ts";
import { keptLog } from "./kept-log.ts";
import { memoryAccess } from "./memory-access.ts";
import { memoryCommands } from "./memory-commands.ts";
import { memoryDelivery } from "./memory-delivery.ts";
import { memoryHost } from "./memory-host.ts";
import { MemoryLedger, type TestRequest } from "./memory-ledger.ts";
import { memoryPage } from "./memory-page.ts";
import { memoryPersonalData } from "./memory-personal-data.ts";
import { memoryReads } from "./memory-reads.ts";
import { memoryRules } from "./memory-rules.ts";
import { migrateInMemory } from "./migrate-in-memory.ts";
import { openTestStore } from "./open-test-store.ts";
import { routeApp, type RouteApp } from "./route-app.ts";
import { testCaller, type TestCaller } from "./test-caller.ts";
import { testHirers } from "./test-hirers.ts";
import type { TestHost, TestHostOptions } from "./test-host.ts";
import { otherTestSchool, TEST_START, testSchool } from "./test-school.ts";
import { type TestFence, testFence } from "./test-fence.ts";
import type { TestStore } from "./test-store.ts";
import { withTimeLimit } from "./time-limit.ts";

const SETUP_LIMIT_MS = 30_000;
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
  const [first] = schools;
  if (first === undefined) throw new Error("A test host needs a school.");
  let now = options.now ?? TEST_START;
  const store = await openTestStore(options.postgresUrl ?? process.env["NEUADD_TEST_POSTGRES"]);
  const fence = testFence(plugin.id, store);
  const { logger, lines } = keptLog();
  const ledgers = new Map<string, MemoryLedger>();
  const known = new Map(hirers.map((hirer) => [hirer.id, hirer]));
  const reads = memoryReads(ledgers, known);
  const delivery = memoryDelivery(ledgers, hear);
  const host = memoryHost(plugin, options, {
    now: () => now,
    logger,
    tables: ownTables<object, object>(store.database, plugin.id, fence),
    reads,
    toldUpTo: async (school) => delivery.toldUpTo(school),
    commands: memoryCommands(plugin.id, ledgers),
    access: memoryAccess(reads),
  });
  let current = await setUp(plugin, host, store.database, fence);
  const rules = memoryRules({
    plugin: plugin.id,
    database: store.database,
    fence,
    reads,
    now: () => now,
    parts: () => current.parts,
    factsOf: (school) => ledgerOf(school).facts(),
  });
  for (const school of schools) {
    const ledger = new MemoryLedger(school, () => now, rules);
    ledgers.set(ledger.id, ledger);
  }

  function personalContext(): PersonalDataContext {
    return { tables: <Tables extends object>() => host.tables<Tables>(), now };
  }

  async function hear(event: LedgerEvent): Promise<void> {
    const { personalData } = plugin;
    const { on = {} } = current.parts;
    const listeners = personalData ? eraseOnEvent(personalData, on, personalContext) : on;
    await withTimeLimit(`The listener of ${event.type}`, LISTENER_LIMIT_MS, () =>
      listeners[event.type]?.(structuredClone(event)),
    );
  }

  function ledgerOf(school = first?.school.id ?? ""): MemoryLedger {
    const ledger = ledgers.get(school);
    if (ledger === undefined) throw new Error(`There is no school "${school}".`);
    return ledger;
  }

  const callerOf = (as: TestCaller | undefined) =>
    as === undefined ? undefined : testCaller(as, ledgerOf().facts().school);

  return {
    host,
    get parts() {
      return current.parts;
    },
    get api() {
      return current.parts.api ?? missing("The plugin has no api.");
    },
    get routes() {
      return current.routes;
    },
    school: first.school.id,
    hirers,
    logs: lines,
    ledger: ledgerOf,
    setNow: (instant) => void (now = instant),
    deliver: () => delivery.deliver(),
    deliverAgain: () => delivery.deliverAgain(),
    preview: (request, school) => ledgerOf(school).preview(request),
    quote: (request, school) => quoteOf(current.parts, ledgerOf(school), request),
    request: (path, { as, ...request } = {}) => {
      const caller = callerOf(as);
      return current.routes.request(`/v1/x/${plugin.id}${path}`, {
        ...request,
        ...(caller && { caller }),
      });
    },
    page: (path, language, given) =>
      memoryPage(pageOf(current.parts, path), now, callerOf).show(language, given),
    forms: (path, given) => memoryPage(pageOf(current.parts, path), now, callerOf).forms(given),
    send: (path, form, given) =>
      memoryPage(pageOf(current.parts, path), now, callerOf).send(form, given),
    runJob: async (id) => jobOf(current.parts, id).run(now),
    personal: memoryPersonalData({
      personalData: plugin.personalData,
      hirers: known,
      ledgers,
      context: personalContext,
    }),
    dump: () => store.dump(plugin.id),
    tableNames: () => store.names(),
    tablesNotLedBySchool: () => store.tablesNotLedBySchool(),
    async restart() {
      await current.parts.close?.();
      current = await setUp(plugin, host, store.database, fence);
    },
    async close() {
      await current.parts.close?.();
      await store.close();
    },
  };
}

/** Sets the plugin up on what is stored. */
async function setUp<Api extends object>(
  plugin: Plugin<string, Api>,
  host: PluginHost,
  database: TestStore["database"],
  fence: TestFence,
): Promise<{ readonly parts: PluginParts<Api>; readonly routes: RouteApp }> {
  await migrateInMemory(plugin, database, fence);
  await fence.noteTables();
  const parts = await withTimeLimit("setup", SETUP_LIMIT_MS, () => plugin.setup(host));
  const fault = partsFault(parts);
  if (fault !== undefined) {
    throw new Error(`What the plugin adds is not of the contract: ${fault.en}.`);
  }
  const routes = routeApp(plugin.id, parts.routes, (error) =>
    host.logger.error({ err: error }, "A route failed"),
  );
  return { parts, routes };
}

async function quoteOf(
  { quote }: PluginParts,
  ledger: MemoryLedger,
  request: TestRequest,
): Promise<readonly QuoteLine[]> {
  const decision = await ledger.preview(request);
  const { hirer, ...asked } = request;
  const of = { school: ledger.id, ...(hirer !== undefined && { hirer }) };
  const lines = await quote?.({ ...of, request: asked, decision });
  return (lines ?? []).map(quoteLine);
}

function pageOf({ pages = [] }: PluginParts, path: string) {
  const page = pages.find((one) => one.path === path);
  return page ?? missing(`The plugin has no page "${path}".`);
}

function jobOf({ jobs = [] }: PluginParts, id: string) {
  const job = jobs.find((one) => one.id === id);
  return job ?? missing(`The plugin has no job "${id}".`);
}

function missing(message: string): never {
  throw new Error(message);
}
