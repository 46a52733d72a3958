import { addDays, dayNumber, type LocalDate } from "@neuadd/core";
import { parameterFault, type RequestFault } from "./request-fault.ts";

/** Days from `from` up to, but not including, `to`. */
export interface DaySpan {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

const DEFAULT_DAYS = 28;

/**
 * The span of days that a query asks for: from today, or from `from`, 28 days on unless `to` says otherwise. Throws
 * QUERY_INVALID when `to` is not after `from`, or more than `limitDays` after it.
 */
export function daySpan(
  query: { readonly from?: LocalDate; readonly to?: LocalDate },
  today: LocalDate,
  limitDays: number,
): DaySpan {
  const from = query.from ?? today;
  const to = query.to ?? addDays(from, DEFAULT_DAYS);
  const days = dayNumber(to) - dayNumber(from);
  if (days <= 0) throw notAfterFrom(from);
  if (days > limitDays) {
    throw parameterFault("to", {
      cy: `Gofynnwyd am ${days} diwrnod; y terfyn yma yw ${limitDays}.`,
      en: `This asks for ${days} days; the limit here is ${limitDays}.`,
    });
  }
  return { from, to };
}

/** The span of a list, open at each end that the query leaves off. Throws QUERY_INVALID when `to` is not after `from`. */
export function listedSpan<Span extends { readonly from?: LocalDate; readonly to?: LocalDate }>(
  query: Span,
): Span {
  const { from, to } = query;
  if (from !== undefined && to !== undefined && to <= from) throw notAfterFrom(from);
  return query;
}

function notAfterFrom(from: LocalDate): RequestFault {
  return parameterFault("to", {
    cy: `Rhaid i 'to' fod ar ôl 'from' (${from}); nid yw 'to' ei hun wedi'i gynnwys.`,
    en: `'to' must be after 'from' (${from}); 'to' itself is not included.`,
  });
}
