import { sql, type Kysely } from "kysely";
import type { StoreSchema } from "./schema.ts";

/** What became of one table. */
export interface DistributedTable {
  readonly table: string;
  /** `bySchool`: a school's rows lie on one node. `everywhere`: each node has all rows. */
  readonly placement: "bySchool" | "everywhere";
}

/** Whether the database has the functions of the extension Citus. */
export async function canDistribute(database: Kysely<StoreSchema>): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select to_regproc('create_distributed_table') is not null as found`.execute(database);
  return rows[0]?.found ?? false;
}

/**
 * Distributes the tables of the server and of its plugins over the nodes of Citus: a table whose primary key leads with
 * `school_id`, or `school` as plugins call it, by school, every other as a copy on each node. Tables that are distributed already are left as they are.
 * Answers those that were not, in the order in which they were distributed: a table comes after those it refers to.
 */
export async function distributeTables(database: Kysely<StoreSchema>): Promise<DistributedTable[]> {
  const done: DistributedTable[] = [];
  for (const { name, leads, isDistributed } of inOrderOfReferences(await readTables(database))) {
    if (isDistributed) continue;
    const placement = leads === "school_id" || leads === "school" ? "bySchool" : "everywhere";
    // Each by itself: what fails in the middle is taken up again where it stopped.
    if (placement === "everywhere") {
      await sql`select create_reference_table(${name}::regclass)`.execute(database);
    } else if (name === FIRST_BY_SCHOOL || leads === "school") {
      // A plugin's text may be sorted otherwise than the server's, which Citus lays apart: nothing joins the two.
      await sql`select create_distributed_table(${name}::regclass, ${leads})`.execute(database);
    } else {
      await sql`
        select create_distributed_table(${name}::regclass, ${leads}, colocate_with => ${FIRST_BY_SCHOOL})`.execute(
        database,
      );
    }
    done.push({ table: name, placement });
  }
  return done;
}

/** All others of the server lie where its rows lie. */
const FIRST_BY_SCHOOL = "schools";

interface TableFacts {
  readonly name: string;
  /** The first column of the primary key. */
  readonly leads: string | null;
  readonly refersTo: readonly string[];
  readonly isDistributed: boolean;
}

async function readTables(database: Kysely<StoreSchema>): Promise<TableFacts[]> {
  const { rows } = await sql<{ name: string; leads: string | null; refersTo: string[] }>`
    select c.relname as name,
      (select a.attname from pg_catalog.pg_index i
        join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
        where i.indrelid = c.oid and i.indisprimary) as leads,
      array(select f.confrelid::regclass::text from pg_catalog.pg_constraint f
        where f.conrelid = c.oid and f.contype = 'f') as "refersTo"
    from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname = current_schema()
    order by c.relname <> ${FIRST_BY_SCHOOL}, c.relname`.execute(database);
  const distributed = await sql<{ name: string }>`
    select logicalrelid::regclass::text as name from pg_dist_partition`.execute(database);
  const known = new Set(distributed.rows.map(({ name }) => name));
  return rows.map((row) => ({ ...row, isDistributed: known.has(row.name) }));
}

function inOrderOfReferences(tables: readonly TableFacts[]): TableFacts[] {
  const ordered = new Set<TableFacts>();
  const place = (table: TableFacts): void => {
    if (ordered.has(table)) return;
    for (const other of tables) {
      if (other !== table && table.refersTo.includes(other.name)) place(other);
    }
    ordered.add(table);
  };
  tables.forEach(place);
  return [...ordered];
}
