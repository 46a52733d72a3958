import { makeSvg } from "../dom/make.ts";
import type { DayStatus } from "../language/messages.ts";

/** A mark for a status that does not depend on its colour: full, half and empty discs, dots, a dash, a question mark, nothing. */
export function statusMark(status: DayStatus): SVGElement {
  const disc = () => makeSvg("circle", { cx: 6, cy: 6, r: 4.5, class: "ring" });
  const shapes: Readonly<Record<DayStatus, () => SVGElement[]>> = {
    free: () => [makeSvg("circle", { cx: 6, cy: 6, r: 5, class: "disc" })],
    some: () => [disc(), makeSvg("path", { d: "M6 1.5a4.5 4.5 0 0 0 0 9z", class: "disc" })],
    full: () => [disc()],
    notYet: () => [makeSvg("path", { d: "M2 6h1.5M5.25 6h1.5M8.5 6h1.5", class: "ring" })],
    tooLate: () => [disc()],
    closed: () => [makeSvg("path", { d: "M3 6h6", class: "ring" })],
    past: () => [],
    loading: () => [],
    unknown: () => [
      makeSvg("path", {
        d: "M3.8 4a2.2 2.2 0 1 1 2.9 2.1Q6 6.4 6 7.6M5.25 10.2h1.5",
        class: "ring",
      }),
    ],
  };
  return makeSvg(
    "svg",
    { class: "mark", viewBox: "0 0 12 12", "aria-hidden": "true", focusable: "false" },
    ...shapes[status](),
  );
}
