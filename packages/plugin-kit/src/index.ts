export { definePlugin } from "./define-plugin.ts";
export { LEDGER_EVENT_TYPES, type LedgerEvent, type LedgerEventType } from "./ledger-event.ts";
export type {
  DeskPage,
  DeskPageRequest,
  Listeners,
  Plugin,
  PluginApis,
  PluginParts,
  ScheduledJob,
} from "./plugin.ts";
export type { PluginHost, PluginLogger, PluginReads, SchoolFacts } from "./plugin-host.ts";
export type { QuoteLine, QuoteRequest, QuoteSource } from "./quote.ts";
