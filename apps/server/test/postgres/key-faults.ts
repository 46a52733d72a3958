import { sql } from "kysely";
import type { Store } from "../../src/store/store.ts";

/** One key, unique or exclusive or foreign, as PostgreSQL really has it. */
interface Key {
  readonly table: string;
  readonly name: string;
  readonly kind: "index" | "exclusion" | "foreign";
  readonly columns: readonly string[];
  /** Of a foreign key: the table, and the columns there. */
  readonly target: string | null;
  readonly targetColumns: readonly string[] | null;
}

/**
 * What of the schema could not be spread over nodes by school: every key and index of a table of schools leads with
 * `school_id`, exclusions hold it, foreign keys between such tables lead from `school_id` to `school_id`, and what belongs to no school
 * refers to nothing that does. Empty if all is well.
 */
export async function keyFaults({ database }: Pick<Store, "database">): Promise<string[]> {
  const { rows: tables } = await sql<{ name: string; isOfSchools: boolean; hasKey: boolean }>`
    select c.relname as name,
      exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'school_id') as "isOfSchools",
      exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary) as "hasKey"
    from pg_class c where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace`.execute(
    database,
  );
  const ofSchools = new Set(tables.filter((table) => table.isOfSchools).map(({ name }) => name));
  const faults = tables
    .filter(({ hasKey }) => !hasKey)
    .map(({ name }) => `${name} has no primary key`);
  for (const key of await readKeys(database)) {
    const what = `${key.table}.${key.name} (${key.columns.join(", ")})`;
    const leads = key.columns[0] === "school_id";
    if (key.kind === "exclusion") {
      // It is no path to rows: that the school is among its columns keeps it within one node.
      if (!key.columns.includes("school_id")) faults.push(`${what} does not hold school_id`);
    } else if (key.kind === "index") {
      if (ofSchools.has(key.table) && !leads) faults.push(`${what} does not lead with school_id`);
    } else if (ofSchools.has(key.target ?? "")) {
      if (!ofSchools.has(key.table)) faults.push(`${what} refers to a table of schools`);
      else if (!leads || key.targetColumns?.[0] !== "school_id") {
        faults.push(`${what} does not lead from school to school`);
      }
    }
  }
  return faults.toSorted();
}

async function readKeys(database: Store["database"]): Promise<Key[]> {
  const { rows: indexes } = await sql<Key>`
    select t.relname as table, i.relname as name,
      case when x.indisexclusion then 'exclusion' else 'index' end as kind,
      array(select coalesce(a.attname::text, '') from unnest(x.indkey) with ordinality k (number, place)
        left join pg_attribute a on a.attrelid = t.oid and a.attnum = k.number order by place) as columns,
      null as target, null as "targetColumns"
    from pg_index x join pg_class t on t.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
    where t.relnamespace = current_schema()::regnamespace and t.relkind = 'r'`.execute(database);
  const { rows: foreign } = await sql<Key>`
    select t.relname as table, f.conname as name, 'foreign' as kind,
      array(select a.attname::text from unnest(f.conkey) with ordinality k (number, place)
        join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.number order by place) as columns,
      o.relname as target,
      array(select a.attname::text from unnest(f.confkey) with ordinality k (number, place)
        join pg_attribute a on a.attrelid = f.confrelid and a.attnum = k.number order by place) as "targetColumns"
    from pg_constraint f join pg_class t on t.oid = f.conrelid join pg_class o on o.oid = f.confrelid
    where f.contype = 'f' and t.relnamespace = current_schema()::regnamespace`.execute(database);
  return [...indexes, ...foreign];
}
