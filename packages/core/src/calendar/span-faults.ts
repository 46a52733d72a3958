import type { Fault } from "../errors.ts";
import { isLocalDate } from "../time/local-date.ts";
import type { DateSpan } from "./school-calendar.ts";

/** Dates that do not exist, or a span that ends before it begins. `path` points to the span. */
export function spanFaults(span: DateSpan, path: string): Fault[] {
  const faults: Fault[] = (["first", "last"] as const)
    .filter((end) => !isLocalDate(span[end]))
    .map((end) => ({
      path: `${path}/${end}`,
      message: {
        cy: `Nid yw "${span[end]}" yn ddyddiad; ysgrifennwch ef fel 2026-09-08.`,
        en: `"${span[end]}" is not a date; write it as 2026-09-08.`,
      },
    }));
  if (faults.length > 0 || span.first <= span.last) return faults;
  return [
    {
      path: `${path}/last`,
      message: {
        cy: `Mae'r diwrnod olaf, ${span.last}, cyn y diwrnod cyntaf, ${span.first}.`,
        en: `The last day ${span.last} is before the first day ${span.first}.`,
      },
    },
  ];
}
