export type { AskedSeries } from "./asked-series.ts";
export {
  BLOCK_KINDS,
  type BlockedDate,
  type BlockFacts,
  type BlockKind,
  type BlockRequest,
} from "./block-facts.ts";
export type {
  BookedRequest,
  BookingFacts,
  BookingsWanted,
  OccurrenceFacts,
} from "./booking-facts.ts";
export {
  type DataCell,
  type DataGroup,
  type DataRow,
  dataTable,
  type DataTable,
} from "./data-table.ts";
export type { CallerKind } from "./caller-kind.ts";
export type { CallerScope } from "./caller-scope.ts";
export {
  choosePublicSchool,
  chooseSchool,
  type ChosenSchool,
  type SchoolCounts,
} from "./choose-school.ts";
export { definePlugin } from "./define-plugin.ts";
export { ERASED_CONTACT, ERASED_TEXT } from "./erased.ts";
export { financialYearsBefore } from "./financial-years-before.ts";
export { describedAs } from "./described-as.ts";
export type { DeskAction, DeskField, DeskForm } from "./desk-action.ts";
export type { DeskPage, DeskPageRequest, RenderedHtml } from "./desk-page.ts";
export type { FactsPage, PageWanted } from "./facts-page.ts";
export { LEDGER_EVENT_TYPES, type LedgerEvent, type LedgerEventType } from "./ledger-event.ts";
export type { Listeners } from "./listeners.ts";
export { namesPerson } from "./names-person.ts";
export {
  OUTWARD_FAULTS,
  OutwardFault,
  type CallOut,
  type OutwardAnswer,
  type OutwardFaultCode,
  type OutwardRequest,
} from "./outward-call.ts";
export type {
  BookingPlace,
  DataSubject,
  HeldData,
  HeldRecord,
  PersonalData,
  PersonalDataContext,
  PersonalDataLimits,
} from "./personal-data.ts";
export type { AccessNeeds, PluginAccess } from "./plugin-access.ts";
export type { BlockOutcome, PluginCommands } from "./plugin-commands.ts";
export type { PluginCaller, PluginEnvironment, PluginExchange } from "./plugin-environment.ts";
export type { PluginHost, PluginLogger } from "./plugin-host.ts";
export { PluginProblem, type ProblemTexts } from "./plugin-problem.ts";
export type { PluginReads, SchoolFacts } from "./plugin-reads.ts";
export type { Plugin, PluginApis, PluginParts } from "./plugin.ts";
export { problemAnswers, ProblemSchema, type ProblemAnswer } from "./problem-answers.ts";
export type { QuoteLine, QuoteRequest, QuoteSource } from "./quote.ts";
export { refuseUnknownOptions } from "./refuse-unknown-options.ts";
export type { RuleContext, RuleSource } from "./rule-source.ts";
export type { ScheduledJob } from "./scheduled-job.ts";
