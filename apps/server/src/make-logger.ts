import { type Logger, pino } from "pino";
import { bareError } from "./bare-error.ts";
import type { LogLevel } from "./config/config.ts";

/** A write for each line costs a busy server more than the line itself. */
const GATHERED_BYTES = 4096;
const LONGEST_WAIT_MILLISECONDS = 250;

/**
 * Writes lines of JSON to standard error, so that standard output is left for what is meant to be read there. Of errors
 * (`err`) they hold nothing that people have entered. Lines are gathered, and appear after a quarter of a second at the latest, and before the process ends, unless a signal kills it.
 */
export function makeLogger(level: LogLevel): Logger {
  standardError ??= pino.destination({
    dest: 2,
    sync: false,
    minLength: GATHERED_BYTES,
    periodicFlush: LONGEST_WAIT_MILLISECONDS,
  });
  return pino(
    {
      level,
      base: null,
      timestamp: timeMember,
      serializers: { err: bareError },
    },
    standardError,
  );
}

/** The member `time` of a line: written once a millisecond, in which a busy server logs many. */
function timeMember(): string {
  const now = Date.now();
  if (now !== written.now) written = { now, member: `,"time":"${new Date(now).toISOString()}"` };
  return written.member;
}

let written = { now: Number.NaN, member: "" };

/** A process has one standard error, so servers in it share what writes there. */
let standardError: ReturnType<typeof pino.destination> | undefined;
