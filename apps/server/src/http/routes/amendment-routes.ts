import { z } from "@hono/zod-openapi";
import { REQUEST_ERROR_CODES } from "@neuadd/plugin-kit/host";
import { amendBooking } from "../../ledger/amend-booking.ts";
import { previewAmendment } from "../../ledger/preview-amendment.ts";
import { wordingOf } from "../answer-booking.ts";
import { AmendBody, ChangeBody } from "../booking-bodies.ts";
import { revisionTag, seenRevision } from "../entity-tag.ts";
import { addOperation, type Api } from "../add-operation.ts";
import { BookingParams } from "../query-schemas.ts";
import { respondJson } from "../respond.ts";
import { WireAmendment, wireAmendment } from "../wire/wire-amendment.ts";
import { WireBooking, wireBooking } from "../wire/wire-booking.ts";
import { WireDate, WireZone } from "../wire/wire-parts.ts";
import { actorLabel, sideOf } from "./booking-action-routes.ts";

/** Changing a booking: first what a change would do, then doing it. */
export function addAmendmentRoutes(api: Api): void {
  addPreview(api);
  addAmendment(api);
}

function addPreview(api: Api): void {
  addOperation(
    api,
    {
      id: "previewAmendment",
      method: "post",
      path: "/v1/schools/{school}/bookings/{booking}/amend/preview",
      tag: "bookings",
      inputs: { params: BookingParams, body: ChangeBody },
      answers: {
        200: {
          description: "What would become of each live date.",
          schema: WireAmendment.extend({ zone: WireZone, today: WireDate }),
          headers: { ETag: "Revision of the booking, for If-Match of the change." },
        },
      },
      problems: ["TRANSITION_REFUSED", "OCCURRENCE_UNKNOWN", ...REQUEST_ERROR_CODES],
    },
    async ({ context, exchange, services, subject: { school, booking }, body }) => {
      const amendment = await previewAmendment(services, school.school.id, booking.id, body);
      const { wording, today } = wordingOf(services, exchange, school);
      return respondJson(
        context,
        200,
        { ...wireAmendment(amendment, wording), zone: wording.zone, today },
        { etag: revisionTag(booking.revision) },
      );
    },
  );
}

function addAmendment(api: Api): void {
  addOperation(
    api,
    {
      id: "amendBooking",
      method: "post",
      path: "/v1/schools/{school}/bookings/{booking}/amend",
      tag: "bookings",
      inputs: { params: BookingParams, body: AmendBody },
      answers: {
        200: {
          description: "The booking as it stands now, and what became of each date.",
          schema: z.object({ booking: WireBooking, amendment: WireAmendment }),
          headers: { ETag: "Its new revision." },
        },
      },
      idempotency: "taken",
      needsIfMatch: true,
      problems: [
        "AMENDMENT_NOT_POSSIBLE",
        "DECISION_CHANGED",
        "TRANSITION_REFUSED",
        "OCCURRENCE_UNKNOWN",
        ...REQUEST_ERROR_CODES,
      ],
    },
    async ({ context, exchange, services, subject: { actor, school, booking }, body }) => {
      const { expectedDigest, ...change } = body;
      const amended = await amendBooking(
        services,
        school.school.id,
        actorLabel(actor),
        booking.id,
        change,
        {
          revision: seenRevision(context, booking.revision),
          by: sideOf(actor),
          ...(expectedDigest !== undefined && { expectedDigest }),
        },
      );
      const { wording, today } = wordingOf(services, exchange, school);
      return respondJson(
        context,
        200,
        {
          booking: wireBooking(amended.booking, wording, today),
          amendment: wireAmendment(amended.amendment, wording),
        },
        { etag: revisionTag(amended.booking.revision) },
      );
    },
  );
}
