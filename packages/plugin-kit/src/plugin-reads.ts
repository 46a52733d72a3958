import type {
  DayAvailability,
  Hirer,
  LocalDate,
  Premises,
  School,
  SchoolCalendar,
  SpaceId,
  SpaceTree,
} from "@neuadd/core";
import type { BlockFacts } from "./block-facts.ts";
import type { BookingFacts, BookingsWanted } from "./booking-facts.ts";
import type { FactsPage, PageWanted } from "./facts-page.ts";
import type { LedgerEvent } from "./ledger-event.ts";

/**
 * Reads that the server offers to plugins. What they answer is a copy, or frozen as a school is: a plugin
 * can't change what the server knows. What is not there is undefined or an empty list; a date or space
 * that can't be is a CoreError.
 */
export interface PluginReads {
  /** Ids of all schools, sorted. */
  schools(): Promise<readonly string[]>;
  /** All schools by id, without their spaces and calendars: one small read, however many there are. */
  listSchools(): Promise<readonly School[]>;
  school(id: string): Promise<SchoolFacts | undefined>;
  /** The revision of a school's ledger: one small read, to tell whether anything has changed. */
  revision(school: string): Promise<number | undefined>;
  /**
   * Entries of a school's ledger after a revision, oldest first: whole revisions, about `limit`
   * entries (default 100, at most 1000).
   */
  events(school: string, afterRevision: number, limit?: number): Promise<readonly LedgerEvent[]>;
  booking(school: string, id: string): Promise<BookingFacts | undefined>;
  /** The bookings of a school, the newest first. New ones never shift the pages that follow. */
  bookings(
    school: string,
    wanted?: BookingsWanted,
    page?: PageWanted,
  ): Promise<FactsPage<BookingFacts>>;
  /** The blocks of a school that stand, the newest first: those that end after `from` and start before `to` begin. */
  blocks(
    school: string,
    span?: { readonly from?: LocalDate; readonly to?: LocalDate },
    page?: PageWanted,
  ): Promise<FactsPage<BlockFacts>>;
  /** A hirer with its members and contact: personal data, never to be logged or fed to the public. */
  hirer(id: string): Promise<Hirer | undefined>;
  /** The hirers that a school knows, because they have asked it or it has entered them. */
  hirers(school: string, page?: PageWanted): Promise<FactsPage<Hirer>>;
  /**
   * When spaces of a school are open and free, by local date, from `from` up to, but not including,
   * `to`: one query, whatever the number of spaces. At most two years. Undefined without such a school.
   */
  availability(
    school: string,
    spaces: readonly SpaceId[],
    from: LocalDate,
    to: LocalDate,
  ): Promise<ReadonlyMap<SpaceId, readonly DayAvailability[]> | undefined>;
}

/** A school with everything that is not a booking. */
export interface SchoolFacts {
  readonly school: School;
  /** Its sites, with the names that spaces know them by only as ids. */
  readonly premises: readonly Premises[];
  readonly tree: SpaceTree;
  readonly calendar: SchoolCalendar;
  /** Grows by one with every write to the school's ledger. */
  readonly revision: number;
}
