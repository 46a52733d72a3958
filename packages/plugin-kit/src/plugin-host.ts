import type { Instant, School, SpaceTree, SchoolCalendar } from "@neuadd/core";
import type { Kysely } from "kysely";
import type { LedgerEvent } from "./ledger-event.ts";

export interface PluginLogger {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

/** What of a school a plugin may read. */
export interface SchoolFacts {
  readonly school: School;
  readonly tree: SpaceTree;
  readonly calendar: SchoolCalendar;
  readonly revision: number;
}

/** Reads that the server offers to plugins. */
export interface PluginReads {
  schools(): Promise<readonly string[]>;
  /** Undefined when there is no such school. */
  school(id: string): Promise<SchoolFacts | undefined>;
  /** Entries of a school's ledger after a revision, oldest first, at most `limit` (default 100). */
  events(school: string, afterRevision: number, limit?: number): Promise<readonly LedgerEvent[]>;
}

/** All that a plugin may touch. Never the app itself. */
export interface PluginHost {
  readonly id: string;
  /** The server's clock. */
  now(): Instant;
  readonly logger: PluginLogger;
  /** A query builder that refuses every table whose name does not begin with the plugin's prefix. */
  tables<Tables extends object>(): Kysely<Tables>;
  /** The api of a plugin named in `requires`. Throws for any other. */
  plugin<Api extends object>(id: string): Api;
  readonly reads: PluginReads;
}
