import type { Bilingual, Language } from "../language/bilingual.ts";

export const HIRER_CATEGORIES = [
  "communityGroup",
  "charity",
  "club",
  "statutoryPartner",
  "school",
  "parentsAssociation",
  "individual",
  "commercial",
] as const;
/** What kind of hirer it is: what tariffs, VAT and reports go by. */
export type HirerCategory = (typeof HIRER_CATEGORIES)[number];

export const HIRER_CATEGORY_NAMES: Readonly<Record<HirerCategory, Bilingual>> = {
  communityGroup: { cy: "Grŵp cymunedol", en: "Community group" },
  charity: { cy: "Elusen", en: "Charity" },
  club: { cy: "Clwb", en: "Club" },
  statutoryPartner: { cy: "Partner statudol", en: "Statutory partner" },
  school: { cy: "Ysgol", en: "School" },
  parentsAssociation: { cy: "Cymdeithas rieni", en: "Parents’ association" },
  individual: { cy: "Unigolyn", en: "Individual" },
  commercial: { cy: "Busnes", en: "Business" },
};

export const HIRER_ROLES = ["owner", "booker", "viewer"] as const;
/** An owner keeps the organisation's record and its members, a booker books, a viewer sees what is booked. */
export type HirerRole = (typeof HIRER_ROLES)[number];

export const HIRER_ROLE_NAMES: Readonly<Record<HirerRole, Bilingual>> = {
  owner: { cy: "Perchennog", en: "Owner" },
  booker: { cy: "Archebwr", en: "Booker" },
  viewer: { cy: "Darllenydd", en: "Viewer" },
};

/** Whom a school writes to. */
export interface HirerContact {
  readonly name: string;
  readonly email: string;
  readonly telephone?: string;
}

export interface HirerMember {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: HirerRole;
}

/** Who books: an organisation, or one person. */
export interface Hirer {
  readonly id: string;
  /** Its own name, as it writes it: an organisation may have one in one language only. */
  readonly name: string;
  readonly category: HirerCategory;
  /**
   * The language it asked to be written to in. Asked and recorded, never guessed: Welsh Language
   * Standards (No. 1) Regulations 2015, for letters of councils and those who act for them.
   */
  readonly language: Language;
  readonly contact: HirerContact;
  readonly members: readonly HirerMember[];
}
