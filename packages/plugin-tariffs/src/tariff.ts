import type {
  Bilingual,
  DayKind,
  HirerCategory,
  LocalInterval,
  SpaceId,
  SpaceKind,
  Weekday,
} from "@neuadd/core";
import type { CancellationTerm } from "./cancellation-terms.ts";
import type { Rounding } from "./money.ts";

/** Whom a booking is for, as prices go: `junior` when it says that everyone is of school age or younger. */
export type PriceAge = "junior" | "adult";

/** When a price applies. Every condition that is given must hold; none at all: always. */
export interface PriceConditions {
  /** Exactly these spaces: the price of a hall is not that of one of its courts. */
  readonly spaces?: readonly SpaceId[];
  readonly spaceKinds?: readonly SpaceKind[];
  /** A hirer whose category is not known meets no such condition. */
  readonly categories?: readonly HirerCategory[];
  readonly dayKinds?: readonly DayKind[];
  /** ISO weekdays: 1 is Monday, 7 is Sunday. */
  readonly weekdays?: readonly Weekday[];
  /** Local times, half-open: a session that goes beyond is split where they begin or end. */
  readonly hours?: LocalInterval;
  readonly age?: PriceAge;
}

/** The price of an hour. */
export interface Rate {
  /** Unique within the tariff. */
  readonly id: string;
  readonly name: Bilingual;
  readonly pencePerHour: number;
  readonly when?: PriceConditions;
}

/** What a date costs besides its hours: opening up, a caretaker who stays late. All that apply are charged. */
export interface Supplement {
  readonly id: string;
  readonly name: Bilingual;
  readonly pence: number;
  /** Once for the date, or for each hour that lies within the hours of `when`. */
  readonly per: "date" | "hour";
  readonly when?: PriceConditions;
}

/** The least that the hours of one date cost. Of several that apply to a date the one that costs most counts. */
export interface MinimumCharge {
  readonly id: string;
  readonly name: Bilingual;
  /** A sum; or a length, whose minutes beyond the session are charged as though it went on, at the rate of its end. */
  readonly least: { readonly pence: number } | { readonly minutes: number };
  /** With hours: for sessions of which a part lies within them. */
  readonly when?: PriceConditions;
}

/** What a booking costs as a whole: a fee, or a deposit that is given back. */
export interface BookingFee {
  readonly id: string;
  readonly name: Bilingual;
  readonly pence: number;
  readonly kind: "fee" | "deposit";
  /** `single` is a booking of one date. Absent: any booking. */
  readonly bookings?: "single" | "series";
  readonly categories?: readonly HirerCategory[];
}

/** Who invoices, and how to pay. Printed on invoices as it stands. */
export interface Invoicing {
  readonly payee: string;
  readonly address: readonly string[];
  /** Days from issue by which an invoice is to be paid. */
  readonly paymentDays: number;
  readonly payment: Bilingual;
  /** Registration number for VAT, if the supplier has one. */
  readonly vatNumber?: string;
}

/**
 * What a school charges. Amounts are whole minor units of the currency (pence), without VAT.
 * Rates are asked in their order, minute by minute: the first whose conditions hold is the price, so
 * exceptions come before what is usual.
 */
export interface Tariff {
  /** ISO 4217, of a currency with a hundred minor units: `GBP`. */
  readonly currency: string;
  readonly rates: readonly Rate[];
  readonly minimums?: readonly MinimumCharge[];
  readonly supplements?: readonly Supplement[];
  readonly fees?: readonly BookingFee[];
  /** Default: to the nearest penny, halves up. */
  readonly rounding?: Rounding;
  /** What a date costs that its hirer cancels. Absent or empty: all of it. */
  readonly cancellation?: readonly CancellationTerm[];
  readonly invoicing?: Invoicing;
}
