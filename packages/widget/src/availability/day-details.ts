import type { LocalDate } from "../dates/day-steps.ts";
import { sayDate, sayTimes } from "../dates/say-date.ts";
import { make } from "../dom/make.ts";
import type { AvailabilityView, ShownSpace } from "./availability-view.ts";
import { statusIn } from "./say-day.ts";
import { statusMark } from "./status-mark.ts";

/** One day of all the spaces shown. */
export function dayDetails(
  view: AvailabilityView,
  spaces: readonly ShownSpace[],
  date: LocalDate,
): HTMLElement[] {
  return spaces.map((space) =>
    make(
      "div",
      { class: `entry depth-${Math.min(space.depth, 3)}` },
      view.spaces.length > 1 ? make("p", { class: "name" }, space.name) : undefined,
      freeTimes(view, space, date),
    ),
  );
}

/** What a space has on a day: each time that can be asked for with a link to ask for it, or in words why there is none. */
function freeTimes(view: AvailabilityView, space: ShownSpace, date: LocalDate): HTMLElement {
  const { messages, language } = view;
  const day = space.days.get(date);
  const status = statusIn(view, [space], date);
  if (day === undefined || (status !== "free" && status !== "some")) {
    const from = status === "notYet" ? day?.requestsFrom : undefined;
    const why =
      from === undefined ? messages.status[status] : messages.requestsFrom(sayDate(from, language));
    return make("p", { class: "none" }, statusMark(status), why);
  }
  return make(
    "ul",
    { class: "times", role: "list" },
    ...day.askable.map((times) => {
      const said = sayTimes(times.startTime, times.endTime, language);
      const href = view.requestAddress(space.id, date, times);
      const link = make(
        "a",
        {
          href,
          part: "request-link",
          "data-focus": href,
          "aria-label": `${messages.ask}: ${space.name}, ${sayDate(date, language)}, ${said}`,
          onclick: (event) => {
            if (!view.choose(space.id, date, times, href)) event.preventDefault();
          },
        },
        messages.ask,
      );
      return make("li", {}, make("span", { part: "time" }, statusMark("free"), said), link);
    }),
  );
}
