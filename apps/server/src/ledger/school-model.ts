import { growSpaceTree } from "@neuadd/core";
import type { Kysely } from "kysely";
import type { Services } from "../services.ts";
import { runKept } from "../store/kept-statement.ts";
import type { SchoolRow, StoreSchema } from "../store/schema.ts";
import type { Store } from "../store/store.ts";
import type { SchoolDefinition, SchoolModel } from "./school-definition.ts";
import { schoolUnknown } from "./unknown.ts";

/** A school as of one revision of its ledger. */
export interface SchoolState extends SchoolModel {
  readonly revision: number;
}

/** The school with everything that is not a booking. Throws SCHOOL_UNKNOWN. */
export async function readSchool(services: Services, school: string): Promise<SchoolState> {
  const { store } = services;
  const { rows } = await runKept<Pick<SchoolRow, "revision" | "definition_revision">>(
    store.database,
    "readSchool",
    [school],
    () =>
      store.database
        .selectFrom("schools")
        .select(["revision", "definition_revision"])
        .where("school_id", "=", school),
  );
  const [row] = rows;
  if (row === undefined) throw schoolUnknown(school);
  const model = await readModel(store, store.database, school, row.definition_revision);
  return { ...model, revision: row.revision };
}

/** The revision of a school's ledger; undefined if there is no such school. One small read. */
export async function schoolRevision(
  { store }: { readonly store: Pick<Store, "database"> },
  school: string,
): Promise<number | undefined> {
  const row = await store.database
    .selectFrom("schools")
    .select("revision")
    .where("school_id", "=", school)
    .executeTakeFirst();
  return row?.revision;
}

/** Parsed definitions of each store, the one used last at the end. A version of a definition never changes. */
const parsed = new WeakMap<Store, Map<string, SchoolModel>>();
/** Room for every maintained school of Wales, about 1,470: with less, a round of them all would find none that is kept. */
const PARSED_MAX = 1_500;

/**
 * The model of one version of a school's definition. The only thing that a decision takes from memory: which version
 * counts is read from the store in the same transaction.
 */
export async function readModel(
  store: Store,
  database: Kysely<StoreSchema>,
  school: string,
  definitionRevision: number,
): Promise<SchoolModel> {
  const models = parsed.get(store) ?? new Map<string, SchoolModel>();
  parsed.set(store, models);
  const known = models.get(school);
  if (known?.definitionRevision === definitionRevision) {
    models.delete(school);
    models.set(school, known);
    return known;
  }
  const { definition } = await database
    .selectFrom("school_definitions")
    .select("definition")
    .where("school_id", "=", school)
    .where("revision", "=", definitionRevision)
    .executeTakeFirstOrThrow();
  const model = modelOf(JSON.parse(definition, frozen) as SchoolDefinition, definitionRevision);
  models.delete(school);
  models.set(school, model);
  const [oldest] = models.keys();
  if (models.size > PARSED_MAX && oldest !== undefined) models.delete(oldest);
  return model;
}

/** All decisions share a definition, and plugins see it. */
function frozen(_key: string, value: unknown): unknown {
  return Object.freeze(value);
}

function modelOf(definition: SchoolDefinition, definitionRevision: number): SchoolModel {
  return { ...definition, tree: growSpaceTree(definition.premises), definitionRevision };
}
