import type { Bilingual, Instant } from "@neuadd/core";
import type { Kysely } from "kysely";

/**
 * What a plugin holds about people in tables of its own: which, why and how long; how it is given out and how it is erased.
 * It stands beside the migrations, and not in what `setup` gives, since `neuadd people` calls it in a process of its own.
 * A plugin without one says that its tables hold nothing of anyone: ids alone, such as those of hirers and bookings.
 */
export interface PersonalData {
  /** Every table in which a name, an address or a text that somebody wrote stands. */
  readonly holds: readonly HeldData[];
  /** All that is held of the subject, row by row. Empty when nothing is. */
  export(context: PersonalDataContext, subject: DataSubject): Promise<readonly HeldRecord[]>;
  /**
   * Erases all that is held of the subject, but for what `holds` says is kept and whose time is not over. Ids, dates and
   * sums may stay. Safe to call again: it is called when erasure is asked for, and once more when the ledger tells of it.
   */
  erase(context: PersonalDataContext, subject: DataSubject): Promise<void>;
  /**
   * Erases what is past its time, whoever it is about. Called once a day. Answers how many rows. Absent: nothing that is
   * held outlasts its subject.
   */
  expire?(context: PersonalDataContext, limits: PersonalDataLimits): Promise<number>;
}

/** What is personal in one table. */
export interface HeldData {
  readonly table: string;
  readonly what: Bilingual;
  /** Why it stays when erasure is asked for. Absent: it goes at once. */
  readonly kept?: {
    /** The duty, with where it is laid down. */
    readonly reason: Bilingual;
    /** Whole financial years (April to March) after the one that the record is of; then `expire` erases it. */
    readonly financialYears: number;
  };
}

export interface HeldRecord {
  readonly table: string;
  /** As it is to be read by the person: plain JSON, times as ISO 8601. */
  readonly record: Readonly<Record<string, unknown>>;
}

/** Whom data is about. */
export type DataSubject =
  /** A hirer, at every school: its name, its people, and whatever they wrote. */
  | { readonly kind: "hirer"; readonly hirer: string; readonly bookings: readonly BookingPlace[] }
  /** One person among those of a hirer, which stays with its bookings: only what names that person. */
  | {
      readonly kind: "person";
      readonly hirer: string;
      readonly email: string;
      readonly names: readonly string[];
      readonly bookings: readonly BookingPlace[];
    }
  /** Bookings whose time is over: their titles, and whatever was written about them. */
  | { readonly kind: "bookings"; readonly bookings: readonly BookingPlace[] };

export interface BookingPlace {
  readonly school: string;
  readonly booking: string;
}

export interface PersonalDataContext {
  /** The plugin's own tables, as `host.tables` gives them. */
  readonly tables: <Tables extends object>() => Kysely<Tables>;
  readonly now: Instant;
}

/** Before these instants, each kind of data is past its time. */
export interface PersonalDataLimits {
  /** For what came to nothing, and what nobody has looked at since. */
  readonly enquiriesBefore: Instant;
  /** For bookings, and what is kept with them. */
  readonly bookingsBefore: Instant;
}
