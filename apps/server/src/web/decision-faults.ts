import type { Bilingual, Denial, SeriesDecision } from "@neuadd/core";
import { inOrder, type RequestFaults, type RequestField } from "./request-form.ts";

/** The field that would have to change, by the code of a reason. Reasons of plugins concern the whole request. */
const FIELDS_BY_CODE: Readonly<Record<string, RequestField>> = {
  OVER_CAPACITY: "attendance",
  CLOSED: "date",
  IN_THE_PAST: "date",
  TOO_SOON: "date",
  TOO_FAR_AHEAD: "date",
  OUTSIDE_COMMUNITY_HOURS: "start",
  SCHOOL_IN_SESSION: "start",
  OVERLAPS_BOOKING: "start",
  OVERLAPS_REQUEST: "start",
  BLOCKED: "start",
  OFF_GRID: "start",
  NONEXISTENT_LOCAL_TIME: "start",
  TOO_SHORT: "end",
  TOO_LONG: "end",
};

/** Why a request that was decided can't be sent, at the fields that would have to change. */
export function decisionFaults({ occurrences, notes }: SeriesDecision): RequestFaults {
  const [only, ...others] = occurrences;
  // Of one date its own reasons are said, each once; of a series what keeps it as a whole from being had.
  const isOne = only !== undefined && others.length === 0;
  const reasons: readonly Denial<string>[] = isOne ? only.denials : notes;
  const faults = new Map<RequestField | "whole", Bilingual>();
  for (const { code, message } of reasons) {
    const field = FIELDS_BY_CODE[code] ?? "whole";
    if (!faults.has(field)) faults.set(field, message);
  }
  return inOrder(faults);
}
