import { createHash } from "node:crypto";
import type { SeriesDecision } from "@neuadd/core";
import { BookingBody } from "../http/booking-bodies.ts";
import { foundOrUndefined } from "../http/found-or-undefined.ts";
import {
  claimRequest,
  keepAnswer,
  type KeyedRequest,
  releaseRequest,
  reservedId,
} from "../http/idempotency-store.ts";
import { requestCounted } from "../http/request-counted.ts";
import type { Actor } from "../keys/actor.ts";
import { readBooking } from "../ledger/read-booking.ts";
import { refusedDecision } from "../ledger/refused-decision.ts";
import type { SchoolState } from "../ledger/school-model.ts";
import type { Services } from "../services.ts";
import { decisionFaults } from "./decision-faults.ts";
import { requestMessages } from "./messages/request-messages.ts";
import type { PageKit } from "./page-kit.tsx";
import {
  type RequestFaults,
  type RequestField,
  type RequestForm,
  requestOf,
} from "./request-form.ts";

/** What came of sending a form: a booking, or what is wrong. */
export type SentRequest =
  | { readonly booking: string }
  | {
      readonly booking?: never;
      readonly status: 409 | 422;
      readonly faults: RequestFaults;
      /** What was decided instead of what was asked for, or shown. */
      readonly decision?: SeriesDecision;
    };

/**
 * Asks for a booking with a form that has no faults and the key of `actor`, by the same command as the API. The same form sent twice, by a
 * double click or after going back, asks once. Of a series it asks for the dates that the form was shown with.
 */
export async function sendRequest(
  { services, metrics }: PageKit,
  { school }: SchoolState,
  form: RequestForm,
  actor: Actor,
): Promise<SentRequest> {
  if (actor.kind !== "hirer") return refused("key", "keyOfOther");
  if (!actor.scopes.has("bookings:write")) return refused("key", "keyMayNot");
  const request = { ...BookingBody.parse(requestOf(form)), hirer: actor.owner };
  const keyed = keyedRequest(actor.keyId, school.id, form.once, request);
  const standing = await claimRequest(services, keyed);
  if (standing.kind === "answered") return { booking: standing.answer.body };
  if (standing.kind !== "mine") return refused("key", "sending", 409);
  const id = reservedId("bok", keyed, standing.firstStartedAt);
  try {
    const made = standing.isTakenOver
      ? await foundOrUndefined(readBooking(services, school.id, id))
      : undefined;
    if (made === undefined) {
      const reserving: Services = { ...services, newId: () => id };
      await requestCounted(reserving, metrics, school.id, `key:${actor.keyId}`, request);
    }
    await keepAnswer(services, keyed, { status: 303, headers: {}, body: id });
    return { booking: id };
  } catch (error) {
    await releaseRequest(services, keyed);
    const decision = refusedDecision(error);
    if (decision === undefined) throw error;
    if (decision.accepted) return { ...refused("whole", "datesChanged", 409), decision };
    return { status: 409, faults: decisionFaults(decision), decision };
  }
}

function refused(
  field: RequestField | "whole",
  fault: keyof typeof requestMessages.en.faults,
  status: 409 | 422 = 422,
): Exclude<SentRequest, { readonly booking: string }> {
  const sentence = { cy: requestMessages.cy.faults[fault], en: requestMessages.en.faults[fault] };
  return { status, faults: new Map([[field, sentence]]) };
}

/** What a form asks for is part of its key: a form that was changed after it had been sent is another request. */
function keyedRequest(keyId: string, school: string, once: string, request: object): KeyedRequest {
  const fingerprint = createHash("sha256")
    .update(JSON.stringify([school, request]))
    .digest("hex");
  return { keyId, idempotencyKey: `page-${once}-${fingerprint.slice(0, 32)}`, fingerprint };
}
