import { communityHoursFaults, intervalFaults } from "../calendar/community-hours-faults.ts";
import type { Fault } from "../errors.ts";
import type { Bilingual } from "../language/bilingual.ts";
import { blankNameFaults } from "../language/blank-name-faults.ts";
import { ancestryFaults, type PlacedDefinition } from "./ancestry-faults.ts";
import { bookingTermsFaults, DEFAULT_BOOKING_TERMS, inheritTerms } from "./booking-terms.ts";
import type { Premises } from "./premises.ts";
import type { BookingTerms, SpaceDefinition, SpaceId } from "./space.ts";

/** A school has tens of spaces; the limit keeps a hostile file from growing an enormous tree. */
const SPACES_LIMIT = 500;

/**
 * Everything that is wrong with the premises of a school, in the order of the file, with JSON
 * pointers into `{ premises }`. Empty: a space tree can be grown from them.
 */
export function premisesFaults(premises: readonly Premises[]): Fault[] {
  const placed: PlacedDefinition[] = premises.flatMap((site, siteIndex) =>
    site.spaces.map((definition, index) => ({
      definition,
      premises: siteIndex,
      path: `/premises/${siteIndex}/spaces/${index}`,
    })),
  );
  if (placed.length > SPACES_LIMIT) {
    const message = {
      cy: `Nifer y lleoedd yw ${placed.length}; caiff ysgol ${SPACES_LIMIT} ar y mwyaf.`,
      en: `There are ${placed.length} spaces; a school may have at most ${SPACES_LIMIT}.`,
    };
    return [{ path: "/premises", message }];
  }
  // Of spaces with one id, the first stands; the others are faults of their own.
  const byId = new Map(placed.toReversed().map((entry) => [entry.definition.id, entry]));
  return [
    ...duplicateIdFaults(
      premises.map(({ id }, index) => ({ id, path: `/premises/${index}/id` })),
      { cy: "safle", en: "premises" },
    ),
    ...duplicateIdFaults(
      placed.map(({ definition, path }) => ({ id: definition.id, path: `${path}/id` })),
      { cy: "lle", en: "space" },
    ),
    ...ancestryFaults(placed, byId),
    ...premises.flatMap((site, index) => siteFaults(site, `/premises/${index}`)),
    ...placed.flatMap((entry) => spaceFaults(entry, premises, byId)),
  ];
}

function siteFaults(site: Premises, path: string): Fault[] {
  return [
    ...blankNameFaults(site.name, `${path}/name`),
    ...bookingTermsFaults(site.terms ?? {}, DEFAULT_BOOKING_TERMS, `${path}/terms`),
    ...communityHoursFaults(site.communityHours ?? [], `${path}/communityHours`),
    ...(site.schoolHours ? intervalFaults(site.schoolHours, `${path}/schoolHours`) : []),
  ];
}

function spaceFaults(
  { definition, path, premises: siteIndex }: PlacedDefinition,
  premises: readonly Premises[],
  byId: ReadonlyMap<SpaceId, PlacedDefinition>,
): Fault[] {
  const parent = definition.parent === undefined ? undefined : byId.get(definition.parent);
  return [
    ...blankNameFaults(definition.name, `${path}/name`),
    ...capacityFaults(definition, parent?.definition, path),
    ...layoutFaults(definition, path),
    ...bookingTermsFaults(
      definition.terms ?? {},
      inheritedTerms(definition, premises[siteIndex]?.terms, byId),
      `${path}/terms`,
    ),
    ...communityHoursFaults(definition.communityHours ?? [], `${path}/communityHours`),
  ];
}

function capacityFaults(
  { capacity }: SpaceDefinition,
  parent: SpaceDefinition | undefined,
  path: string,
): Fault[] {
  const faults = positiveFaults(capacity, `${path}/capacity`);
  if (faults.length === 0 && parent && capacity > parent.capacity) {
    faults.push({
      path: `${path}/capacity`,
      message: {
        cy: `Mae lle i ${capacity} yn fwy na'r ${parent.capacity} yn ei riant "${parent.id}", sy'n ei gynnwys.`,
        en: `Capacity ${capacity} is over the ${parent.capacity} of its parent "${parent.id}", which contains it.`,
      },
    });
  }
  return faults;
}

function layoutFaults({ capacity, layouts = [] }: SpaceDefinition, path: string): Fault[] {
  const duplicates = duplicateIdFaults(
    layouts.map(({ id }, index) => ({ id, path: `${path}/layouts/${index}/id` })),
    { cy: "gynllun o'r lle hwn", en: "layout of this space" },
  );
  const others = layouts.flatMap((layout, index) => {
    const layoutPath = `${path}/layouts/${index}`;
    const faults = [
      ...blankNameFaults(layout.name, `${layoutPath}/name`),
      ...positiveFaults(layout.capacity, `${layoutPath}/capacity`),
    ];
    if (layout.capacity > capacity) {
      faults.push({
        path: `${layoutPath}/capacity`,
        message: {
          cy: `Mae lle i ${layout.capacity} yn fwy na'r ${capacity} y mae'r lle yn eu dal mewn unrhyw gynllun.`,
          en: `Capacity ${layout.capacity} is over the ${capacity} that the space holds in any layout.`,
        },
      });
    }
    return faults;
  });
  return [...duplicates, ...others];
}

function positiveFaults(capacity: number, path: string): Fault[] {
  if (Number.isSafeInteger(capacity) && capacity > 0) return [];
  return [
    {
      path,
      message: {
        cy: `Nifer y bobl yw ${capacity}; rhowch rif cyfan uwchlaw 0.`,
        en: `Capacity is ${capacity}; give a whole number of people above 0.`,
      },
    },
  ];
}

function duplicateIdFaults(
  entries: readonly { readonly id: string; readonly path: string }[],
  what: Bilingual,
): Fault[] {
  const firstPaths = new Map<string, string>();
  const faults: Fault[] = [];
  for (const { id, path } of entries) {
    const firstPath = firstPaths.get(id);
    if (firstPath === undefined) firstPaths.set(id, path);
    else faults.push({ path, message: idTaken(id, what, firstPath) });
  }
  return faults;
}

function idTaken(id: string, what: Bilingual, firstPath: string): Bilingual {
  return {
    cy: `Mae'r dynodydd "${id}" yn perthyn eisoes i ${what.cy} yn ${firstPath}.`,
    en: `The id "${id}" is taken by the ${what.en} at ${firstPath}.`,
  };
}

/** The terms that a definition's own ones replace. A circle, which is a fault of its own, ends the walk. */
function inheritedTerms(
  definition: SpaceDefinition,
  siteTerms: BookingTerms | undefined,
  byId: ReadonlyMap<SpaceId, PlacedDefinition>,
): Required<BookingTerms> {
  const ancestors = new Set<SpaceDefinition>();
  let { parent } = definition;
  while (parent !== undefined) {
    const ancestor = byId.get(parent)?.definition;
    if (!ancestor || ancestors.has(ancestor)) break;
    ancestors.add(ancestor);
    parent = ancestor.parent;
  }
  return [...ancestors]
    .toReversed()
    .reduce(
      (inherited, { terms }) => inheritTerms(inherited, terms),
      inheritTerms(DEFAULT_BOOKING_TERMS, siteTerms),
    );
}
