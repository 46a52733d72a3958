import { addDays, addMonths, mondayOf, type LocalDate } from "./day-steps.ts";
import { stepBy, type Span } from "./period.ts";

/** The cell of a date grid that has the focus: a date, and in a week the row of a space. */
export interface GridPlace {
  readonly date: LocalDate;
  readonly row: number;
}

/**
 * Where a key leads in a date grid, as the ARIA Authoring Practices have it: arrows by a day and by a row, Home and End
 * to the ends of the week, Page Up and Page Down by a week or a month, with Shift by a month or a year. A month has a week a
 * row; a week has a space a row, and with one space alone the arrows up and down lead to the weeks beside. Undefined for
 * keys that lead nowhere.
 */
export function gridStep(
  key: string,
  isShifted: boolean,
  span: Span,
  rows: number,
  { date, row }: GridPlace,
): GridPlace | undefined {
  const to = (target: LocalDate): GridPlace => ({ date: target, row });
  switch (key) {
    case "ArrowLeft":
      return to(addDays(date, -1));
    case "ArrowRight":
      return to(addDays(date, 1));
    case "ArrowUp":
    case "ArrowDown": {
      const step = key === "ArrowUp" ? -1 : 1;
      if (span === "month" || rows === 1) return to(addDays(date, 7 * step));
      return { date, row: Math.max(0, Math.min(rows - 1, row + step)) };
    }
    case "Home":
      return to(mondayOf(date));
    case "End":
      return to(addDays(mondayOf(date), 6));
    case "PageUp":
    case "PageDown": {
      const step = key === "PageUp" ? -1 : 1;
      if (!isShifted) return to(stepBy(span, date, step));
      return to(addMonths(date, span === "week" ? step : 12 * step));
    }
    default:
      return undefined;
  }
}
