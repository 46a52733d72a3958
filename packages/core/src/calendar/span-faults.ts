import type { Fault } from "../errors.ts";
import { isLocalDate } from "../time/local-date.ts";
import type { DateSpan } from "./school-calendar.ts";

/** Dates that do not exist, or a span that ends before it begins. `path` points to the span. */
export function spanFaults(span: DateSpan, path: string): Fault[] {
  const faults: Fault[] = (["first", "last"] as const)
    .filter((end) => !isLocalDate(span[end]))
    .map((end) => ({
      path: `${path}/${end}`,
      message: `"${span[end]}" is not a date; write it as 2026-09-08.`,
    }));
  if (faults.length > 0 || span.first <= span.last) return faults;
  return [
    {
      path: `${path}/last`,
      message: `The last day ${span.last} is before the first day ${span.first}.`,
    },
  ];
}
