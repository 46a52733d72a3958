import type { OpenAPIHono } from "@hono/zod-openapi";
import type { BookingRule } from "@neuadd/core";
import type { Migration } from "kysely/migration";
import type { DeskPage } from "./desk-page.ts";
import type { Listeners } from "./listeners.ts";
import type { PersonalData } from "./personal-data.ts";
import type { PluginEnvironment } from "./plugin-environment.ts";
import type { PluginHost } from "./plugin-host.ts";
import type { QuoteSource } from "./quote.ts";
import type { RuleSource } from "./rule-source.ts";
import type { ScheduledJob } from "./scheduled-job.ts";

/**
 * A plugin is a plain object, made by `definePlugin`. It adds; it never patches: nothing here can
 * change what the server or another plugin does.
 */
export interface Plugin<Id extends string = string, Api extends object = object> {
  /**
   * At most 40 lower-case letters, digits and single hyphens, beginning with a letter. Prefixes its
   * routes, tables, codes and pages. The server refuses to start when two plugins share an id, when
   * one's table names would begin as another's, or when they could meet its own tables.
   */
  readonly id: Id;
  /** Ids of plugins that must be configured too; they are set up before this one. No circles. */
  readonly requires?: readonly string[];
  /**
   * By name, run once each in order of name before `setup`, all that are new or none. Of its own
   * tables only: each table and index is named `<id>_…`, with hyphens as underscores. Never rename,
   * reorder or take out one that has been released. `down` is not used.
   */
  readonly migrations?: Readonly<Record<string, Migration>>;
  /** What it holds about people in its tables. Absent: nothing; the conformance suite looks. */
  readonly personalData?: PersonalData;
  /**
   * Called once at every start, after the migrations. What it throws stops the start, with this
   * plugin named; it has 30 seconds.
   */
  setup(host: PluginHost): PluginParts<Api> | Promise<PluginParts<Api>>;
}

/** What a plugin adds. Seven kinds of contribution; an eighth needs a decision record. */
export interface PluginParts<Api extends object = object> {
  /** What other code may call, typed: `server.plugins.<id>`, and `host.plugin` of those that require this one. */
  readonly api?: Api;
  /**
   * Joined into every decision: preview, booking, approval, amendment. Each rule is pure and quick; it
   * runs for each date of a series. Codes are `<id>/CODE`. With `warning: true` a rule tells something
   * of a date without denying it. A rule that throws, or answers anything else, denies the date with
   * `<id>/FAILED`. Rules that need facts come from a function, asked once for each decision.
   */
  readonly rules?: readonly BookingRule[] | RuleSource;
  /** Lines of the quote that comes with a preview. */
  readonly quote?: QuoteSource;
  /**
   * Mounted under `/v1/x/<id>`, nowhere else; part of the OpenAPI document when made with
   * `createRoute`. What a handler throws is answered as a problem and harms nothing else.
   */
  readonly routes?: OpenAPIHono<PluginEnvironment>;
  readonly on?: Listeners;
  readonly jobs?: readonly ScheduledJob[];
  readonly pages?: readonly DeskPage[];
  /** Called once when the server stops, those set up last first, when no listener or job of the plugin runs any more. */
  close?(): Promise<void> | void;
}

/** The apis of a list of plugins, by id: `server.plugins["quiet-hours"].lastApproval(…)`. */
export type PluginApis<Plugins extends readonly Plugin[]> = {
  readonly [Item in Plugins[number] as Item["id"]]: Item extends Plugin<string, infer Api>
    ? Api
    : never;
};
