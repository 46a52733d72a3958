import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Bilingual, BookingRule, Instant, Language } from "@neuadd/core";
import type { Migration } from "kysely";
import type { LedgerEvent, LedgerEventType } from "./ledger-event.ts";
import type { PluginHost } from "./plugin-host.ts";
import type { QuoteSource } from "./quote.ts";

/** Listeners run after commit, in the order of the ledger of each school, at least once. */
export type Listeners = {
  readonly [Type in LedgerEventType]?: (event: LedgerEvent) => Promise<void> | void;
};

/** Work that recurs. Runs in one server process at a time, first one interval after the start. */
export interface ScheduledJob {
  /** Unique within the plugin. */
  readonly id: string;
  readonly everyMinutes: number;
  run(now: Instant): Promise<void> | void;
}

/** A page for people, at `/x/<plugin>/<path>`, in both languages. */
export interface DeskPage {
  /** Lower-case letters, digits and hyphens; empty for the plugin's first page. */
  readonly path: string;
  readonly title: Bilingual;
  /** Who may open it: anyone, or the bearer of a key of a school or above. */
  readonly audience: "anyone" | "school";
  /** The page's main content as HTML. What comes from data must be escaped: `html` of hono/html does so. */
  render(request: DeskPageRequest): Promise<string> | string;
}

export interface DeskPageRequest {
  readonly language: Language;
  readonly now: Instant;
  readonly query: Readonly<Record<string, string>>;
}

/** What a plugin adds. Seven kinds of contribution; an eighth needs a decision record. */
export interface PluginParts<Api extends object = object> {
  /** What other code may call, typed. */
  readonly api?: Api;
  /** Joined into every decision. Pure. */
  readonly rules?: readonly BookingRule[];
  /** Lines of the quote that comes with a preview. */
  readonly quote?: QuoteSource;
  /** Mounted under `/v1/x/<id>`, nowhere else; part of the OpenAPI document. */
  readonly routes?: OpenAPIHono;
  readonly on?: Listeners;
  readonly jobs?: readonly ScheduledJob[];
  readonly pages?: readonly DeskPage[];
  /** Called once when the server stops, in reverse order of start. */
  close?(): Promise<void> | void;
}

/** A plugin is a plain object. It adds; it never patches. */
export interface Plugin<Id extends string = string, Api extends object = object> {
  /** Lower-case letters, digits and hyphens. Prefixes its routes, tables, codes and pages. */
  readonly id: Id;
  /** Ids of plugins that must be configured too; they are set up before this one. */
  readonly requires?: readonly string[];
  /** Of its own tables only: every table is named `<id>_…`, with hyphens as underscores. */
  readonly migrations?: Readonly<Record<string, Migration>>;
  setup(host: PluginHost): PluginParts<Api> | Promise<PluginParts<Api>>;
}

/** The apis of a list of plugins, by id: `server.plugins.tariffs.quote(…)`. */
export type PluginApis<Plugins extends readonly Plugin[]> = {
  readonly [Item in Plugins[number] as Item["id"]]: Item extends Plugin<string, infer Api>
    ? Api
    : never;
};
