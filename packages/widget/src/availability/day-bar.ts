import { minuteOf } from "../dates/time-of-day.ts";
import { make, makeSvg } from "../dom/make.ts";
import type { WireDay, WireTimes } from "../network/wire.ts";
import type { AvailabilityView } from "./availability-view.ts";

/** A day as a bar: its open hours, and in them those that can be asked for. Only decoration: the words beside it say the same. */
export function dayBar(view: AvailabilityView, day: WireDay): HTMLElement {
  const { start, end } = openSpan(view);
  const rects = (kind: string, times: readonly WireTimes[]) =>
    times.map(({ startTime, endTime }) => {
      const from = minuteOf(startTime);
      return makeSvg("rect", {
        class: kind,
        x: from,
        y: 0,
        width: minuteOf(endTime) - from,
        height: 4,
      });
    });
  return make(
    "span",
    { class: "bar" },
    makeSvg(
      "svg",
      {
        viewBox: `${start} 0 ${end - start} 4`,
        preserveAspectRatio: "none",
        "aria-hidden": "true",
        focusable: "false",
      },
      ...rects("taken", day.open),
      ...rects("disc", day.askable),
    ),
  );
}

/** From the earliest opening to the latest closing of all that is shown, so that bars can be compared. */
function openSpan({ spaces }: AvailabilityView): { readonly start: number; readonly end: number } {
  const open = spaces.flatMap(({ days }) => [...days.values()].flatMap((day) => day.open));
  return {
    start: Math.min(...open.map(({ startTime }) => minuteOf(startTime))),
    end: Math.max(...open.map(({ endTime }) => minuteOf(endTime))),
  };
}
