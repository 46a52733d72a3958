import type { Bilingual } from "@neuadd/core";
import { OUTWARD_FAULTS } from "@neuadd/plugin-kit";
import type { EventRefusalCode } from "./event-refusal.ts";
import { FILE_REFUSALS } from "./file-refusal.ts";

const FAULT_CODES = [...OUTWARD_FAULTS, ...FILE_REFUSALS, "FAILED"] as const;
type FaultCode = (typeof FAULT_CODES)[number];

/** Why a calendar was not taken in, for the school to read. What has no sentence of its own was a fault here. */
export function sayFault(code: string): Bilingual {
  return FAULTS[FAULT_CODES.find((one) => one === code) ?? "FAILED"];
}

/** What can't be read exactly of an event. */
export const REFUSAL_SENTENCES: Readonly<Record<EventRefusalCode, Bilingual>> = {
  TIME_UNSUPPORTED: {
    cy: "nid oes modd darllen un o'i amserau",
    en: "one of its times can't be read",
  },
  ZONE_UNKNOWN: {
    cy: "nid yw'r gylchfa amser yn hysbys, ac nid yw'r ffeil yn ei disgrifio",
    en: "its time zone is not known, and the file does not describe it",
  },
  RECURRENCE_UNSUPPORTED: {
    cy: "nid oes modd dilyn y rheol ailadrodd yn union",
    en: "its rule of recurrence can't be followed exactly",
  },
  RANGE_UNSUPPORTED: {
    cy: "mae un newid yn sefyll dros bob dyddiad sy'n dilyn",
    en: "one change stands for all dates that follow",
  },
  TOO_LONG: {
    cy: "mae'n ailadrodd ac yn para dros 400 diwrnod",
    en: "it recurs and lasts for more than 400 days",
  },
};

const UNREACHABLE: Bilingual = {
  cy: "Nid oedd modd cyrraedd y calendr.",
  en: "The calendar could not be reached.",
};
const FAULTS: Readonly<Record<FaultCode, Bilingual>> = {
  URL_REFUSED: {
    cy: "Ni ellir darllen y cyfeiriad hwn.",
    en: "This address can't be read.",
  },
  ADDRESS_REFUSED: {
    cy: "Mae'r cyfeiriad yn arwain i rwydwaith na chaniateir ei ddarllen.",
    en: "The address leads into a network that may not be read.",
  },
  NAME_UNKNOWN: {
    cy: "Nid oes neb yn gwybod ble mae'r cyfeiriad hwn.",
    en: "Nobody knows where this address is.",
  },
  CONNECTION_FAILED: UNREACHABLE,
  TIMED_OUT: UNREACHABLE,
  ANSWER_TOO_LARGE: {
    cy: "Mae'r ffeil yn rhy fawr: 2 MiB ar y mwyaf.",
    en: "The file is too large: 2 MiB at most.",
  },
  NOT_A_CALENDAR: {
    cy: "Nid calendr yw'r hyn a gafwyd.",
    en: "What came is no calendar.",
  },
  TOO_MANY_EVENTS: {
    cy: "Mae gan y calendr ormod o ddigwyddiadau: 5,000 ar y mwyaf.",
    en: "The calendar has too many events: 5,000 at most.",
  },
  TOO_MUCH_WORK: {
    cy: "Byddai'n ormod o waith dilyn rheolau ailadrodd y calendr.",
    en: "Following the calendar's rules of recurrence would be too much work.",
  },
  TOO_MANY_DATES: {
    cy: "Byddai'r calendr yn gwneud gormod o flociau: 1,000 ar y mwyaf.",
    en: "The calendar would make too many blocks: 1,000 at most.",
  },
  SPACE_UNKNOWN: {
    cy: "Nid yw'r lle gan yr ysgol mwyach. Dilëwch y tanysgrifiad, neu rhowch y lle yn ôl.",
    en: "The school no longer has the space. Remove the subscription, or bring the space back.",
  },
  FAILED: {
    cy: "Aeth rhywbeth o'i le yma. Mae cofnod y gweinydd yn dweud beth.",
    en: "Something went wrong here. The server's log says what.",
  },
};
