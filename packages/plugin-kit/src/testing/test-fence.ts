import type { OperationNode } from "kysely";
import { beyondOneSchool } from "../host/beyond-one-school.ts";
import type { OwnTablesOptions } from "../host/own-tables.ts";
import type { TestStore } from "./test-store.ts";
import { realTimer } from "./time-limit.ts";

export interface TestFence extends OwnTablesOptions {
  /** Notes which tables are of schools: to be called once the migrations have run, which may change rows of all. */
  noteTables(): Promise<void>;
}

/**
 * The fence of a server. Beyond that it refuses with SCHOOL_NOT_NAMED what writes to a table of schools, or locks its
 * rows, without naming one school.
 */
export function testFence(plugin: string, store: TestStore): TestFence {
  let tables: ReadonlySet<string> = new Set();
  return {
    schedule: realTimer,
    transactionLimitMs: 5_000,
    fault: (code, of, { en }) => Object.assign(new Error(en), { code, plugin: of }),
    async noteTables() {
      tables = new Set(await store.tablesOfSchools());
    },
    refuse(statement: OperationNode) {
      const table = beyondOneSchool(statement, {
        column: "school",
        isIn: (name) => tables.has(name),
      });
      if (table === undefined) return;
      const message = `A statement of the plugin "${plugin}" writes to "${table}", or locks its rows, without naming one school. Give the insert rows of one school, or the condition \`.where("school", "=", school)\`; do what is for all schools school by school.`;
      throw Object.assign(new Error(message), { code: "SCHOOL_NOT_NAMED", plugin });
    },
  };
}
