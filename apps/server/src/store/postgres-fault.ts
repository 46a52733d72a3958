import type { Bilingual } from "@neuadd/core";
import { ServerError } from "../server-error.ts";
import type { StoreFault } from "./store.ts";

/** SQLSTATEs of a transaction that was rolled back for another's sake: serialisation failure, deadlock. */
const UNDONE_STATES: ReadonlySet<string> = new Set(["40001", "40P01"]);

/** SQLSTATEs, and codes of sockets, after which the connection is of no use any more. */
const LOST_CODES =
  /^(?:08...|57P0[1235]|25P0[34]|ECONN\w+|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;

/** What the driver says of a connection without giving a code. */
const LOST_SENTENCES =
  /^(?:Connection terminated|Client has encountered a connection error|Client was closed|Query read timeout|timeout exceeded when trying to connect|timeout expired)/;

/** SQLSTATEs of an engine that has no room, or that waited too long: lock and statement time-outs. */
const BUSY_STATES = /^(?:53...|55P03|57014)$/;

/** What an error of `pg`, or one that has it as its cause, says of the transaction that met it. */
export function postgresFault(error: unknown): StoreFault | undefined {
  const code = codeOf(error);
  if (UNDONE_STATES.has(code)) return "undone";
  if (isLost(error, code)) return "lost";
  return error instanceof Error && error.cause !== undefined
    ? postgresFault(error.cause)
    : undefined;
}

/** The error, as STORE_UNAVAILABLE if it tells of the database and not of the statement. */
export function withSentence(error: unknown): unknown {
  const code = codeOf(error);
  if (isLost(error, code)) {
    return unavailable(NO_ANSWER, error);
  }
  if (UNDONE_STATES.has(code) || BUSY_STATES.test(code)) {
    return unavailable(TOO_BUSY, error);
  }
  return error;
}

function isLost(error: unknown, code: string): boolean {
  if (LOST_CODES.test(code)) return true;
  return code === "" && error instanceof Error && LOST_SENTENCES.test(error.message);
}

function codeOf(error: unknown): string {
  const code: unknown = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : "";
}

function unavailable(sentence: Bilingual, cause: unknown): ServerError {
  return new ServerError("STORE_UNAVAILABLE", sentence, { cause });
}

const NO_ANSWER: Bilingual = {
  cy: "Nid yw'r gronfa ddata'n ateb, neu mae wedi torri'r cysylltiad. Rhowch gynnig arall arni'n nes ymlaen.",
  en: "The database does not answer, or has broken the connection. Try again later.",
};

const TOO_BUSY: Bilingual = {
  cy: "Mae'r gronfa ddata'n rhy brysur i gyflawni hyn mewn pryd. Rhowch gynnig arall arni'n nes ymlaen.",
  en: "The database is too busy to carry this out in time. Try again later.",
};
