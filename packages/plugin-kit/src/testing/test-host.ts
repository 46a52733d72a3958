import type { Hirer, Instant, Language, SeriesDecision } from "@neuadd/core";
import type { DeskFormAnswer, DeskFormValues } from "../host/desk-form-answer.ts";
import type { CallOut } from "../outward-call.ts";
import type { PluginHost } from "../plugin-host.ts";
import type { PluginParts } from "../plugin.ts";
import type { QuoteLine } from "../quote.ts";
import type { LogLine } from "./kept-log.ts";
import type { MemoryLedger, TestRequest } from "./memory-ledger.ts";
import type { TestPersonalData } from "./memory-personal-data.ts";
import type { RouteApp, RouteRequest } from "./route-app.ts";
import type { TestCaller } from "./test-caller.ts";
import type { TestSchool } from "./test-school.ts";

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
  /** The forms that a page shows, as their buttons would send them: field by field what stands in it. */
  forms(path: string, given?: TestPageRequest): Promise<readonly TestForm[]>;
  /** Sends a form of a page, by default with the key of the first school. Answers what came of it, or what is wrong with it. */
  send(path: string, form: TestForm, given?: Pick<TestPageRequest, "as">): Promise<DeskFormAnswer>;
  runJob(id: string): Promise<void>;
  /** Gives out and erases what is personal. */
  readonly personal: TestPersonalData;
  /** All rows of the plugin's tables as text: equal texts, equal tables. */
  dump(): Promise<string>;
  /** Names of all tables and indexes that were made. */
  tableNames(): Promise<readonly string[]>;
  /** Tables with a column `school` whose primary key or a unique index does not lead with it. */
  tablesNotLedBySchool(): Promise<readonly string[]>;
  /** Closes the plugin and sets it up again on what is stored. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export interface TestHostRequest extends Omit<RouteRequest, "caller"> {
  readonly as?: TestCaller;
}

/** A form of a desk page: its action, and text by field. */
export interface TestForm {
  readonly action: string;
  readonly values: DeskFormValues;
}

export interface TestPageRequest {
  readonly query?: Readonly<Record<string, string>>;
  readonly as?: TestCaller;
}
