import type { SeriesStatus } from "@neuadd/core";
import type { BookingRecord } from "../../ledger/booking-record.ts";
import { approveBooking } from "../../ledger/approve-booking.ts";
import { cancelOccurrence } from "../../ledger/cancel-occurrence.ts";
import { cancelBooking, declineBooking, withdrawBooking } from "../../ledger/end-booking.ts";
import type { LedgerActor } from "../../ledger/ledger-actor.ts";
import { readBooking } from "../../ledger/read-booking.ts";
import type { Actor } from "../../keys/actor.ts";
import type { Services } from "../../services.ts";
import type { OperationId } from "../access.ts";
import { answerBooking } from "../answer-booking.ts";
import { ActionBody } from "../booking-bodies.ts";
import { seenRevision } from "../entity-tag.ts";
import { addOperation, type Api } from "../add-operation.ts";
import type { ProblemCode } from "../problem-code.ts";
import { BookingParams, OccurrenceParams } from "../query-schemas.ts";
import { WireBooking } from "../wire/wire-booking.ts";

type ActionId = Extract<
  OperationId,
  "approveBooking" | "declineBooking" | "withdrawBooking" | "cancelBooking"
>;

interface ActionOptions {
  readonly revision: number;
  readonly by: "hirer" | "school";
  readonly reason?: string;
}

type Action = (
  services: Services,
  school: string,
  actor: LedgerActor,
  booking: string,
  options: ActionOptions,
) => Promise<BookingRecord>;

/** What can be done with a booking as a whole, each with the revision that was seen; and cancelling one date. */
export function addBookingActionRoutes(api: Api): void {
  addAction(api, "approve", {
    id: "approveBooking",
    act: approveBooking,
    becomes: "approved",
    problems: ["SERIES_NOT_BOOKABLE"],
  });
  addAction(api, "decline", { id: "declineBooking", act: declineBooking, becomes: "declined" });
  addAction(api, "withdraw", { id: "withdrawBooking", act: withdrawBooking, becomes: "withdrawn" });
  addAction(api, "cancel", { id: "cancelBooking", act: cancelBooking, becomes: "cancelled" });
  addCancelOccurrence(api);
}

interface ActionRoute {
  readonly id: ActionId;
  readonly act: Action;
  /** The status of the booking afterwards. */
  readonly becomes: SeriesStatus;
  readonly problems?: readonly ProblemCode[];
}

function addAction(api: Api, word: string, { id, act, becomes, problems = [] }: ActionRoute): void {
  addOperation(
    api,
    {
      id,
      method: "post",
      path: `/v1/schools/{school}/bookings/{booking}/${word}`,
      tag: "bookings",
      inputs: { params: BookingParams, body: ActionBody },
      answers: { 200: BOOKING_AFTER },
      idempotency: "taken",
      needsIfMatch: true,
      problems: ["TRANSITION_REFUSED", ...problems],
    },
    async ({ context, services, subject: { actor, school, booking }, body }) => {
      const changed = await act(services, school.school.id, actorLabel(actor), booking.id, {
        revision: seenRevision(context, booking.revision),
        by: sideOf(actor),
        ...body,
      });
      return answerBooking(context, services, school, changed, 200);
    },
    {
      recover: async ({ context, services, subject: { school, booking } }) => {
        const present = await readBooking(services, school.school.id, booking.id);
        if (present.status !== becomes) return undefined;
        return answerBooking(context, services, school, present, 200);
      },
    },
  );
}

function addCancelOccurrence(api: Api): void {
  addOperation(
    api,
    {
      id: "cancelOccurrence",
      method: "post",
      path: "/v1/schools/{school}/bookings/{booking}/occurrences/{date}/cancel",
      tag: "bookings",
      inputs: { params: OccurrenceParams, body: ActionBody },
      answers: { 200: BOOKING_AFTER },
      idempotency: "taken",
      problems: [
        "OCCURRENCE_UNKNOWN",
        "TRANSITION_REFUSED",
        "PRECONDITION_REQUIRED",
        "REVISION_STALE",
        "QUERY_INVALID",
      ],
    },
    async ({ context, services, subject: { actor, school, booking }, params, body }) => {
      const { date } = params();
      const changed = await cancelOccurrence(
        services,
        school.school.id,
        actorLabel(actor),
        booking.id,
        date,
        {
          ...(context.req.header("if-match") !== undefined && {
            revision: seenRevision(context, booking.revision),
          }),
          by: sideOf(actor),
          ...body,
        },
      );
      return answerBooking(context, services, school, changed, 200);
    },
    {
      recover: async ({ context, services, subject: { school, booking }, params }) => {
        const { date } = params();
        const present = await readBooking(services, school.school.id, booking.id);
        const isCancelled = present.occurrences.some(
          (occurrence) => occurrence.date === date && occurrence.status === "cancelled",
        );
        return isCancelled ? answerBooking(context, services, school, present, 200) : undefined;
      },
    },
  );
}

const BOOKING_AFTER = {
  description: "The booking as it stands now.",
  schema: WireBooking,
  headers: { ETag: "Its new revision." },
};

/** How the ledger names whoever holds a key. */
export function actorLabel({ keyId }: Actor): LedgerActor {
  return `key:${keyId}`;
}

/** On whose behalf a key acts towards a booking. */
export function sideOf({ kind }: Actor): "hirer" | "school" {
  return kind === "hirer" ? "hirer" : "school";
}
