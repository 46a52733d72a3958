export { definePlugin } from "./define-plugin.ts";
export type { DeskPage, DeskPageRequest, RenderedHtml } from "./desk-page.ts";
export { LEDGER_EVENT_TYPES, type LedgerEvent, type LedgerEventType } from "./ledger-event.ts";
export type { Listeners } from "./listeners.ts";
export type { Plugin, PluginApis, PluginParts } from "./plugin.ts";
export type { PluginCaller, PluginEnvironment } from "./plugin-environment.ts";
export type { PluginHost, PluginLogger, PluginReads, SchoolFacts } from "./plugin-host.ts";
export type { QuoteLine, QuoteRequest, QuoteSource } from "./quote.ts";
export type { ScheduledJob } from "./scheduled-job.ts";
