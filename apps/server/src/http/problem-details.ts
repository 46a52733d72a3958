import type { Bilingual } from "@neuadd/core";
import type { ProblemCode } from "./problem-code.ts";

/** What each problem means and what to do about it: the `detail` of an answer, and its page. */
export const PROBLEM_DETAILS: Readonly<Record<ProblemCode, Bilingual>> = {
  AUTHENTICATION_REQUIRED: {
    cy: "Anfonwch eich allwedd ym mhennyn y cais: Authorization: Bearer <allwedd>.",
    en: "Send your key in the header of the request: Authorization: Bearer <key>.",
  },
  KEY_INVALID: {
    cy: "Nid yw'r allwedd a anfonwyd yn hysbys, neu mae wedi dod i ben neu wedi'i dirymu. Gofynnwch am un newydd gan yr ysgol neu'r gweithredwr.",
    en: "The key that was sent is not known, has expired or has been revoked. Ask the school or the operator for a new one.",
  },
  FORBIDDEN: {
    cy: "Mae'r allwedd yn ddilys, ond nid yw'r weithred hon yn agored i'w pherchennog. Defnyddiwch allwedd sy'n perthyn i'r ysgol neu'r llogwr dan sylw.",
    en: "The key is valid, but this action is not open to its owner. Use a key of the school or hirer concerned.",
  },
  SCOPE_MISSING: {
    cy: "Nid yw cwmpasau'r allwedd yn cynnwys yr un y mae'r weithred hon yn gofyn amdano. Gofynnwch am allwedd sydd â'r cwmpas hwnnw.",
    en: "The scopes of the key don't include the one that this action asks for. Ask for a key that has it.",
  },
  ROUTE_UNKNOWN: {
    cy: "Gwiriwch y cyfeiriad. Mae'r holl gyfeiriadau ar y dudalen gyfeirio, /docs.",
    en: "Check the address. All addresses are on the reference page, /docs.",
  },
  METHOD_NOT_ALLOWED: {
    cy: "Mae'r cyfeiriad yn bod, ond nid ar gyfer y dull hwn. Mae'r pennyn Allow yn rhestru'r dulliau posibl.",
    en: "The address exists, but not for this method. The Allow header lists the methods that are possible.",
  },
  SCHOOL_UNKNOWN: {
    cy: "Nid oes ysgol â'r enw hwn yma. Mae /v1/schools yn rhestru'r ysgolion.",
    en: "There is no school of this id here. /v1/schools lists the schools.",
  },
  SPACE_UNKNOWN: {
    cy: "Nid oes gan yr ysgol le â'r enw hwn. Mae rhestr lleoedd yr ysgol yn eu dangos i gyd.",
    en: "The school has no space of this id. The school's list of spaces shows them all.",
  },
  BOOKING_UNKNOWN: {
    cy: "Nid oes archeb o'r fath yn yr ysgol hon, neu ni all eich allwedd ei gweld.",
    en: "There is no such booking at this school, or your key can't see it.",
  },
  OCCURRENCE_UNKNOWN: {
    cy: "Nid yw'r dyddiad hwn yn un o ddyddiadau'r archeb. Darllenwch yr archeb i weld ei dyddiadau.",
    en: "This date is not one of the booking's dates. Read the booking to see its dates.",
  },
  BLOCK_UNKNOWN: {
    cy: "Nid oes bloc o'r fath yn yr ysgol hon, neu ni all eich allwedd ei weld.",
    en: "There is no such block at this school, or your key can't see it.",
  },
  HIRER_UNKNOWN: {
    cy: "Nid oes llogwr o'r fath, neu ni all eich allwedd ei weld.",
    en: "There is no such hirer, or your key can't see it.",
  },
  MEMBER_UNKNOWN: {
    cy: "Nid oes gan y llogwr aelod o'r fath.",
    en: "The hirer has no such member.",
  },
  BODY_NOT_JSON: {
    cy: "Ni ellid darllen corff y cais: rhaid iddo fod yn JSON dilys mewn UTF-8.",
    en: "The body of the request could not be read: it must be valid JSON in UTF-8.",
  },
  BODY_INVALID: {
    cy: "Mae 'errors' yn rhestru pob gwall, gyda phwyntydd at ei le yng nghorff y cais.",
    en: "'errors' lists every fault, with a pointer to its place in the body.",
  },
  BODY_TOO_LARGE: {
    cy: "Mae corff y cais yn fwy na'r terfyn. Anfonwch un llai.",
    en: "The body of the request is over the limit. Send a smaller one.",
  },
  MEDIA_TYPE_UNSUPPORTED: {
    cy: "Anfonwch gorff y cais gyda'r pennyn Content-Type: application/json.",
    en: "Send the body with the header Content-Type: application/json.",
  },
  QUERY_INVALID: {
    cy: "Mae 'errors' yn rhestru pob gwall yn llwybr, paramedrau neu benynnau'r cais.",
    en: "'errors' lists every fault in the path, parameters or headers of the request.",
  },
  IDEMPOTENCY_KEY_MISSING: {
    cy: "Anfonwch bennyn Idempotency-Key â gwerth newydd ar gyfer pob archeb newydd, fel na all ei hailanfon archebu ddwywaith.",
    en: "Send an Idempotency-Key header with a new value for each new booking, so that sending it again can't book twice.",
  },
  IDEMPOTENCY_KEY_INVALID: {
    cy: "Rhaid i Idempotency-Key fod rhwng 1 a 255 o nodau ASCII gweladwy.",
    en: "An Idempotency-Key must be 1 to 255 visible ASCII characters.",
  },
  IDEMPOTENCY_KEY_REUSED: {
    cy: "Anfonwyd y gwerth hwn eisoes gyda chais gwahanol. Defnyddiwch werth newydd ar gyfer cais newydd.",
    en: "This value was already sent with a different request. Use a new value for a new request.",
  },
  IDEMPOTENCY_KEY_RUNNING: {
    cy: "Nid yw'r cais cyntaf â'r gwerth hwn wedi'i ateb eto. Arhoswch yr amser y mae Retry-After yn ei nodi ac anfonwch ef eto.",
    en: "The first request with this value has not been answered yet. Wait for the time that Retry-After states and send it again.",
  },
  PRECONDITION_REQUIRED: {
    cy: 'Anfonwch bennyn If-Match ag ETag yr hyn a ddarllenoch, er enghraifft "12". Nid yw * yn ddigon: nid yw\'n dweud beth welsoch.',
    en: 'Send an If-Match header with the ETag of what you read, such as "12". * is not enough: it does not say what you saw.',
  },
  REVISION_STALE: {
    cy: "Newidiodd rhywun arall hyn ers i chi ei ddarllen. Darllenwch ef eto, a phenderfynwch o'r newydd; mae'r ETag presennol yn y pennyn ETag.",
    en: "Someone else changed it since you read it. Read it again and decide anew; the present ETag is in the ETag header.",
  },
  DECISION_CHANGED: {
    cy: "Nid dyma'r penderfyniad a ddangoswyd i chi. Ni newidiwyd dim. Mae'r penderfyniad newydd yn 'decision'.",
    en: "This is not the decision that you were shown. Nothing was changed. The new decision is in 'decision'.",
  },
  SERIES_NOT_BOOKABLE: {
    cy: "Ni newidiwyd dim. Mae 'decision' yn rhoi'r rhesymau, dyddiad wrth ddyddiad.",
    en: "Nothing was changed. 'decision' gives the reasons, date by date.",
  },
  AMENDMENT_NOT_POSSIBLE: {
    cy: "Ni newidiwyd dim. Mae 'amendment' yn dangos pa ddyddiadau na ellir eu symud, a pham; anfonwch ei 'digest' fel 'expectedDigest' i dderbyn hynny.",
    en: "Nothing was changed. 'amendment' shows which dates can't move, and why; send its 'digest' as 'expectedDigest' to accept that.",
  },
  TRANSITION_REFUSED: {
    cy: "Nid yw statws presennol yr archeb, y dyddiad neu'r bloc yn caniatáu'r weithred hon. Darllenwch ef eto i weld ei statws; mater i'r ysgol yw symud neu ychwanegu dyddiadau at archeb y mae wedi'i chymeradwyo.",
    en: "The present status of the booking, date or block doesn't allow this action. Read it again to see its status; moving dates of a booking that the school has approved, or adding to them, is for the school to do.",
  },
  WOULD_DISPLACE: {
    cy: "Ni newidiwyd dim. Mae 'preview' yn rhestru'r archebion sydd yn y ffordd; anfonwch 'displace': true i fynd ymlaen a'u disodli.",
    en: "Nothing was changed. 'preview' lists the bookings in the way; send 'displace': true to go on and displace them.",
  },
  BLOCK_OVERLAPS: {
    cy: "Ni newidiwyd dim. Mae 'preview' yn enwi'r blociau sydd yn y ffordd; dilëwch nhw yn gyntaf.",
    en: "Nothing was changed. 'preview' names the blocks in the way; remove them first.",
  },
  RATE_LIMITED: {
    cy: "Arhoswch yr amser y mae Retry-After yn ei nodi, yna rhowch gynnig arall arni.",
    en: "Wait for the time that Retry-After states, then try again.",
  },
  STORE_UNAVAILABLE: {
    cy: "Ni ellir cyrraedd y gronfa ddata ar hyn o bryd. Rhowch gynnig arall arni ymhen ychydig.",
    en: "The database can't be reached at present. Try again in a little while.",
  },
  INTERNAL: {
    cy: "Ein bai ni yw hyn, nid eich un chi. Dyfynnwch y 'requestId' wrth roi gwybod i'r gweithredwr.",
    en: "The fault is ours, not yours. Quote the 'requestId' when you tell the operator.",
  },
  RECURRENCE_INVALID: {
    cy: "Ysgrifennwch reol RRULE o RFC 5545, er enghraifft FREQ=WEEKLY.",
    en: "Write an RRULE of RFC 5545, such as FREQ=WEEKLY.",
  },
  RECURRENCE_UNSUPPORTED: {
    cy: "Defnyddiwch FREQ=DAILY, WEEKLY, MONTHLY neu YEARLY gydag INTERVAL, COUNT, UNTIL, BYDAY, BYMONTHDAY, BYMONTH, BYSETPOS a WKST.",
    en: "Use FREQ=DAILY, WEEKLY, MONTHLY or YEARLY with INTERVAL, COUNT, UNTIL, BYDAY, BYMONTHDAY, BYMONTH, BYSETPOS and WKST.",
  },
  RECURRENCE_UNBOUNDED: {
    cy: "Rhowch 'until' neu 'count', neu UNTIL neu COUNT yn y rheol.",
    en: "Give 'until' or 'count', or UNTIL or COUNT in the rule.",
  },
  LOCAL_DATE_INVALID: {
    cy: "Ysgrifennwch ddyddiad sy'n bod, fel 2026-09-08.",
    en: "Write a date that exists, as 2026-09-08.",
  },
  LOCAL_TIME_INVALID: {
    cy: "Ysgrifennwch oriau a munudau fel 18:00, o 00:00 i 24:00.",
    en: "Write hours and minutes as 18:00, from 00:00 to 24:00.",
  },
  INTERVAL_INVALID: {
    cy: "Rhowch ddiwedd sy'n hwyrach na'r dechrau.",
    en: "Give an end that is later than the start.",
  },
  LAYOUT_UNKNOWN: {
    cy: "Mae'r rhestr lleoedd yn dangos cynlluniau pob lle.",
    en: "The list of spaces shows the layouts of each space.",
  },
  REQUEST_INVALID: {
    cy: "Gwiriwch fod y dyddiadau a'r amseroedd mewn trefn, fod modd archebu'r lle, ac nad oes mwy na 400 o ddyddiadau dros fwy na dwy flynedd.",
    en: "Check that dates and times are in order, that the space can be booked, and that there are not more than 400 dates nor a span over two years.",
  },
};
