import type { SeriesChange } from "@neuadd/core";
import type { BookingRequest } from "./booking-record.ts";

/**
 * The request of a booking after a change. A change of the whole series is a change of what is asked for, so that rolling it
 * over asks for the same again; one of some dates is not. Of two numbers of people the greater counts for a series that
 * has both.
 */
export function amendedRequest(request: BookingRequest, change: SeriesChange): BookingRequest {
  const { scope, space, startTime, endTime, attendance, recurrence } = change;
  if (scope !== "all") {
    if (attendance === undefined) return request;
    return { ...request, attendance: Math.max(attendance, request.attendance ?? 0) };
  }
  const { first, ...rule } = recurrence ?? {};
  return {
    ...request,
    ...(space !== undefined && { space }),
    ...(startTime !== undefined && { startTime }),
    ...(endTime !== undefined && { endTime }),
    ...(attendance !== undefined && { attendance }),
    ...(first !== undefined && { first }),
    ...(recurrence !== undefined && { recurrence: { ...rule, rule: recurrence.rule } }),
  };
}
