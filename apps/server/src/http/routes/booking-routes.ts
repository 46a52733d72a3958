import { z } from "@hono/zod-openapi";
import { REQUEST_ERROR_CODES } from "@neuadd/plugin-kit/host";
import type { BookingRequest } from "../../ledger/booking-record.ts";
import type { AskedBooking } from "../../ledger/decision-rules.ts";
import { listBookings } from "../../ledger/list-bookings.ts";
import { previewBooking } from "../../ledger/preview-booking.ts";
import { readBooking } from "../../ledger/read-booking.ts";
import type { PluginRuntime } from "../../plugins/plugin-runtime.ts";
import { answerBooking, wordingOf } from "../answer-booking.ts";
import { BookingBody, PreviewBody } from "../booking-bodies.ts";
import { listedSpan } from "../day-span.ts";
import { hasTag, revisionTag } from "../entity-tag.ts";
import { foundOrUndefined } from "../found-or-undefined.ts";
import { hirerOfBody } from "../hirer-of-body.ts";
import type { Metrics } from "../metrics.ts";
import { addOperation, type Api } from "../add-operation.ts";
import { nextPageHeaders } from "../page-link.ts";
import { BookingParams, BookingsQuery, DEFAULT_PAGE_SIZE, SchoolParams } from "../query-schemas.ts";
import { RequestFault } from "../request-fault.ts";
import { requestCounted } from "../request-counted.ts";
import { respond, respondJson } from "../respond.ts";
import { WireBooking, wireBooking } from "../wire/wire-booking.ts";
import { WireDecision, wireDecision } from "../wire/wire-decision.ts";
import { WireDate, WireZone } from "../wire/wire-parts.ts";
import { WireQuote, wireQuote } from "../wire/wire-quote.ts";

const WirePreview = WireDecision.extend({
  zone: WireZone,
  today: WireDate,
  quote: WireQuote,
}).openapi("BookingPreview", { description: "The decision, and what it would cost." });

export interface BookingRouteParts {
  readonly plugins: Pick<PluginRuntime, "quote">;
  readonly metrics: Metrics;
}

/** Previewing, asking for and reading bookings. */
export function addBookingRoutes(api: Api, parts: BookingRouteParts): void {
  addPreview(api, parts);
  addRequest(api, parts);
  addList(api);
  addRead(api);
}

function addPreview(api: Api, { plugins, metrics }: BookingRouteParts): void {
  addOperation(
    api,
    {
      id: "previewBooking",
      method: "post",
      path: "/v1/schools/{school}/bookings/preview",
      tag: "bookings",
      inputs: { params: SchoolParams, body: PreviewBody },
      answers: { 200: { description: "The decision.", schema: WirePreview } },
      problems: REQUEST_ERROR_CODES,
    },
    async ({ context, exchange, services, subject: { actor, school }, body }) => {
      const hirer = await hirerOfBody(services, actor, body.hirer);
      const request = askedBooking(body, hirer);
      const decision = await previewBooking(services, school.school.id, request);
      metrics.countDecision("preview", decision);
      const quote = await plugins.quote({
        school: school.school.id,
        ...(hirer !== undefined && { hirer }),
        request,
        decision,
      });
      const { wording, today } = wordingOf(services, exchange, school);
      return respondJson(context, 200, {
        ...wireDecision(decision, wording),
        zone: wording.zone,
        today,
        quote: wireQuote(quote, wording),
      });
    },
  );
}

