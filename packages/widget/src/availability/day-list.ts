import type { LocalDate } from "../dates/day-steps.ts";
import { sayDate } from "../dates/say-date.ts";
import { make } from "../dom/make.ts";
import type { AvailabilityView } from "./availability-view.ts";
import { dayDetails } from "./day-details.ts";
import { sayDayKind } from "./say-day.ts";

/** The same as the table, day by day from today on: for narrow places, and for whoever prefers to read on. */
export function dayList(view: AvailabilityView): HTMLElement {
  const { period, today, messages } = view;
  const days = period.days.filter((date) => date >= today);
  return make(
    "ul",
    { class: "days", role: "list", part: "list" },
    ...days.map((date) =>
      make("li", { class: "day" }, dayHead(view, date), ...dayDetails(view, view.spaces, date)),
    ),
    days.length === 0 ? make("li", { class: "day" }, messages.status.past) : undefined,
  );
}

/** A date in full, with what it is for the school. */
export function dayHead(view: AvailabilityView, date: LocalDate): HTMLElement {
  const { language, messages, today } = view;
  const kind = sayDayKind(view, date);
  return make(
    "p",
    { class: "day-head", part: "day" },
    make("strong", {}, sayDate(date, language)),
    date === today ? make("span", { class: "tag" }, messages.today) : undefined,
    kind === "" ? undefined : make("span", { class: "kind" }, kind),
  );
}
