import { addDays, isLocalDate, mondayOf, type LocalDate } from "../dates/day-steps.ts";
import { periodOf, stepBy, type Period, type Span } from "../dates/period.ts";
import { sayDate, sayPeriod, sayTimes } from "../dates/say-date.ts";
import { make } from "../dom/make.ts";
import { NeuaddElement } from "../element/neuadd-element.ts";
import { periodTools } from "../element/period-tools.ts";
import type { WireEntry, WireSpace } from "../network/wire.ts";
import { whatsOnStyle } from "../style/whats-on-style.ts";
import { WhatsOnReadings } from "./whats-on-readings.ts";

const REACH_DAYS = 735;

/** `<neuadd-whats-on>`: what is on at a school, of all bookings whose hirers have agreed to be named. */
export class NeuaddWhatsOn extends NeuaddElement {
  readonly #readings = new WhatsOnReadings(
    (path, query) => this.read(path, query),
    (state) => {
      this.report(state);
      this.update();
    },
  );
  /** A day of the period shown, once the visitor has gone to another. */
  #date: LocalDate | undefined;

  constructor() {
    super(whatsOnStyle);
  }

  /** A week, or, as it is by default, a month. */
  get view(): Span {
    return this.text("view").startsWith("week") ? "week" : "month";
  }
  set view(value: Span) {
    this.setAttribute("view", value);
  }

  protected override leave(): void {
    this.#readings.stop();
  }

  protected update(): void {
    const readings = this.#readings;
    const key = [this.base, this.school, this.space, this.from].join("\n");
    if (readings.startAbout(key)) this.#date = undefined;
    if (readings.about !== undefined) {
      readings.startDays(this.space, this.#periodFrom(readings.about.school.today));
    }
    this.#draw();
  }

  #periodFrom(today: LocalDate): Period {
    return periodOf(this.view, this.#date ?? (isLocalDate(this.from) ? this.from : today));
  }

  #draw(): void {
    const { about, days, isStale, fault, isWaiting } = this.#readings;
    const told = this.notices({
      data: days,
      isStale,
      fault,
      isDemonstration: about?.school.demonstrationClock === true,
      retry: () => this.#readings.refresh(),
    });
    if (about === undefined) {
      this.showInstead(told, fault);
      return;
    }
    const { school, spaces } = about;
    const title = `${this.messages.whatsOn}: ${school.name[this.language]}`;
    this.showFramed(
      title,
      this.#tools(school.today),
      ...told,
      make("div", { "aria-busy": String(isWaiting) }, days && this.#list(days, spaces)),
      make("div", { class: "foot", part: "foot" }, this.pageLink("school")),
    );
  }

  #tools(today: LocalDate): HTMLElement {
    const period = this.#periodFrom(today);
    const { view: span, language, messages } = this;
    return make(
      "div",
      { class: "tools", part: "tools" },
      periodTools({
        language,
        messages,
        span,
        period,
        canGoBack: period.first > mondayOf(today),
        canGoOn: period.end <= addDays(today, REACH_DAYS),
        go: (steps) => this.#goTo(steps === 0 ? today : stepBy(span, period.first, steps)),
      }),
    );
  }

  #goTo(date: LocalDate): void {
    this.#date = date;
    const period = periodOf(this.view, date);
    this.announce(sayPeriod(this.view, period, this.language));
    this.tell("neuadd-navigate", { from: period.first, to: period.end, view: this.view });
    this.update();
  }

  #list(entries: readonly WireEntry[], spaces: readonly WireSpace[]): HTMLElement {
    const { language, messages } = this;
    const days = new Map<LocalDate, WireEntry[]>();
    for (const item of entries) days.set(item.date, [...(days.get(item.date) ?? []), item]);
    if (days.size === 0) return make("p", { class: "none" }, messages.nothingOn);
    const name = (id: string): string =>
      spaces.find((space) => space.id === id)?.name[language] ?? "";
    const event = ({ startTime, endTime, title, space }: WireEntry): HTMLElement =>
      make(
        "li",
        { part: "event" },
        make("span", { part: "time" }, sayTimes(startTime, endTime, language)),
        make("span", { class: "event", part: "title" }, title),
        make("span", { class: "where" }, name(space)),
      );
    return make(
      "ul",
      { class: "days", role: "list", part: "list" },
      ...[...days].map(([date, events]) =>
        make(
          "li",
          { class: "day" },
          make(
            "p",
            { class: "day-head", part: "day" },
            make("strong", {}, sayDate(date, language)),
          ),
          make("ul", { class: "events", role: "list" }, ...events.map(event)),
        ),
      ),
    );
  }
}
