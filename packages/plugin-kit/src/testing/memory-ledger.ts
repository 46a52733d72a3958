import {
  amendSeries,
  decideAgain,
  decideSeries,
  growSpaceTree,
  isLive,
  type BookingRule,
  type Claim,
  type Instant,
  type LocalDate,
  type SeriesChange,
  type SeriesDecision,
  type SeriesFacts,
} from "@neuadd/core";
import type { AskedSeries } from "../asked-series.ts";
import type { BlockFacts, BlockRequest } from "../block-facts.ts";
import type { BookedRequest, BookingFacts } from "../booking-facts.ts";
import { ERASED_TEXT } from "../erased.ts";
import type { LedgerEvent, LedgerEventType } from "../ledger-event.ts";
import type { SchoolFacts } from "../plugin-reads.ts";
import { amendedDates, changesOf } from "./amended-dates.ts";
import { requestedDates } from "../host/requested-dates.ts";
import { confirmedDates } from "./confirmed-dates.ts";
import { heldClaims, type TimeTaken, timeTaken } from "./held-time.ts";
import { datesOf, reason, refused, withEnded } from "./ledger-words.ts";
import { placeBlock } from "./place-block.ts";
import type { TestSchool } from "./test-school.ts";

/** A series that somebody asks for, or only thinks of. */
export interface TestRequest extends AskedSeries {
  readonly hirer?: string;
}

/** The rules of the plugin under test for one decision; within a transaction for all but a preview. */
export type TestRules = (subject: {
  readonly school: string;
  readonly request: TestRequest;
  readonly booking?: string;
  readonly isPreview: boolean;
}) => Promise<readonly BookingRule[]>;

/**
 * The ledger of one school in memory. It decides with core and the plugin's rules as the server does, and
 * tells the same entries; it is there to give a plugin something to work with, and checks no revisions,
 * digests or rights.
 */
export class MemoryLedger {
  readonly events: LedgerEvent[] = [];
  readonly bookings = new Map<string, BookingFacts>();
  readonly blocks = new Map<string, BlockFacts>();
  readonly #school: TestSchool;
  readonly #tree: SchoolFacts["tree"];
  readonly #now: () => Instant;
  readonly #rules: TestRules;
  #revision = 0;

  constructor(school: TestSchool, now: () => Instant, rules: TestRules) {
    this.#school = school;
    this.#tree = growSpaceTree(school.premises);
    this.#now = now;
    this.#rules = rules;
    this.#commit("system", [["school.imported", { created: true, affected: 0 }]]);
  }

  /** Id of the school. */
  get id(): string {
    return this.#school.school.id;
  }

  get revision(): number {
    return this.#revision;
  }

  facts(): SchoolFacts {
    const { school, premises, calendar } = this.#school;
    return {
      ...structuredClone({ school, premises, calendar }),
      tree: this.#tree,
      revision: this.#revision,
    };
  }

