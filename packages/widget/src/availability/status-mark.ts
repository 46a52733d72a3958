import { makeSvg } from "../dom/make.ts";
import type { DayStatus } from "../language/messages.ts";

/** A mark for a status that does not depend on its colour: full, half and empty discs, a dash, nothing. */
export function statusMark(status: DayStatus): SVGElement {
  const disc = () => makeSvg("circle", { cx: 6, cy: 6, r: 4.5, class: "ring" });
  const shapes: Readonly<Record<DayStatus, () => SVGElement[]>> = {
    free: () => [makeSvg("circle", { cx: 6, cy: 6, r: 5, class: "disc" })],
    some: () => [disc(), makeSvg("path", { d: "M6 1.5a4.5 4.5 0 0 0 0 9z", class: "disc" })],
    full: () => [disc()],
    closed: () => [makeSvg("path", { d: "M3 6h6", class: "ring" })],
    past: () => [],
    loading: () => [],
  };
  return makeSvg(
    "svg",
    { class: "mark", viewBox: "0 0 12 12", "aria-hidden": "true", focusable: "false" },
    ...shapes[status](),
  );
}
