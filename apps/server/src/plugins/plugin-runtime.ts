import type { OpenAPIHono } from "@hono/zod-openapi";
import type {
  DeskAction,
  DeskPage,
  DeskPageRequest,
  Listeners,
  PluginEnvironment,
  PluginExchange,
  QuoteLine,
  QuoteRequest,
  ScheduledJob,
} from "@neuadd/plugin-kit";
import type { DeskFormAnswer, DeskFormValues } from "@neuadd/plugin-kit/host";
import type { DecisionRules } from "../ledger/decision-rules.ts";
import type { PersonalKeepers } from "./personal-keepers.ts";

/** Plugins that are set up: all that they add, each part contained so that its fault harms nothing else. */
export interface PluginRuntime {
  /** In order of start: a plugin comes after those it requires. */
  readonly ids: readonly string[];
  /** By plugin; an empty object for a plugin that offers no api. */
  readonly apis: Readonly<Record<string, object>>;
  /** Of all plugins. A rule that fails denies the date with `<id>/FAILED`: a fault never makes a date bookable. */
  readonly rules: DecisionRules;
  /** Asks every plugin that prices. Never rejects. */
  quote(request: QuoteRequest): Promise<Quote>;
  /** By plugin, to be mounted under `/v1/x/<id>`. */
  readonly routes: ReadonlyMap<string, OpenAPIHono<PluginEnvironment>>;
  /** `render` rejects with PluginError PAGE_FAILED, already logged, when the plugin's own code fails. */
  readonly pages: readonly PluginPage[];
  /** By plugin; only those that listen. */
  readonly listeners: ReadonlyMap<string, Listeners>;
  readonly jobs: readonly PluginJob[];
  /** What all plugins hold about people. */
  readonly personalData: PersonalKeepers;
  /** Closes the plugins, the last that was set up first. A plugin that fails at it is logged. Safe to call again. */
  close(): Promise<void>;
}

/** The lines of all plugins, in order of start. */
export interface Quote {
  readonly lines: readonly QuoteLine[];
  /** Plugins that failed to price: their lines are missing from the quote, and it must not pass for a whole one. */
  readonly missing: readonly string[];
}

export interface PluginPage extends DeskPage {
  readonly plugin: string;
  render(request: DeskPageRequest): Promise<string>;
  /** Does what a form asks for. Rejects as `render` does; what was done by then is not known. */
  send(
    action: DeskAction,
    values: DeskFormValues,
    exchange: PluginExchange,
  ): Promise<DeskFormAnswer>;
}

export interface PluginJob extends ScheduledJob {
  readonly plugin: string;
}
