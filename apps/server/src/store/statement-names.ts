/** Texts of so many statements are named at most: each takes room in every connection that has met it. */
const NAMED_MAX = 256;
/** Those with more values differ by the number of their rows, and seldom come again. */
const VALUES_MAX = 24;

/** Gives statements names under which PostgreSQL keeps them, parsed and planned. */
export interface StatementNames {
  /** Undefined for a statement that is to be parsed each time. */
  nameOf(sql: string, parameters: readonly unknown[]): string | undefined;
}

/**
 * Names texts that come a second time, until there are as many as may be. One with a star in it has none: should another
 * process add a column, its plan would answer with too few of them, and PostgreSQL refuses that.
 */
export function statementNames(): StatementNames {
  const names = new Map<string, string>();
  /** Seen once. */
  const met = new Set<string>();
  return {
    nameOf(sql, parameters) {
      const name = names.get(sql);
      if (name !== undefined) return name;
      if (parameters.length > VALUES_MAX || names.size >= NAMED_MAX || !mayBeNamed(sql))
        return undefined;
      if (met.delete(sql)) {
        const next = `neuadd_${names.size}`;
        names.set(sql, next);
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
