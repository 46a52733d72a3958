import type { Instant, School, SchoolCalendar, SpaceTree } from "@neuadd/core";
import type { Kysely } from "kysely";
import type { LedgerEvent } from "./ledger-event.ts";

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
}

/** A log for machines: facts in `details`, one fixed sentence as the message, no personal data in either. */
export interface PluginLogger {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

/** Reads that the server offers to plugins. What they answer is a copy: changing it changes nothing. */
export interface PluginReads {
  /** Ids of all schools, sorted. */
  schools(): Promise<readonly string[]>;
  /** Undefined when there is no such school. */
  school(id: string): Promise<SchoolFacts | undefined>;
  /**
   * Entries of a school's ledger after a revision, oldest first: whole revisions, about `limit`
   * entries (default 100, at most 1000). Empty when there is no such school.
   */
  events(school: string, afterRevision: number, limit?: number): Promise<readonly LedgerEvent[]>;
}

/** What of a school a plugin may read. */
export interface SchoolFacts {
  readonly school: School;
  readonly tree: SpaceTree;
  readonly calendar: SchoolCalendar;
  /** Grows by one with every write to the school's ledger. */
  readonly revision: number;
}
