export { type Clock, clockFrom, systemClock } from "./clock.ts";
export { type Config, defineConfig, type LogLevel } from "./config/config.ts";
export {
  CONFIG_ERRORS,
  ConfigError,
  type ConfigErrorCode,
  type ConfigFault,
} from "./config/config-error.ts";
export { loadConfig } from "./config/load-config.ts";
export { withEnvironment } from "./config/with-environment.ts";
export { defaultPlugins } from "./default-configuration.ts";
export type { Limits } from "./http/limits.ts";
export { PLUGIN_ERRORS, PluginError, type PluginErrorCode } from "./plugins/plugin-error.ts";
export type { Schedule } from "./schedule.ts";
export { makeDataDirectory } from "./store/make-data-directory.ts";
export { createServer, type Server, type ServerDependencies } from "./server.ts";
export { SERVER_ERROR_CODES, ServerError, type ServerErrorCode } from "./server-error.ts";
export type { Services } from "./services.ts";

// commands and reads, for programs that hold a server of their own
export type { BookingRecord, BookingRequest } from "./ledger/booking-record.ts";
export { findActor } from "./keys/find-actor.ts";
export { issueKey } from "./keys/issue-key.ts";
export { createHirer } from "./hirers/create-hirer.ts";
export { listHirers } from "./hirers/list-hirers.ts";
export { approveBooking } from "./ledger/approve-booking.ts";
export { importSchool } from "./ledger/import-school.ts";
export { listBookings } from "./ledger/list-bookings.ts";
export { requestBooking } from "./ledger/request-booking.ts";
