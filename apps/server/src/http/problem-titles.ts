import type { Bilingual } from "@neuadd/core";
import type { ProblemCode } from "./problem-code.ts";

/** The short name of each problem. It never varies with the occasion (RFC 9457 section 3.1.3). */
export const PROBLEM_TITLES: Readonly<Record<ProblemCode, Bilingual>> = {
  AUTHENTICATION_REQUIRED: { cy: "Mae angen allwedd", en: "A key is needed" },
  KEY_INVALID: { cy: "Nid yw'r allwedd yn ddilys", en: "The key is not valid" },
  FORBIDDEN: { cy: "Ni chaiff yr allwedd hon wneud hynny", en: "This key may not do that" },
  SCOPE_MISSING: { cy: "Nid oes gan yr allwedd y cwmpas", en: "The key lacks the scope" },
  ROUTE_UNKNOWN: { cy: "Nid oes dim yn y cyfeiriad hwn", en: "There is nothing at this address" },
  METHOD_NOT_ALLOWED: {
    cy: "Nid yw'r dull yn bosibl yma",
    en: "The method is not possible here",
  },
  SCHOOL_UNKNOWN: { cy: "Nid oes ysgol o'r fath", en: "There is no such school" },
  SPACE_UNKNOWN: { cy: "Nid oes lle o'r fath", en: "There is no such space" },
  BOOKING_UNKNOWN: { cy: "Nid oes archeb o'r fath", en: "There is no such booking" },
  OCCURRENCE_UNKNOWN: {
    cy: "Nid oes gan yr archeb y dyddiad hwn",
    en: "The booking has no such date",
  },
  BLOCK_UNKNOWN: { cy: "Nid oes bloc o'r fath", en: "There is no such block" },
  HIRER_UNKNOWN: { cy: "Nid oes llogwr o'r fath", en: "There is no such hirer" },
  MEMBER_UNKNOWN: { cy: "Nid oes aelod o'r fath", en: "There is no such member" },
  BODY_NOT_JSON: { cy: "Nid JSON yw corff y cais", en: "The body is not JSON" },
  BODY_INVALID: { cy: "Mae gwallau yng nghorff y cais", en: "The body has faults" },
  BODY_TOO_LARGE: { cy: "Mae corff y cais yn rhy fawr", en: "The body is too large" },
  MEDIA_TYPE_UNSUPPORTED: {
    cy: "Rhaid anfon corff y cais fel JSON",
    en: "The body must be sent as JSON",
  },
  QUERY_INVALID: { cy: "Mae gwallau yn y cyfeiriad", en: "The address has faults" },
  IDEMPOTENCY_KEY_MISSING: {
    cy: "Mae angen Idempotency-Key",
    en: "An Idempotency-Key is needed",
  },
  IDEMPOTENCY_KEY_INVALID: {
    cy: "Nid yw'r Idempotency-Key yn ddilys",
    en: "The Idempotency-Key is not valid",
  },
  IDEMPOTENCY_KEY_REUSED: {
    cy: "Defnyddiwyd yr Idempotency-Key ar gyfer cais arall",
    en: "The Idempotency-Key was used for another request",
  },
  IDEMPOTENCY_KEY_RUNNING: {
    cy: "Mae'r cais cyntaf yn dal i redeg",
    en: "The first request is still running",
  },
  PRECONDITION_REQUIRED: { cy: "Mae angen If-Match", en: "If-Match is needed" },
  REVISION_STALE: { cy: "Mae rhywbeth wedi newid ers hynny", en: "It has changed since" },
  DECISION_CHANGED: { cy: "Mae'r penderfyniad wedi newid", en: "The decision has changed" },
  SERIES_NOT_BOOKABLE: { cy: "Ni ellir archebu'r gyfres", en: "The series can't be booked" },
  AMENDMENT_NOT_POSSIBLE: { cy: "Nid yw'r newid yn bosibl", en: "The change is not possible" },
  TRANSITION_REFUSED: {
    cy: "Nid yw'n bosibl yn y statws hwn",
    en: "It is not possible in this status",
  },
  WOULD_DISPLACE: { cy: "Byddai'n disodli archebion", en: "It would displace bookings" },
  BLOCK_OVERLAPS: { cy: "Mae bloc arall yn y ffordd", en: "Another block is in the way" },
  RATE_LIMITED: { cy: "Gormod o geisiadau", en: "Too many requests" },
  STORE_UNAVAILABLE: { cy: "Nid yw'r storfa ar gael", en: "The store is not available" },
  INTERNAL: { cy: "Aeth rhywbeth o'i le yma", en: "Something went wrong here" },
  RECURRENCE_INVALID: {
    cy: "Nid yw'r rheol ailadrodd yn gywir",
    en: "The recurrence rule is malformed",
  },
  RECURRENCE_UNSUPPORTED: {
    cy: "Ni chefnogir y rheol ailadrodd hon",
    en: "This recurrence rule is not supported",
  },
  RECURRENCE_UNBOUNDED: {
    cy: "Nid oes diwedd i'r rheol ailadrodd",
    en: "The recurrence has no end",
  },
  LOCAL_DATE_INVALID: { cy: "Nid yw'r dyddiad yn ddilys", en: "The date is not valid" },
  LOCAL_TIME_INVALID: { cy: "Nid yw'r amser yn ddilys", en: "The time is not valid" },
  INTERVAL_INVALID: {
    cy: "Rhaid i'r diwedd fod ar ôl y dechrau",
    en: "The end must be after the start",
  },
  LAYOUT_UNKNOWN: { cy: "Nid oes gan y lle gynllun o'r fath", en: "The space has no such layout" },
  REQUEST_INVALID: {
    cy: "Mae'r cais yn ei wrth-ddweud ei hun",
    en: "The request contradicts itself",
  },
};
