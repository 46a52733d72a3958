import type { ElementId } from "./elements.ts";
import type { FrameworkEntry } from "./framework-entry.ts";
import { businessManagerStatement, programmePage } from "./framework-sources.ts";

export const PARTNER_KIND_IDS = [
  "employer",
  "arts",
  "sports",
  "heritage",
  "gp",
  "healthBoard",
  "mentalHealthCharity",
  "familySupport",
  "statutory",
  "communityGroup",
  "parents",
] as const;
export type PartnerKindId = (typeof PARTNER_KIND_IDS)[number];

/** A kind of body that schools work with. Its element is Neuadd's reading: where working with it counts by default. */
export interface FrameworkPartnerKind extends FrameworkEntry<PartnerKindId> {
  readonly element: ElementId;
}

/** The eleven partner kinds. */
export const partnerKinds: readonly FrameworkPartnerKind[] = [
  {
    id: "employer",
    element: "community",
    name: { cy: "Cyflogwr", en: "Employer" },
    description: {
      cy: "Yn rhoi golwg ar fyd gwaith i ddysgwyr: ymweliadau, sgyrsiau, lleoliadau gwaith.",
      en: "Gives learners a view of work: visits, talks, placements.",
    },
    source: businessManagerStatement,
    reviewed: { name: false, description: false },
  },
  {
    id: "arts",
    element: "community",
    name: { cy: "Sefydliad celfyddydol", en: "Arts organisation" },
    description: {
      cy: "Cerddoriaeth, theatr, dawns, ffilm a chrefft.",
      en: "Music, theatre, dance, film and craft.",
    },
    source: businessManagerStatement,
    reviewed: { name: false, description: false },
  },
  {
    id: "sports",
    element: "community",
    name: { cy: "Sefydliad chwaraeon", en: "Sports organisation" },
    description: {
      cy: "Clybiau, timau a chyrff llywodraethu chwaraeon.",
      en: "Clubs, teams and the governing bodies of sports.",
    },
    source: businessManagerStatement,
    reviewed: { name: false, description: false },
  },
  {
    id: "heritage",
    element: "community",
    name: { cy: "Sefydliad treftadaeth", en: "Heritage organisation" },
    description: {
      cy: "Amgueddfeydd, archifau, hanes a thirwedd yr ardal.",
      en: "Museums, archives, the history and the landscape of the area.",
    },
    source: businessManagerStatement,
    reviewed: { name: false, description: false },
  },
  {
    id: "gp",
    element: "multiAgency",
    name: { cy: "Meddygfa", en: "GP practice" },
    description: {
      cy: "Meddygon teulu a staff eu practis.",
      en: "Family doctors and the staff of their practice.",
    },
    source: businessManagerStatement,
    reviewed: { name: false, description: false },
  },
  {
    id: "healthBoard",
    element: "multiAgency",
    name: { cy: "Bwrdd iechyd lleol", en: "Local health board" },
    description: {
      cy: "Corff y GIG sy'n cynllunio ac yn darparu gofal yn yr ardal.",
      en: "The NHS body that plans and provides care in the area.",
    },
    source: businessManagerStatement,
    reviewed: { name: false, description: false },
  },
  {
    id: "mentalHealthCharity",
    element: "multiAgency",
    name: { cy: "Elusen iechyd meddwl", en: "Mental health charity" },
    description: {
      cy: "Yn gwrando ar bobl, yn eu cynghori ac yn gofalu am eu hiechyd meddwl.",
      en: "Listens to people, advises them and cares for their mental health.",
    },
    source: businessManagerStatement,
    reviewed: { name: false, description: false },
  },
  {
    id: "familySupport",
    element: "multiAgency",
    name: { cy: "Gwasanaeth cymorth i deuluoedd", en: "Family support service" },
    description: {
      cy: "Help i rieni a phlant gartref, cyn i anawsterau dyfu.",
      en: "Help for parents and children at home, before difficulties grow.",
    },
    source: businessManagerStatement,
    reviewed: { name: true, description: false },
  },
  {
    id: "statutory",
    element: "multiAgency",
    name: { cy: "Gwasanaeth statudol", en: "Statutory service" },
    description: {
      cy: "Gwasanaeth y mae'r gyfraith yn gofyn amdano, megis gwasanaethau cymdeithasol, yr heddlu neu waith ieuenctid.",
      en: "A service that the law asks for, such as social services, the police or youth work.",
    },
    source: businessManagerStatement,
    reviewed: { name: false, description: false },
  },
  {
    id: "communityGroup",
    element: "community",
    name: { cy: "Grŵp cymunedol", en: "Community group" },
    description: {
      cy: "Pobl yr ardal sy'n cwrdd at eu diben eu hunain.",
      en: "People of the area who meet for a purpose of their own.",
    },
    source: businessManagerStatement,
    reviewed: { name: false, description: false },
  },
  {
    id: "parents",
    element: "family",
    name: { cy: "Rhieni", en: "Parents" },
    description: {
      cy: "Rhieni fel grŵp: eu cymdeithas, eu fforwm neu eu dosbarthiadau.",
      en: "Parents as a group: their association, their forum or their classes.",
    },
    source: programmePage,
    reviewed: { name: true, description: false },
  },
];
