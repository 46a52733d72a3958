import type { HirerCategory, LocalDate, LocalTime, SchoolCategory, SpaceKind } from "@neuadd/core";

export const SUPPLIERS = ["council", "governingBody", "trust", "operator"] as const;
/** Who lets the premises, for VAT: the council with the schools it runs, a governing body, a trust, an operator. */
export type Supplier = (typeof SUPPLIERS)[number];

/** What a school has told about itself. What it has not told is not guessed: the answer is then `review`. */
export interface SupplierFacts {
  /** Absent: not confirmed by the authority yet. */
  readonly supplier?: Supplier;
  /** Whether an option to tax is in force on the premises. Absent: not told. */
  readonly isOptedToTax?: boolean;
  /**
   * Whether the supplier treats its sports supplies as non-business, as councils may since 3 March 2023
   * (Revenue and Customs Brief 3/2023). Its policy, and no hard rule. Absent: not told.
   */
  readonly treatsSportAsNonBusiness?: boolean;
  /** Whether the supplier is a non-profit eligible body (VATA 1994 Sch 9 Group 10). Absent: not told. */
  readonly isEligibleBody?: boolean;
  /** Only shown beside what was told: which body supplies is for the authority to confirm. */
  readonly category?: SchoolCategory;
}

/** What the school and its hirer have agreed about one booking. Absent: not told. */
export interface AgreementFacts {
  /** Paid for as a whole, whether or not each session is used. Instalments of the whole are as good. */
  readonly isPaidAsWhole?: boolean;
  readonly hasWrittenAgreement?: boolean;
  /** Whether money is given back when the hirer cancels. The supplier's own unforeseen loss is no such case. */
  readonly refundsHirer?: boolean;
  readonly hasExclusiveUse?: boolean;
  /** Whether it is for sport. Absent: by the name of the activity, where that tells. */
  readonly isSport?: boolean;
  /** Whether it is for one activity throughout. Absent: by the name of the activity, where that tells. */
  readonly isOneActivity?: boolean;
  /** Nets, racquets and the like come with the room. */
  readonly hasSportsEquipment?: boolean;
  /** Whether the supplier set the room up for sport before the let. */
  readonly isSetUpForSport?: boolean;
  /** A school by statute, a club, an association, or a body for affiliated clubs, with evidence of it. */
  readonly isQualifyingHirer?: boolean;
  /** The hirer is a department of the council that lets. */
  readonly isWithinCouncil?: boolean;
  /** The supply is for individuals who take part in sport, without profit (Group 10 item 3). */
  readonly servesIndividualsInSport?: boolean;
}

/** One session of a booking that takes place, or is to. */
export interface VatSession {
  readonly date: LocalDate;
  readonly startTime: LocalTime;
  readonly endTime: LocalTime;
  readonly space: string;
  /** Absent, with the premises: the school has no such space any more, and nobody noted what it was. */
  readonly spaceKind?: SpaceKind;
  readonly premises?: string;
}

/** What the school's prices say of a hirer who cancels. */
export interface RefundFacts {
  /** How much is still due with so many days' notice, in percent. As agreed; before that, as the prices of now have it. */
  readonly terms: readonly { readonly noticeDays: number; readonly sharePercent: number }[];
  /** Dates that the hirer has cancelled, of which it owes less than the whole. Sorted. */
  readonly letOff: readonly LocalDate[];
}

/** Everything that a decision rests on: the same facts and rules always give the same answer. */
export interface VatFacts {
  readonly supplier: SupplierFacts;
  readonly agreement: AgreementFacts;
  /** Absent when nobody has said. */
  readonly hirerCategory?: HirerCategory;
  readonly activity: string;
  /** Absent: the school has no prices here. */
  readonly refunds?: RefundFacts;
  readonly sessions: readonly VatSession[];
}
