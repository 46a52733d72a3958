import { actsForSchool } from "./host/acts-for-school.ts";
import type { PluginCaller } from "./plugin-environment.ts";
import type { PluginReads, SchoolFacts } from "./plugin-reads.ts";

/** The schools that a key acts for, in order of id: what a page for schools may tell of. None without a key. */
export async function schoolsOfCaller(
  reads: Pick<PluginReads, "schools" | "school">,
  caller: PluginCaller | undefined,
): Promise<SchoolFacts[]> {
  if (caller === undefined) return [];
  const kept: SchoolFacts[] = [];
  for (const id of await reads.schools()) {
    const facts = await reads.school(id);
    if (facts !== undefined && actsForSchool(caller, facts.school)) kept.push(facts);
  }
  return kept;
}
