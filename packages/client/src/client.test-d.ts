import { expectTypeOf } from "vitest";
import {
  isProblem,
  type NeuaddProblem,
  type Amendment,
  type BlockPreview,
  type Booking,
  type BookingRequest,
  type Client,
  type Decision,
  type LedgerChange,
  type ProblemCode,
} from "./index.ts";

// Checked by the compiler alone: nothing here is run.

declare const client: Client;
declare const error: unknown;
declare const booking: Booking;

// A problem is known by its code, and what it carries by that.
if (isProblem(error, "SERIES_NOT_BOOKABLE")) {
  expectTypeOf(error.code).toEqualTypeOf<"SERIES_NOT_BOOKABLE">();
  expectTypeOf(error.decision).toEqualTypeOf<Decision>();
  expectTypeOf(error.amendment).toEqualTypeOf<undefined>();
}
if (isProblem(error, "DECISION_CHANGED")) {
  expectTypeOf(error.decision).toEqualTypeOf<Decision | undefined>();
  expectTypeOf(error.amendment).toEqualTypeOf<Amendment | undefined>();
}
if (isProblem(error, "WOULD_DISPLACE", "BLOCK_OVERLAPS")) {
  expectTypeOf(error.preview).toEqualTypeOf<BlockPreview>();
}
if (isProblem(error, "REVISION_STALE")) expectTypeOf(error.etag).toEqualTypeOf<string>();
if (isProblem(error)) {
  expectTypeOf(error.code).toEqualTypeOf<ProblemCode | `${string}/${string}`>();
  expectTypeOf(error.decision).toEqualTypeOf<Decision | undefined>();
}
if (isProblem(error, "SERIES_NOT_BOOKABLE", "REVISION_STALE", "FORBIDDEN")) {
  switch (error.code) {
    case "SERIES_NOT_BOOKABLE":
      expectTypeOf(error.decision).toEqualTypeOf<Decision>();
      break;
    case "REVISION_STALE":
      expectTypeOf(error.etag).toEqualTypeOf<string>();
      break;
    case "FORBIDDEN":
      expectTypeOf(error.etag).toEqualTypeOf<undefined>();
  }
}
// Plugins have codes of their own.
if (isProblem(error, "tariffs/RATE_UNKNOWN"))
  expectTypeOf(error.decision).toEqualTypeOf<undefined>();
expectTypeOf<NeuaddProblem<"FORBIDDEN">>().toExtend<NeuaddProblem>();
// @ts-expect-error: there is no such code.
isProblem(error, "NOT_A_CODE");

// What is undefined is left out of a query.
client.bookings.list("y-bryn", { status: undefined, space: undefined, pageSize: undefined });
void client.spaces.availability("y-bryn", "neuadd", { from: "2026-09-08", minutes: undefined });

// Requests are those of the OpenAPI document.
const season = {
  space: "sports-hall-a",
  title: "Badminton",
  activity: "badminton",
  first: "2026-09-08",
  startTime: "18:00",
  endTime: "19:30",
  recurrence: { rule: "FREQ=WEEKLY", exceptDates: ["2026-12-15"] },
  onClash: { policy: "skip" },
} as const;
expectTypeOf(season).toExtend<BookingRequest>();
// @ts-expect-error: a booking has a title.
void client.bookings.book("school", { ...season, title: undefined });
// @ts-expect-error: there is no such policy.
void client.bookings.book("school", { ...season, onClash: { policy: "hope" } });

// What acts on a booking takes the booking itself, or how it was seen; never an id alone.
void client.bookings.approve(booking);
void client.bookings.approve({ school: "a", id: "b", etag: '"1"' });
// @ts-expect-error: without its tag nobody knows what was seen.
void client.bookings.approve({ school: "a", id: "b" });
void client.bookings.cancelDate({ school: "a", id: "b" }, "2026-12-15");

// Lists and the ledger are gone through with `for await`.
expectTypeOf(client.bookings.list("a")).toExtend<AsyncIterable<Booking>>();
expectTypeOf(client.events.follow("a")).toExtend<AsyncIterable<LedgerChange>>();
expectTypeOf(client.bookings.list("a").all()).toEqualTypeOf<Promise<Booking[]>>();

// Answers are read, not written.
// @ts-expect-error: the answer is the server's.
booking.title = "Another";
// @ts-expect-error: so are its dates.
booking.occurrences.push();
