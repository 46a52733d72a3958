import { sql } from "kysely";
import type { Store } from "../../src/store/store.ts";

/** One key, unique or exclusive or foreign, as PostgreSQL really has it. */
interface Key {
  readonly table: string;
  readonly name: string;
  /** `index` is none that is unique, `unique` the primary one too. */
  readonly kind: "index" | "unique" | "exclusion" | "foreign";
  readonly columns: readonly string[];
  /** Of a foreign key: the table, and the columns there. */
  readonly target: string | null;
  readonly targetColumns: readonly string[] | null;
}

/**
 * What of the schema could not be spread over nodes by school: every key and index of a table of schools leads with
 * `school_id`, exclusions hold it, foreign keys between such tables lead from `school_id` to `school_id`, and what belongs to no school
 * refers to nothing that does. In a table of a plugin the column is `school`, and only what is unique must lead with it: other
 * indexes serve work that a plugin does for all schools at once. Empty if all is well.
 */
export async function keyFaults({ database }: Pick<Store, "database">): Promise<string[]> {
  const { rows: tables } = await sql<{ name: string; school: string | null; hasKey: boolean }>`
    select c.relname as name,
      (select a.attname from pg_attribute a
        where a.attrelid = c.oid and a.attname in ('school_id', 'school')) as school,
      exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary) as "hasKey"
    from pg_class c where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace`.execute(
    database,
  );
  const schoolOf = new Map(
    tables.flatMap(({ name, school }) => (school === null ? [] : [[name, school]])),
  );
  const faults = tables
    .filter(({ hasKey }) => !hasKey)
    .map(({ name }) => `${name} has no primary key`);
  for (const key of await readKeys(database)) {
    const what = `${key.table}.${key.name} (${key.columns.join(", ")})`;
    const school = schoolOf.get(key.table) ?? "school_id";
    const leads = key.columns[0] === school;
    if (key.kind === "exclusion") {
      // It is no path to rows: that the school is among its columns keeps it within one node.
      if (!key.columns.includes("school_id")) faults.push(`${what} does not hold school_id`);
    } else if (key.kind !== "foreign") {
      const mayLookAtAll = key.kind === "index" && school === "school";
      if (schoolOf.has(key.table) && !leads && !mayLookAtAll) {
        faults.push(`${what} does not lead with ${school}`);
      }
    } else if (schoolOf.has(key.target ?? "")) {
      if (!schoolOf.has(key.table)) faults.push(`${what} refers to a table of schools`);
      else if (!leads || key.targetColumns?.[0] !== schoolOf.get(key.target ?? "")) {
        faults.push(`${what} does not lead from school to school`);
      }
    }
  }
  return faults.toSorted();
}

async function readKeys(database: Store["database"]): Promise<Key[]> {
  const { rows: indexes } = await sql<Key>`
    select t.relname as table, i.relname as name,
      case when x.indisexclusion then 'exclusion' when x.indisunique then 'unique' else 'index' end as kind,
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
