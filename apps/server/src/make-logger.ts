import { type DestinationStream, type Logger, pino } from "pino";
import { bareError } from "./bare-error.ts";
import type { LogLevel } from "./config/config.ts";

/** A write for each line costs a busy server more than the line itself. */
const GATHERED_BYTES = 16_384;
const LONGEST_WAIT_MILLISECONDS = 250;

/**
 * Writes lines of JSON to standard error, so that standard output is left for what is meant to be read there. Of errors
 * (`err`) they hold nothing that people have entered. Lines are gathered, and appear after a quarter of a second at the latest, and before the process ends, unless a signal kills it.
 */
export function makeLogger(level: LogLevel): Logger {
  standardError ??= gatheredError();
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

/** A process has one standard error, so servers in it share what writes there. */
let standardError: DestinationStream | undefined;

/**
 * Standard error, to which lines are given on once a turn of the event loop: pino's own gathering measures all that it
 * holds at each line.
 */
function gatheredError(): DestinationStream {
  let lines: string[] = [];
  function giveOn(): void {
    const text = lines.join("");
    lines = [];
    if (text !== "") destination.write(text);
  }
  // Before pino's own listener, which writes what it holds.
  process.once("exit", giveOn);
  const destination = pino.destination({
    dest: 2,
    sync: false,
    minLength: GATHERED_BYTES,
    maxWrite: 4 * GATHERED_BYTES,
    periodicFlush: LONGEST_WAIT_MILLISECONDS,
  });
  return {
    write(line) {
      if (lines.push(line) === 1) setImmediate(giveOn);
    },
  };
}

/** The member `time` of a line: written once a millisecond, in which a busy server logs many. */
function timeMember(): string {
  const now = Date.now();
  if (now !== written.now) written = { now, member: `,"time":"${new Date(now).toISOString()}"` };
  return written.member;
}

let written = { now: Number.NaN, member: "" };
