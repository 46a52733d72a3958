import { PostgresQueryCompiler, type KyselyPlugin, type RootOperationNode } from "kysely";
import type { Store } from "../../src/store/store.ts";

/** A statement as it was run. */
export interface SeenStatement {
  readonly kind: RootOperationNode["kind"];
  readonly sql: string;
  readonly parameters: readonly unknown[];
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
      const { sql, parameters } = compiler.compileQuery(node, queryId);
      seen.push({ kind: node.kind, sql, parameters });
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
]);

const WRITE = /^\s*(?:insert\s+into|update|delete\s+from|replace\s+into|merge\s+into)\s+"?(\w+)"?/i;
const LOCK = /\bfor\s+(?:no\s+key\s+)?update\b|\bfor\s+(?:key\s+)?share\b/i;

/** Those that write or lock without naming one school, each once. */
export function statementFaults(statements: readonly SeenStatement[]): string[] {
  const faults = statements.flatMap((statement) => {
    const table = WRITE.exec(statement.sql)?.[1];
    const isLock = LOCK.test(statement.sql);
    if (table === undefined && !isLock) return [];
    if (table !== undefined && OF_NO_SCHOOL.has(table)) return [];
    return namesOneSchool(statement) ? [] : [statement.sql.trim()];
  });
  return [...new Set(faults)];
}

function namesOneSchool({ sql, parameters }: SeenStatement): boolean {
  const columns = /^\s*insert\s+into\s+"\w+"\s*\(([^)]*)\)/i.exec(sql)?.[1]?.split(/,\s*/);
  if (columns !== undefined) {
    const place = columns.indexOf('"school_id"');
    if (place < 0) return false;
    const schools = [...sql.matchAll(/\((\$\d+(?:,\s*\$\d+)*)\)/g)].map((row) => {
      const number = Number(/\d+/.exec(row[1]?.split(/,\s*/)[place] ?? "")?.[0]);
      return parameters[number - 1];
    });
    return new Set(schools).size === 1;
  }
  const condition = sql.slice(sql.search(/\bwhere\b/i));
  return /^where\s+"school_id" = \$\d+(?:\s+and\b|\s+returning\b|\s*$)/i.test(condition);
}
