import { ServerError } from "../server-error.ts";

export function schoolUnknown(school: string): ServerError {
  return new ServerError("SCHOOL_UNKNOWN", {
    cy: `Nid oes ysgol "${school}". Gwiriwch y dynodydd.`,
    en: `There is no school "${school}". Check its id.`,
  });
}

export function bookingUnknown(school: string, booking: string): ServerError {
  return new ServerError("BOOKING_UNKNOWN", {
    cy: `Nid oes gan ysgol "${school}" archeb "${booking}". Gwiriwch y dynodydd.`,
    en: `School "${school}" has no booking "${booking}". Check its id.`,
  });
}

export function blockUnknown(school: string, block: string): ServerError {
  return new ServerError("BLOCK_UNKNOWN", {
    cy: `Nid oes gan ysgol "${school}" floc "${block}". Gwiriwch y dynodydd.`,
    en: `School "${school}" has no block "${block}". Check its id.`,
  });
}

export function hirerUnknown(hirer: string): ServerError {
  return new ServerError("HIRER_UNKNOWN", {
    cy: `Nid oes llogwr "${hirer}". Gwiriwch y dynodydd.`,
    en: `There is no hirer "${hirer}". Check its id.`,
  });
}
