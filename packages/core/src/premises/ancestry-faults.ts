import type { Fault } from "../errors.ts";
import type { Bilingual } from "../language/bilingual.ts";
import type { SpaceDefinition, SpaceId } from "./space.ts";

/** Sites divide into halls, halls into halves, halves into courts: ten levels leave ample room. */
const DEPTH_LIMIT = 10;

/** A definition with where it stands in the file. */
export interface PlacedDefinition {
  readonly definition: SpaceDefinition;
  readonly premises: number;
  readonly path: string;
}

/**
 * What is wrong with the parents: unknown, on other premises, in a circle (one fault for each
 * circle, at its first space in the file) or more than ten levels deep.
 */
export function ancestryFaults(
  placed: readonly PlacedDefinition[],
  byId: ReadonlyMap<SpaceId, PlacedDefinition>,
): Fault[] {
  const faults: Fault[] = [];
  const inKnownCycle = new Set<PlacedDefinition>();
  for (const entry of placed) {
    const path = `${entry.path}/parent`;
    const unknown = parentFault(entry, byId);
    if (unknown) faults.push({ path, message: unknown });

    const { lineage, cycle } = lineageOf(entry, byId);
    if (cycle.includes(entry) && !inKnownCycle.has(entry)) {
      const names = [...cycle, entry].map(({ definition }) => `"${definition.id}"`).join(" < ");
      faults.push({
        path,
        message: {
          cy: `Mae'r lleoedd yn cynnwys ei gilydd mewn cylch: ${names}.`,
          en: `The spaces contain each other in a circle: ${names}.`,
        },
      });
      for (const member of cycle) inKnownCycle.add(member);
    }
    if (cycle.length === 0 && lineage.length > DEPTH_LIMIT) {
      const message = {
        cy: `Dyfnder y lle yw ${lineage.length} lefel; caiff coeden ${DEPTH_LIMIT}.`,
        en: `The space lies ${lineage.length} levels deep; a tree may have ${DEPTH_LIMIT}.`,
      };
      faults.push({ path, message });
    }
  }
  return faults;
}

function parentFault(
  { definition, premises }: PlacedDefinition,
  byId: ReadonlyMap<SpaceId, PlacedDefinition>,
): Bilingual | undefined {
  if (definition.parent === undefined) return undefined;
  const parent = byId.get(definition.parent);
  if (!parent) {
    return {
      cy: `Nid oes lle "${definition.parent}" i fod yn rhiant.`,
      en: `There is no space "${definition.parent}" to be the parent.`,
    };
  }
  if (parent.premises !== premises) {
    return {
      cy: `Mae'r rhiant "${definition.parent}" ar safle arall; mae lle o fewn un safle.`,
      en: `The parent "${definition.parent}" is on other premises; a space lies within one site.`,
    };
  }
  return undefined;
}

/** The entry and its ancestors, nearest first, and the circle they end in, if they do. */
function lineageOf(
  entry: PlacedDefinition,
  byId: ReadonlyMap<SpaceId, PlacedDefinition>,
): { lineage: PlacedDefinition[]; cycle: PlacedDefinition[] } {
  const met = new Set<PlacedDefinition>();
  let current: PlacedDefinition | undefined = entry;
  while (current && !met.has(current)) {
    met.add(current);
    const { parent }: SpaceDefinition = current.definition;
    current = parent === undefined ? undefined : byId.get(parent);
  }
  const lineage = [...met];
  return { lineage, cycle: current ? lineage.slice(lineage.indexOf(current)) : [] };
}
