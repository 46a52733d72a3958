import { type Logger, pino } from "pino";
import type { LogLevel } from "./config/config.ts";

/** Writes lines of JSON to standard error, so that standard output is left for what is meant to be read there. */
export function makeLogger(level: LogLevel): Logger {
  const destination = pino.destination({ dest: 2, sync: false });
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
}