  /** What is held, by live dates and by blocks that stand. */
  claims(): Claim[] {
    return heldClaims(this.#tree, this.bookings.values(), this.blocks.values());
  }

  /** What a request would get: nothing is written. */
  async preview(request: TestRequest): Promise<SeriesDecision> {
    return decideSeries(request, await this.#seriesFacts({ request, isPreview: true }));
  }

  /** Asks for a booking. Throws if the decision does not accept it. */
  async request(request: BookedRequest): Promise<BookingFacts> {
    const decision = decideSeries(request, await this.#seriesFacts({ request, isPreview: false }));
    if (!decision.accepted) throw refused("The request is not accepted", decision);
    const id = `bok_${String(this.bookings.size + 1).padStart(4, "0")}`;
    const occurrences = requestedDates(decision);
    const { hirer, title, space } = request;
    const dates = datesOf(occurrences, "requested");
    const revision = this.#commit(`key:${hirer}`, [
      ["booking.requested", { booking: id, hirer, space, dates }],
    ]);
    const requestedAt = this.#now();
    const school = this.id;
    return this.#keep({
      id,
      school,
      hirer,
      status: "requested",
      title,
      request,
      occurrences,
      requestedAt,
      revision,
    });
  }

  /** Approves a request that can still be had whole. Throws otherwise. */
  async approve(id: string): Promise<BookingFacts> {
    const booking = this.#find(id);
    const { request } = booking;
    const facts = await this.#seriesFacts({ request, booking: id, isPreview: false });
    const decision = decideAgain({ ...booking, space: request.space }, facts, request);
    if (!decision.accepted) throw refused(`Booking ${id} can't be approved`, decision);
    const occurrences = confirmedDates(booking, decision);
    const { hirer } = booking;
    const dates = datesOf(occurrences, "confirmed");
    const revision = this.#commit("key:school", [
      ["booking.approved", { booking: id, hirer, dates }],
    ]);
    return this.#keep({ ...booking, status: "approved", occurrences, revision });
  }

  decline(id: string): BookingFacts {
    return this.#end(id, "declined", "booking.declined", {});
  }

  withdraw(id: string): BookingFacts {
    return this.#end(id, "withdrawn", "booking.withdrawn", {});
  }

  expire(id: string): BookingFacts {
    return this.#end(id, "expired", "booking.expired", {});
  }

  cancel(id: string, by: "hirer" | "school" = "hirer"): BookingFacts {
    return this.#end(id, "cancelled", "booking.cancelled", { by });
  }

  cancelOccurrence(id: string, date: LocalDate, by: "hirer" | "school" = "hirer"): BookingFacts {
    const booking = this.#find(id);
    const { hirer } = booking;
    const code = by === "hirer" ? "CANCELLED_BY_HIRER" : "CANCELLED_BY_SCHOOL";
    const occurrences = withEnded(booking, [date], "cancelled", reason(code));
    const revision = this.#commit(`key:${by}`, [
      ["occurrence.cancelled", { booking: id, hirer, date, by }],
    ]);
    return this.#keep({ ...booking, occurrences, revision });
  }

  /** Changes a booking as far as its dates can move; those that can't stay. */
  async amend(id: string, change: SeriesChange): Promise<BookingFacts> {
    const booking = this.#find(id);
    const { request, hirer } = booking;
    const facts = await this.#seriesFacts({ request, booking: id, isPreview: false });
    const amendment = amendSeries({ ...booking, space: request.space }, change, facts);
    const changes = changesOf(amendment);
    const data = { booking: id, hirer, by: "school", scope: change.scope, changes };
    const revision = this.#commit("key:school", [["booking.amended", data]]);
    return this.#keep({ ...booking, occurrences: amendedDates(booking, amendment), revision });
  }

  /** Blocks a space; confirmed dates in the way are displaced, waiting ones denied. */
  block(request: BlockRequest, actor = "key:school"): BlockFacts {
    const id = `blk_${String(this.blocks.size + 1).padStart(4, "0")}`;
    const dates = placeBlock(request, this.#school, this.#tree);
    const { space, kind } = request;
    const days = dates.map(({ date }) => date);
    const entries: Entry[] = [["block.created", { block: id, space, kind, dates: days }]];
    const { bookings } = this.inTheWay(request);
    const revision = this.#revision + 1;
    for (const { booking: owner, date } of bookings) {
      const booking = this.#find(owner);
      const isConfirmed = booking.status === "approved";
      const status = isConfirmed ? "displaced" : "denied";
      const why = reason(isConfirmed ? "DISPLACED" : "BLOCKED");
      const occurrences = withEnded(booking, [date], status, why);
      this.#keep({ ...booking, occurrences, revision });
      const { hirer } = booking;
      const type = isConfirmed ? "occurrence.displaced" : "occurrence.denied";
      entries.push([type, { booking: owner, hirer, date, block: id, kind }]);
    }
    this.#commit(actor, entries);
    const block: BlockFacts = {
      id,
      space,
      kind,
      dates,
      createdAt: this.#now(),
      createdBy: actor,
      revision,
      ...(request.reason && { reason: request.reason }),
    };
    this.blocks.set(id, block);
    return block;
  }

  /** What a block would take the time of. */
  inTheWay(request: BlockRequest): TimeTaken {
    const wanted = placeBlock(request, this.#school, this.#tree);
    return timeTaken(this.#tree, wanted, this.bookings.values(), this.blocks.values());
  }

  unblock(id: string, actor = "key:school"): void {
    const block = this.blocks.get(id);
    if (block === undefined) throw new Error(`There is no block ${id}.`);
    const { space, kind, dates } = block;
    const days = dates.map(({ date }) => date);
    const revision = this.#commit(actor, [
      ["block.removed", { block: id, space, kind, dates: days }],
    ]);
    this.blocks.set(id, { ...block, removedAt: this.#now(), revision });
  }

  /** Takes titles and reasons out of bookings, as a server does, and tells that something was erased. */
  erase(
    cause: "request" | "retention",
    about: {
      readonly what: "hirer" | "person" | "bookings";
      readonly hirer?: string;
      readonly bookings: readonly string[];
    },
  ): void {
    const revision = this.#commit("system", [["personal.erased", { cause, ...about }]]);
    for (const id of about.bookings) {
      const { reason: _reason, ...booking } = this.#find(id);
      const request = { ...booking.request, title: ERASED_TEXT };
      this.#keep({ ...booking, title: ERASED_TEXT, request, revision });
    }
  }

  #end(
    id: string,
    status: BookingFacts["status"],
    type: LedgerEventType,
    data: { readonly by?: string },
  ): BookingFacts {
    const booking = this.#find(id);
    const dates = booking.occurrences
      .filter((occurrence) => isLive(occurrence.status) && occurrence.start > this.#now())
      .map(({ date }) => date);
    const occurrenceStatus = status === "declined" ? "denied" : "cancelled";
    const occurrences = withEnded(booking, dates, occurrenceStatus, reason(status.toUpperCase()));
    const { hirer } = booking;
    const revision = this.#commit("key:school", [[type, { booking: id, hirer, dates, ...data }]]);
    return this.#keep({ ...booking, status, occurrences, revision });
  }

  async #seriesFacts(subject: Omit<Parameters<TestRules>[0], "school">): Promise<SeriesFacts> {
    const rules = await this.#rules({ ...subject, school: this.id });
    const { calendar, school } = this.#school;
    return {
      now: this.#now(),
      zone: school.zone,
      tree: this.#tree,
      calendar,
      rules,
      claims: this.claims(),
      ...(subject.booking !== undefined && { except: subject.booking }),
    };
  }

  #find(id: string): BookingFacts {
    const booking = this.bookings.get(id);
    if (booking === undefined) throw new Error(`There is no booking ${id}.`);
    return booking;
  }

  #keep(booking: BookingFacts): BookingFacts {
    this.bookings.set(booking.id, booking);
    return structuredClone(booking);
  }

  #commit(actor: string, entries: readonly Entry[]): number {
    this.#revision += 1;
    for (const [ordinal, [type, data]] of entries.entries()) {
      this.events.push({
        school: this.id,
        revision: this.#revision,
        ordinal,
        type,
        at: this.#now(),
        actor,
        data,
      });
    }
    return this.#revision;
  }
}

type Entry = readonly [LedgerEventType, Readonly<Record<string, unknown>>];
