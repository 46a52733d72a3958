import { beyondOneSchool, type SchoolColumn } from "@neuadd/plugin-kit/host";
import { PostgresQueryCompiler, type KyselyPlugin, type RootOperationNode } from "kysely";
import type { Store } from "../../src/store/store.ts";

/** A statement as it was run. */
export interface SeenStatement {
  readonly node: RootOperationNode;
  readonly sql: string;
}

/** The store, with all that Kysely compiles written down. */
export function watchedStore(store: Store): {
  readonly store: Store;
  readonly seen: SeenStatement[];
} {
  const seen: SeenStatement[] = [];
  const compiler = new PostgresQueryCompiler();
  const watcher: KyselyPlugin = {
    transformQuery({ node, queryId }) {
      seen.push({ node, sql: compiler.compileQuery(node, queryId).sql });
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  return { seen, store: { ...store, database: store.database.withPlugin(watcher) } };
}

/** What belongs to no school: on several nodes, each has all of it. */
const OF_NO_SCHOOL: ReadonlySet<string> = new Set([
  "hirers",
  "api_keys",
  "idempotency_keys",
  "job_runs",
  "desk_sessions",
]);

/** Those that write or lock without naming one school, each once. */
export function statementFaults(statements: readonly SeenStatement[]): string[] {
  const faults = statements.filter(({ node }) => beyondOneSchool(node, SCHOOL_ID) !== undefined);
  return [...new Set(faults.map(({ sql }) => sql.trim()))];
}

const SCHOOL_ID: SchoolColumn = {
  column: "school_id",
  isIn: (table) => !OF_NO_SCHOOL.has(table),
};
