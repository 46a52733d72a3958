import { addDays, isLocalDate, mondayOf, type LocalDate } from "../dates/day-steps.ts";
import { gridStep, type GridPlace } from "../dates/grid-step.ts";
import { periodOf, stepBy, type Period } from "../dates/period.ts";
import { sayPeriod } from "../dates/say-date.ts";
import { minuteOf, timeAt } from "../dates/time-of-day.ts";
import { make } from "../dom/make.ts";
import type { NeuaddDays } from "../element/element-events.ts";
import { NeuaddElement } from "../element/neuadd-element.ts";
import { periodTools } from "../element/period-tools.ts";
import { pageAddress } from "../element/server-address.ts";
import type { WireDay, WireTimes } from "../network/wire.ts";
import { availabilityStyle } from "../style/availability-style.ts";
import { AvailabilityReadings, type About } from "./availability-readings.ts";
import { layoutTools, spaceTools } from "./availability-tools.ts";
import type { AvailabilityView, ShownSpace } from "./availability-view.ts";
import { dateGrid, gridRows } from "./date-grid.ts";
import { dayHead, dayList } from "./day-list.ts";
import { dayDetails } from "./day-details.ts";
import type { NeuaddSelection } from "./selection.ts";
import { statusKey } from "./status-key.ts";
import { treeOrder } from "./tree-order.ts";
import { viewChoice, viewName, type ViewName } from "./view-name.ts";

/** How far ahead the server is asked: its own pages end there too. */
const REACH_DAYS = 735;
/** How long a booking is proposed to be where the page does not say. */
const USUAL_MINUTES = 60;

/**
 * `<neuadd-availability>`: when one space of a school is free, or all of them. Times are those of the school's clocks,
 * and today is the school's, wherever the visitor is.
 */
