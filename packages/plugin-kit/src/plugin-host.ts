import type { Instant, Language } from "@neuadd/core";
import type { Kysely } from "kysely";
import type { CallOut } from "./outward-call.ts";
import type { PluginAccess } from "./plugin-access.ts";
import type { PluginCommands } from "./plugin-commands.ts";
import type { PluginReads } from "./plugin-reads.ts";

/** All that a plugin may touch. Never the app itself. */
export interface PluginHost {
  /** The plugin's own id. */
  readonly id: string;
  /** The server's clock, which is not the host's in a demonstration. */
  now(): Instant;
  /** Each line carries the plugin's id. */
  readonly logger: PluginLogger;
  /**
   * A query builder on the plugin's own tables, typed as `Tables` says. Every statement is checked:
   * a table, index or common table expression whose name does not begin with the plugin's prefix is
   * refused, and so is SQL text, whose tables can't be told (`fn.countAll()` does what `count(*)`
   * does). A transaction has 5 seconds, then it is rolled back.
   */
  tables<Tables extends object>(): Kysely<Tables>;
  /** The api of a plugin named in `requires`. Throws for any other. */
  plugin<Api extends object>(id: string): Api;
  readonly reads: PluginReads;
  /**
   * The revision of a school's ledger up to which this plugin's listeners have taken every entry: of later ones they have
   * yet to hear, be it in a moment. An answer that must not be behind the ledger takes `reads.events` from there first.
   * 0 where they have yet to begin, and for a plugin without listeners.
   */
  toldUpTo(school: string): Promise<number>;
  readonly commands: PluginCommands;
  /** Who may call a route. */
  readonly access: PluginAccess;
  /** Where others reach the server, without a slash at the end: its routes are at `<publicUrl>/v1/x/<id>`. */
  readonly publicUrl: string;
  /** The languages that people are spoken to in, Welsh first. */
  readonly languages: readonly Language[];
  /** Random bytes that nobody can guess, for secrets and ids. A test may give others. */
  randomBytes(count: number): Uint8Array<ArrayBuffer>;
  /** The way out to addresses that the configuration names, as `fetch` of the platform. A test may give another. */
  readonly fetch: typeof fetch;
  /** The way out to addresses that anybody else names, such as a school: it can't be turned against the server's own network. */
  readonly callOut: CallOut;
  /**
   * Runs `work` once, `delayMs` real milliseconds from now, in this process; calling the answer cancels it. For what can't
   * wait for a job's minute. It is forgotten at a restart, so keep what is due in a table; cancel it in `close`.
   */
  schedule(delayMs: number, work: () => void): () => void;
}

/** A log for machines: facts in `details`, one fixed sentence as the message, no personal data in either. */
export interface PluginLogger {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}
