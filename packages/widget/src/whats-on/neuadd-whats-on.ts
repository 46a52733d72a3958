import { addDays, isLocalDate, mondayOf, type LocalDate } from "../dates/day-steps.ts";
import { periodOf, stepBy, type Period, type Span } from "../dates/period.ts";
import { sayDate, sayPeriod, sayTimes } from "../dates/say-date.ts";
import { make } from "../dom/make.ts";
import { NeuaddElement } from "../element/neuadd-element.ts";
import { periodTools } from "../element/period-tools.ts";
import { LiveRead, type LiveState, type Reading } from "../network/live-read.ts";
import type { WireEntry, WireSchool, WireSpaces, WireWhatsOn } from "../network/wire.ts";
import { whatsOnStyle } from "../style/whats-on-style.ts";

interface Events {
  readonly school: WireSchool;
  readonly spaces: WireSpaces;
  readonly whatsOn: WireWhatsOn;
}

const REACH_DAYS = 735;

/** `<neuadd-whats-on>`: what is on at a school, of all bookings whose hirers have agreed to be named. */
export class NeuaddWhatsOn extends NeuaddElement {
  readonly #live = new LiveRead<Events>((state) => this.#fill(state));
  #state: LiveState<Events> = { isStale: false };
  #key = "";
  /** A day of the period shown; absent until today is known. */
  #date: LocalDate | undefined;
  #today: LocalDate | undefined;

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
    this.#live.stop();
    this.#key = "";
  }

  protected update(): void {
    const key = [this.base, this.school, this.space, this.view, this.from, this.#date].join("\n");
    if (key !== this.#key) {
      this.leave();
      this.#key = key;
      this.#state = { ...this.#state, isStale: false };
      this.#live.start(() => this.#read());
    }
    this.#draw();
  }

  async #read(): Promise<Reading<Events>> {
    const school = await this.read<WireSchool>("");
    this.#today = school.body.today;
    const { first, end } = this.#periodFrom(school.body.today);
    const [spaces, whatsOn] = await Promise.all([
      this.read<WireSpaces>("/spaces"),
      this.read<WireWhatsOn>("/whats-on", { from: first, to: end, space: this.space }),
    ]);
    return {
      data: { school: school.body, spaces: spaces.body, whatsOn: whatsOn.body },
      text: school.text + spaces.text + whatsOn.text,
      isStale: school.isStale || spaces.isStale || whatsOn.isStale,
    };
  }

  #periodFrom(today: LocalDate): Period {
    return periodOf(this.view, this.#date ?? (isLocalDate(this.from) ? this.from : today));
  }

  #fill(state: LiveState<Events>): void {
    this.#state = state;
    this.report(state);
    this.#draw();
  }

  #draw(): void {
    const { data, isStale, fault } = this.#state;
    const told = this.notices({
      data,
      isStale,
      fault,
      isDemonstration: data?.school.demonstrationClock === true,
      retry: () => this.#live.refresh(),
    });
    if (data === undefined || this.#today === undefined) {
      this.showInstead(told, fault !== undefined);
      return;
    }
    const title = `${this.messages.whatsOn}: ${data.school.name[this.language]}`;
    this.show(
      make(
        "div",
        { class: "frame", part: "frame", role: "group", "aria-label": title },
        make("p", { class: "heading", part: "heading" }, title),
        this.#tools(this.#today),
        ...told,
        this.#list(data),
      ),
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

  #list({ whatsOn, spaces }: Events): HTMLElement {
    const { language, messages } = this;
    const days = new Map<LocalDate, WireEntry[]>();
    for (const item of whatsOn.items) days.set(item.date, [...(days.get(item.date) ?? []), item]);
    if (days.size === 0) return make("p", { class: "none" }, messages.nothingOn);
    const name = (id: string): string =>
      spaces.items.find((space) => space.id === id)?.name[language] ?? "";
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