export class NeuaddAvailability extends NeuaddElement {
  readonly #readings = new AvailabilityReadings(
    (path, query) => this.read(path, query),
    (state) => {
      this.report(state);
      this.update();
    },
  );
  /** Where the grid has its focus; absent until today is known. The period shown is the one it lies in. */
  #place: GridPlace | undefined;
  /** The space chosen in the list of all. */
  #chosen = "";

  constructor() {
    super(availabilityStyle);
  }

  /** Default `week`. */
  get view(): ViewName {
    return viewName(viewChoice(this.text("view")));
  }
  set view(value: ViewName) {
    this.setAttribute("view", value);
  }

  protected override leave(): void {
    this.#readings.stop();
  }

  protected update(): void {
    const readings = this.#readings;
    const key = [this.base, this.school, this.space, this.from].join("\n");
    if (readings.startAbout(key, this.space)) {
      this.#place = undefined;
      this.#chosen = "";
    }
    if (readings.about !== undefined) {
      const { today } = readings.about.school;
      this.#place ??= { date: isLocalDate(this.from) ? this.from : today, row: 0 };
      const period = this.#periodAt(this.#place);
      readings.startDays(this.space || this.#chosen, period, this.minutes);
    }
    this.#draw();
  }

  #draw(): void {
    const { about, days } = this.#readings;
    const view = about && this.#viewOf(about);
    const told = this.notices({
      data: about,
      isStale: this.#readings.isStale && days !== undefined,
      fault: this.#readings.fault,
      isDemonstration: about?.school.demonstrationClock === true,
      retry: () => this.#readings.refresh(),
    });
    if (about === undefined || view === undefined) {
      this.showInstead(told, this.#readings.fault);
      return;
    }
    this.showFramed(
      this.#title(about),
      this.#tools(about, view),
      ...told,
      this.#body(view),
      this.#foot(view),
    );
  }

  #viewOf({ school, spaces }: About): AvailabilityView | undefined {
    const place = this.#place;
    if (place === undefined) return undefined;
    const { language } = this;
    const shown = spaces.filter(({ id }) => this.#chosen === "" || id === this.#chosen);
    const days = this.#readings.days;
    return {
      ...viewChoice(this.view),
      language,
      messages: this.messages,
      today: school.today,
      period: this.#periodAt(place),
      place,
      spaces: treeOrder(shown).map(({ space: { id, name }, depth }): ShownSpace => ({
        id,
        name: name[language],
        depth,
        days: days?.get(id) ?? new Map<LocalDate, WireDay>(),
      })),
      missing: this.#readings.isWaiting ? "loading" : "unknown",
      requestAddress: (space, date, times) => this.#requestAddress(space, date, times),
      choose: (space, date, times, href) => {
        const proposed = this.#proposed(space, times);
        return this.#select({ school: this.school, space, date, ...proposed, href });
      },
    };
  }

  #title({ spaces, school }: About): string {
    const place = this.space === "" ? school.name : spaces[0]?.name;
    return place === undefined ? this.messages.title : this.messages.titleOf(place[this.language]);
  }

  #tools({ spaces }: About, view: AvailabilityView): HTMLElement {
    const { messages, language, span, layout, period, place, today } = view;
    const [first, last] = this.#reach(today);
    return make(
      "div",
      { class: "tools", part: "tools" },
      periodTools({
        language,
        messages,
        span,
        period,
        canGoBack: period.first > first,
        canGoOn: period.end <= last,
        go: (steps) =>
          this.#goTo({ ...place, date: steps === 0 ? today : stepBy(span, place.date, steps) }),
      }),
      spaces.length < 2
        ? undefined
        : spaceTools({
            messages,
            chosen: this.#chosen,
            spaces: treeOrder(spaces).map(({ space: { id, name }, depth }) => ({
              id,
              name: name[language],
              depth,
            })),
            choose: (space) => {
              this.#chosen = space;
              this.#place = { ...place, row: 0 };
              this.update();
            },
          }),
      layoutTools({
        messages,
        span,
        layout,
        choose: (nextSpan, nextLayout) => {
          this.view = viewName({ span: nextSpan, layout: nextLayout });
          this.#tellDays(this.#periodAt(place));
        },
      }),
    );
  }

  #body(view: AvailabilityView): HTMLElement {
    const busy = { class: "body", "aria-busy": String(this.#readings.isWaiting) };
    if (view.layout === "list") return make("div", busy, dayList(view));
    const { place, span, spaces } = view;
    const rowSpaces = span === "week" ? gridRows(view)[place.row]?.spaces : spaces;
    const grid = dateGrid(view);
    grid.addEventListener("keydown", (event) => this.#press(event, view));
    grid.addEventListener("click", (event) => this.#click(event, view));
    return make(
      "div",
      busy,
      grid,
      make(
        "div",
        { class: "details", part: "details" },
        dayHead(view, place.date),
        ...dayDetails(view, rowSpaces ?? spaces, place.date),
      ),
    );
  }

  #foot({ messages, period }: AvailabilityView): HTMLElement {
    const query = { week: period.first, space: this.space || this.#chosen };
    return make(
      "div",
      { class: "foot", part: "foot" },
      statusKey(messages),
      this.pageLink("week", query),
    );
  }

  #press(event: KeyboardEvent, view: AvailabilityView): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      this.#selectDay(view);
      return;
    }
    const to = gridStep(event.key, event.shiftKey, view.span, gridRows(view).length, view.place);
    if (to === undefined) return;
    event.preventDefault();
    this.#goTo(to);
  }

  #click({ target }: Event, view: AvailabilityView): void {
    const cell = target instanceof Element ? target.closest<HTMLElement>("[data-date]") : null;
    const { date, row } = cell?.dataset ?? {};
    if (date === undefined) return;
    const place = { date, row: Number(row) };
    this.#goTo(place);
    this.focusOn("cell");
    this.#selectDay({ ...view, place });
  }

  #goTo({ date, row }: GridPlace): void {
    const before = this.#place;
    const [first, last] = this.#reach(this.#readings.about?.school.today ?? date);
    this.#place = { date: date < first ? first : date > last ? last : date, row };
    const period = this.#periodAt(this.#place);
    if (before === undefined || period.first !== this.#periodAt(before).first) {
      this.announce(sayPeriod(viewChoice(this.view).span, period, this.language));
      this.#tellDays(period);
    }
    this.update();
  }

  /** The first and the last day that can be shown: what is past is of no use to anyone. */
  #reach(today: LocalDate): readonly [LocalDate, LocalDate] {
    const { from } = this;
    return [mondayOf(isLocalDate(from) && from < today ? from : today), addDays(today, REACH_DAYS)];
  }

  #periodAt({ date }: GridPlace): Period {
    return periodOf(viewChoice(this.view).span, date);
  }

  #requestAddress(space: string, date: LocalDate, times: WireTimes): string {
    const { startTime: start, endTime: end } = this.#proposed(space, times);
    const query = { space, date, start, end };
    return pageAddress(this.base, this.language, this.school, "request", query);
  }

  /** What is asked for of a free time: as long as is usual, from its start on. */
  #proposed(space: string, { startTime, endTime }: WireTimes): WireTimes {
    const end = minuteOf(startTime) + this.#proposedMinutes(space);
    return { startTime, endTime: timeAt(Math.min(minuteOf(endTime), end)) };
  }

  #proposedMinutes(space: string): number {
    const about = this.#readings.about?.spaces.find(({ id }) => id === space);
    return this.minutes || Math.max(USUAL_MINUTES, about?.terms.minimumMinutes ?? 0);
  }

  /** The day under the focus is chosen: of the space of its row, or of all if rows are weeks. */
  #selectDay({ place, span, spaces }: AvailabilityView): void {
    const only = spaces[span === "week" ? place.row : spaces.length - 1];
    const isOne = span === "week" || spaces.length === 1;
    const space = isOne && only ? { space: only.id } : {};
    this.#select({ school: this.school, ...space, date: place.date });
  }

  #select(selection: NeuaddSelection): boolean {
    return this.tell("neuadd-select", selection);
  }

  #tellDays({ first, end }: Period): void {
    const days: NeuaddDays = { from: first, to: end, view: this.view };
    this.tell("neuadd-navigate", days);
  }
}
