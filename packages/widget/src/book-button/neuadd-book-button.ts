import type { NeuaddSelection } from "../availability/selection.ts";
import { isLocalDate, type LocalDate } from "../dates/day-steps.ts";
import { sayDate, sayTime, sayTimes } from "../dates/say-date.ts";
import { minuteOf, timeAt } from "../dates/time-of-day.ts";
import { make } from "../dom/make.ts";
import { NeuaddElement } from "../element/neuadd-element.ts";
import { pageAddress } from "../element/server-address.ts";
import { ReadFault } from "../network/read-fault.ts";
import { bookButtonStyle } from "../style/book-button-style.ts";

interface ChosenTime {
  readonly space: string;
  readonly date: LocalDate | undefined;
  readonly startTime: string | undefined;
  readonly endTime: string | undefined;
}

/**
 * `<neuadd-book-button>`: leads to the page where a booking is asked for, with the time filled in. The time is that of
 * `from` (`2026-09-08` or `2026-09-08T18:00`) and `minutes`, or what was chosen last in the element whose id is in `for`.
 * Text inside the element is its label; the text of a link, which is there for visitors without scripts, too.
 */
export class NeuaddBookButton extends NeuaddElement {
  #selection: NeuaddSelection | undefined;
  #watched: Node | undefined;
  /** The code of the fault that the page has been told of. */
  #faultTold = "";

  constructor() {
    super(bookButtonStyle);
  }

  /** Id of a `<neuadd-availability>` whose choices this button follows. */
  get for(): string {
    return this.text("for");
  }
  set for(value: string) {
    this.setAttribute("for", value);
  }

  protected override leave(): void {
    this.#watched?.removeEventListener("neuadd-select", this.#follow);
    this.#watched = undefined;
  }

  protected update(): void {
    const watched = this.for === "" ? undefined : this.getRootNode();
    if (watched !== this.#watched) {
      this.leave();
      // The root hears of elements, too, that are put on the page later on.
      this.#watched = watched;
      watched?.addEventListener("neuadd-select", this.#follow);
    }
    this.#draw();
  }

  readonly #follow = (event: Event): void => {
    const { target } = event;
    if (!(event instanceof CustomEvent) || !(target instanceof Element)) return;
    if (target.id !== this.for) return;
    this.#selection = event.detail as NeuaddSelection;
    this.#draw();
  };

  #draw(): void {
    const { language, messages } = this;
    const { space, date, startTime, endTime } = this.#time();
    const school = this.school || this.#selection?.school || "";
    const code = this.addressFault(school);
    if (code !== undefined) {
      this.#showFault(new ReadFault(code, false));
      return;
    }
    this.#faultTold = "";
    const href = pageAddress(this.base, language, school, "request", {
      space,
      date,
      start: startTime,
      end: endTime,
    });
    const when = [
      date && sayDate(date, language),
      startTime &&
        (endTime ? sayTimes(startTime, endTime, language) : sayTime(startTime, language)),
    ].filter((part) => !!part);
    this.show(
      make(
        "a",
        { class: "link", part: "link", href, "data-focus": "link" },
        this.textContent?.trim() || messages.book,
        when.length === 0 ? undefined : make("span", { class: "when" }, when.join(", ")),
      ),
    );
  }

  /** What the page itself has inside, or else the label, which leads nowhere, and why. Told once. */
  #showFault(fault: ReadFault): void {
    const state = { data: undefined, isStale: false, fault };
    if (fault.code !== this.#faultTold) this.report(state);
    this.#faultTold = fault.code;
    const told = this.notices({ ...state, isDemonstration: false, retry: () => {} });
    this.show(make("p", {}, make("slot", {}, this.messages.book)), ...told);
  }

  #time(): ChosenTime {
    const selection = this.#selection;
    if (selection !== undefined) {
      const { space = this.space, date, startTime, endTime } = selection;
      return { space, date, startTime, endTime: this.#end(startTime) ?? endTime };
    }
    const [date, time] = this.from.split("T");
    const startTime = /^\d\d:\d\d$/.test(time ?? "") ? time : undefined;
    return {
      space: this.space,
      date: isLocalDate(date) ? date : undefined,
      startTime,
      endTime: this.#end(startTime),
    };
  }

  #end(startTime: string | undefined): string | undefined {
    if (startTime === undefined || this.minutes === 0) return undefined;
    return timeAt(Math.min(1440, minuteOf(startTime) + this.minutes));
  }
}