function addRequest(api: Api, { metrics }: BookingRouteParts): void {
  addOperation(
    api,
    {
      id: "requestBooking",
      method: "post",
      path: "/v1/schools/{school}/bookings",
      tag: "bookings",
      inputs: { params: SchoolParams, body: BookingBody },
      answers: {
        201: {
          description: "The booking, which now waits for the school's answer.",
          schema: WireBooking,
          headers: { Location: "Address of the booking.", ETag: "Its revision, for If-Match." },
        },
      },
      idempotency: "needed",
      problems: ["DECISION_CHANGED", "SERIES_NOT_BOOKABLE", ...REQUEST_ERROR_CODES],
    },
    async ({ context, services, subject: { actor, school }, body }) => {
      const hirer = await hirerOfBody(services, actor, body.hirer);
      if (hirer === undefined) {
        throw new RequestFault("BODY_INVALID", [{ pointer: "#/hirer", detail: HIRER_NEEDED }]);
      }
      const request: BookingRequest = { ...body, hirer };
      const label = `key:${actor.keyId}` as const;
      const made = await requestCounted(services, metrics, school.school.id, label, request);
      return answerBooking(context, services, school, made.booking, 201);
    },
    {
      recover: async ({ context, services, subject: { school } }, idOf) => {
        const booking = await foundOrUndefined(
          readBooking(services, school.school.id, idOf("bok")),
        );
        return booking && answerBooking(context, services, school, booking, 201);
      },
    },
  );
}

function addList(api: Api): void {
  addOperation(
    api,
    {
      id: "listBookings",
      method: "get",
      path: "/v1/schools/{school}/bookings",
      tag: "bookings",
      inputs: { params: SchoolParams, query: BookingsQuery },
      answers: {
        200: {
          description: "One page.",
          schema: z.object({ zone: WireZone, today: WireDate, items: z.array(WireBooking) }),
          headers: { Link: '`rel="next"`: the next page, if there is one.' },
        },
      },
    },
    async ({ context, exchange, services, subject: { actor, school }, query }) => {
      const { limit = DEFAULT_PAGE_SIZE, cursor, hirer, ...filters } = listedSpan(query());
      const whose = actor.kind === "hirer" ? actor.owner : hirer;
      if (hirer !== undefined && hirer !== whose) throw new RequestFault("FORBIDDEN");
      const { items, next } = await listBookings(services, school.school.id, {
        ...filters,
        ...(whose !== undefined && { hirer: whose }),
        ...(cursor !== undefined && { after: cursor }),
        limit,
      });
      const { wording, today } = wordingOf(services, exchange, school);
      return respondJson(
        context,
        200,
        {
          zone: wording.zone,
          today,
          items: items.map((booking) => wireBooking(booking, wording, today)),
        },
        nextPageHeaders(context, "cursor", next),
      );
    },
  );
}

function addRead(api: Api): void {
  addOperation(
    api,
    {
      id: "getBooking",
      method: "get",
      path: "/v1/schools/{school}/bookings/{booking}",
      tag: "bookings",
      inputs: { params: BookingParams },
      answers: {
        200: {
          description: "The booking.",
          schema: WireBooking,
          headers: { ETag: "Its revision, for If-Match and If-None-Match." },
        },
        304: { description: "It has not changed since that ETag." },
      },
    },
    ({ context, services, subject: { school, booking } }) => {
      const tag = revisionTag(booking.revision);
      if (hasTag(context.req.header("if-none-match"), tag)) {
        return respond(context, 304, null, { etag: tag, "cache-control": "private, no-cache" });
      }
      return answerBooking(context, services, school, booking, 200);
    },
  );
}

/** What a preview asks for, without what only counts once it is booked. */
function askedBooking(
  {
    hirer: _named,
    publicTitle: _publicTitle,
    expectedDigest: _digest,
    title,
    activity,
    ...series
  }: PreviewBody,
  hirer: string | undefined,
): AskedBooking {
  return {
    ...series,
    ...(title !== undefined && { title }),
    ...(activity !== undefined && { activity }),
    ...(hirer !== undefined && { hirer }),
  };
}

const HIRER_NEEDED = {
  cy: "Rhaid i allwedd ysgol enwi'r llogwr y mae'r archeb ar ei gyfer.",
  en: "A key of a school must name the hirer that the booking is for.",
};
