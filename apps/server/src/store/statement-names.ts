/** Texts of so many statements are named at most, and texts of so many values in all: each takes room in every connection. */
const NAMED_MAX = 256;
const VALUES_MAX = 12_000;
/** The rows of a series that holds all of a hall for a year, and hardly more. */
const VALUES_OF_ONE_MAX = 1_500;

/** Gives statements names under which PostgreSQL keeps them, parsed and planned. */
export interface StatementNames {
  /** Undefined for a statement that is to be parsed each time. */
  nameOf(sql: string, parameters: readonly unknown[]): string | undefined;
}

/**
 * Names texts that come a second time, until there are as many as may be: some ten megabytes for each connection. One with
 * a star in it has none: should another process add a column, its plan would answer with too few of them, and PostgreSQL
 * refuses that.
 */
export function statementNames(): StatementNames {
  const names = new Map<string, string>();
  /** Seen once. */
  const met = new Set<string>();
  let values = 0;
  return {
    nameOf(sql, { length }) {
      const name = names.get(sql);
      if (name !== undefined) return name;
      const hasRoom = names.size < NAMED_MAX && values + length <= VALUES_MAX;
      if (!hasRoom || length > VALUES_OF_ONE_MAX || !mayBeNamed(sql)) return undefined;
      if (met.delete(sql)) {
        const next = `neuadd_${names.size}`;
        names.set(sql, next);
        values += length;
        return next;
      }
      if (met.size >= NAMED_MAX) met.clear();
      met.add(sql);
      return undefined;
    },
  };
}

function mayBeNamed(sql: string): boolean {
  return /^\s*(?:select|with|insert|update|delete)\b/i.test(sql) && !sql.includes("*");
}
