import { type Bilingual, type Space, type SpaceTree, ancestorsOf } from "@neuadd/core";
import type { SchoolFacts } from "@neuadd/plugin-kit";
import { facilityType } from "./facility-types.ts";
import { OPENACTIVE_CONTEXT } from "./feeds.ts";
import type { Publication, PublishedPlace } from "./publication.ts";

/** What the open data of one school is made from. */
export interface PublishedSchool {
  readonly facts: SchoolFacts;
  readonly publication: Publication;
  /** Address of the school's dataset: its ids begin with it. */
  readonly datasetUrl: string;
  /** Where people book. */
  readonly bookingUrl: string;
}

/** No price in a feed has VAT in it. */
const TAX_NET = "https://openactive.io/TaxNet";

/** JSON-LD, as a feed holds it. */
export type JsonLd = Readonly<Record<string, unknown>>;

/**
 * A space in the words of OpenActive: a space at the root is a FacilityUse, one within it an
 * IndividualFacilityUse that belongs to the root's. A root that can't be booked itself is there for the others.
 */
export function facilityUse(space: Space, school: PublishedSchool): JsonLd | undefined {
  const { facts, publication, datasetUrl, bookingUrl } = school;
  const place = publication.places[space.premises];
  if (place === undefined) return undefined;
  const root = rootOf(space, facts.tree);
  const described = (one: Space): JsonLd => ({
    "@type": one === root ? "FacilityUse" : "IndividualFacilityUse",
    "@id": facilityUseId(one, school),
    url: bookingUrl,
    name: inBothLanguages(one.name),
    description: descriptionOf(one),
    facilityType: [facilityType(one.kind)],
    location: placeOf(place, school),
    provider: { ...organisationOf(publication, datasetUrl), taxMode: TAX_NET },
  });
  return {
    "@context": OPENACTIVE_CONTEXT,
    ...described(space),
    ...(space !== root && { aggregateFacilityUse: described(root) }),
  };
}

export function facilityUseId(
  space: Space,
  { datasetUrl }: Pick<PublishedSchool, "datasetUrl">,
): string {
  const feed = space.parent === undefined ? "facility-uses" : "individual-facility-uses";
  return `${datasetUrl}/${feed}/${encodeURIComponent(space.id)}`;
}

/** The organisation that publishes, as JSON-LD. */
export function organisationOf({ organisation }: Publication, datasetUrl: string): JsonLd {
  const { name, url, email, telephone } = organisation;
  return {
    "@type": "Organization",
    "@id": `${datasetUrl}#organisation`,
    name,
    url,
    ...(email !== undefined && { email }),
    ...(telephone !== undefined && { telephone }),
  };
}

/** A feed has one string for a name: Welsh first, and the English where it is another. */
export function inBothLanguages({ cy, en }: Bilingual): string {
  return cy === en ? cy : `${cy} / ${en}`;
}

function rootOf(space: Space, tree: SpaceTree): Space {
  const root = ancestorsOf(tree, space.id).at(-1);
  return (root === undefined ? undefined : tree.byId.get(root)) ?? space;
}

function descriptionOf({ name, capacity }: Space): string {
  return inBothLanguages({
    cy: `${name.cy}: lle i hyd at ${capacity} o bobl.`,
    en: `${name.en}: room for up to ${capacity} people.`,
  });
}

function placeOf(
  { streetAddress, locality, region, postcode, latitude, longitude, telephone }: PublishedPlace,
  { facts, publication }: PublishedSchool,
): JsonLd {
  const hasGeo = latitude !== undefined && longitude !== undefined;
  return {
    "@type": "Place",
    name: inBothLanguages(facts.school.name),
    url: publication.organisation.url,
    address: {
      "@type": "PostalAddress",
      streetAddress,
      addressLocality: locality,
      addressRegion: region,
      postalCode: postcode,
      addressCountry: "GB",
    },
    ...(hasGeo && { geo: { "@type": "GeoCoordinates", latitude, longitude } }),
    ...(telephone !== undefined && { telephone }),
  };
}
