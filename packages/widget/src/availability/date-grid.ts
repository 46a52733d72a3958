import { addDays, daysFrom, mondayOf, type LocalDate } from "../dates/day-steps.ts";
import {
  dayOf,
  sayBetween,
  sayDate,
  sayMonth,
  sayPeriod,
  sayShortWeekday,
  sayTime,
  sayWeekday,
} from "../dates/say-date.ts";
import { make, unseen } from "../dom/make.ts";
import type { Language } from "../language/language.ts";
import type { AvailabilityView, ShownSpace } from "./availability-view.ts";
import { dayBar } from "./day-bar.ts";
import { sayDayKind, sayMore, statusIn } from "./say-day.ts";
import { statusMark } from "./status-mark.ts";

/** One row of the grid: days of a week in a month, or the week of one space. */
interface GridRow {
  readonly spaces: readonly ShownSpace[];
  /** Set where rows are told apart by their space. */
  readonly name?: string;
  readonly depth: number;
  readonly days: readonly LocalDate[];
}

/** The rows that a grid of the view has. */
export function gridRows({ span, period, spaces }: AvailabilityView): GridRow[] {
  if (span === "week") {
    return spaces.map((space) => ({
      spaces: [space],
      ...(spaces.length > 1 && { name: space.name }),
      depth: Math.min(space.depth, 3),
      days: period.days,
    }));
  }
  const first = mondayOf(period.first);
  const weeks = Math.round(
    (Date.parse(mondayOf(addDays(period.end, 6))) - Date.parse(first)) / 604_800_000,
  );
  return Array.from({ length: weeks }, (_, week) => ({
    spaces,
    depth: 0,
    days: daysFrom(addDays(first, 7 * week), 7),
  }));
}

/**
 * Days as an ARIA grid: one stop for the Tab key, whose cell is marked as selected. Roles are written out, since a style
 * that lays a table out anew would take them from it.
 */
export function dateGrid(view: AvailabilityView): HTMLTableElement {
  const rows = gridRows(view);
  const hasNames = rows.some(({ name }) => name !== undefined);
  return make(
    "table",
    {
      role: "grid",
      part: "grid",
      class: `grid ${view.span}${hasNames ? " named" : ""}`,
      "aria-label": `${view.messages.title}, ${sayPeriod(view.span, view.period, view.language)}`,
    },
    make("thead", { role: "rowgroup" }, headRow(view, rows, hasNames)),
    make("tbody", { role: "rowgroup" }, ...rows.map((row, index) => gridRow(view, row, index))),
  );
}

function headRow(
  view: AvailabilityView,
  [row]: readonly GridRow[],
  hasNames: boolean,
): HTMLElement {
  const { language, messages, span, today } = view;
  return make(
    "tr",
    { role: "row" },
    hasNames ? make("th", { role: "columnheader", class: "corner" }, messages.space) : undefined,
    ...(row?.days ?? []).map((date) =>
      make(
        "th",
        { role: "columnheader", class: span === "week" && date === today ? "today" : "" },
        make("span", { "aria-hidden": "true" }, ...shortWeekday(date, language)),
        unseen(sayWeekday(date, language)),
        ...(span === "week" ? [" ", make("span", { class: "number" }, String(dayOf(date)))] : []),
      ),
    ),
  );
}

/** The letters after the second can be left out where there is no room for them. */
function shortWeekday(date: LocalDate, language: Language): (Node | string)[] {
  const name = sayShortWeekday(date, language);
  return [name.slice(0, 2), make("span", { class: "rest" }, name.slice(2))];
}

function gridRow(view: AvailabilityView, row: GridRow, index: number): HTMLElement {
  const { name, days, depth } = row;
  return make(
    "tr",
    { role: "row" },
    name === undefined
      ? undefined
      : make("th", { role: "rowheader", class: `name depth-${depth}` }, name),
    ...days.map((date) => gridCell(view, row, index, date)),
  );
}

function gridCell(
  view: AvailabilityView,
  { spaces }: GridRow,
  index: number,
  date: LocalDate,
): HTMLElement {
  const { span, period, place, today } = view;
  if (date < period.first || date >= period.end) return make("td", { role: "gridcell" });
  const isActive = place.date === date && (span === "month" || place.row === index);
  const status = statusIn(view, spaces, date);
  return make(
    "td",
    {
      role: "gridcell",
      part: `cell ${status}${isActive ? " selected" : ""}`,
      class: `cell ${status}`,
      tabindex: isActive ? 0 : -1,
      "aria-selected": String(isActive),
      "aria-current": date === today ? "date" : undefined,
      "data-date": date,
      "data-row": span === "month" ? 0 : index,
      "data-focus": isActive ? "cell" : undefined,
    },
    ...cellContent(view, spaces, date),
  );
}

/**
 * What a cell says. Its name for screen readers is its text, so that it holds whatever is seen; where there is no room,
 * the style leaves of it but a number and a mark.
 */
function cellContent(
  view: AvailabilityView,
  spaces: readonly ShownSpace[],
  date: LocalDate,
): (Node | string)[] {
  const { span, language, messages } = view;
  const status = statusIn(view, spaces, date);
  const mark = statusMark(status);
  const kind = sayDayKind(view, date);
  if (span === "month") {
    const more = sayMore(view, spaces, date).replace(/^\. /, "");
    return [
      unseen(`${sayWeekday(date, language)} `),
      make("span", { class: "number" }, String(dayOf(date))),
      unseen(` ${sayMonth(date, language)}${kind && `, ${kind}`}. `),
      mark,
      make("span", { class: "word" }, messages.status[status]),
      more === "" ? "" : unseen(". "),
      make("span", { class: "unseen more" }, more),
    ];
  }
  const head = unseen(`${sayDate(date, language)}${kind && `, ${kind}`}. `);
  const day = spaces[0]?.days.get(date);
  if (day === undefined || (status !== "free" && status !== "some")) {
    return [head, mark, make("span", { class: "word" }, messages.status[status])];
  }
  const lines = day.askable.map(({ startTime, endTime }, index) =>
    make(
      "span",
      { class: "line" },
      index === 0 ? unseen(messages.freeTimes("")) : undefined,
      sayTime(startTime, language),
      make("span", { "aria-hidden": "true" }, "–"),
      unseen(sayBetween(language)),
      `${sayTime(endTime, language)}${index < day.askable.length - 1 ? "," : ""}`,
    ),
  );
  return [head, mark, make("span", { class: "word" }, ...lines), dayBar(view, day)];
}
