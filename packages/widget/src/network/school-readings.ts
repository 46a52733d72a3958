import { LiveRead, type LiveState, type Reading } from "./live-read.ts";
import type { ReadFault } from "./read-fault.ts";
import type { Answer } from "./read-json.ts";

/** Reads `path` of the school, with the query given. */
export type Read = <Body>(
  path: string,
  query?: Readonly<Record<string, string | undefined>>,
) => Promise<Answer<Body>>;

/**
 * What is known so far of a school (`About`) and of the days shown (`Days`), each kept up to date on its own: while other
 * days are on their way, or can't be had, what is known of the school stays.
 */
export abstract class SchoolReadings<About, Days> {
  protected readonly read: Read;
  readonly #about: LiveRead<About>;
  readonly #days: LiveRead<Days>;
  #aboutState: LiveState<About> = { isStale: false };
  #daysState: LiveState<Days> = { isStale: false };
  /** What the two are about; when that changes, they begin anew. */
  #aboutKey = "";
  #daysKey = "";

  /** `hear` is called with whatever is new. */
  constructor(read: Read, hear: (state: LiveState<unknown>) => void) {
    this.read = read;
    this.#about = new LiveRead((state) => {
      this.#aboutState = state;
      hear(state);
    });
    this.#days = new LiveRead((state) => {
      this.#daysState = state;
      hear(state);
    });
  }

  get about(): About | undefined {
    return this.#aboutState.data;
  }

  /** Absent while the days shown have not come yet. */
  get days(): Days | undefined {
    return this.#daysState.data;
  }

  get isStale(): boolean {
    return this.#aboutState.isStale || this.#daysState.isStale;
  }

  get fault(): ReadFault | undefined {
    return this.#aboutState.fault ?? this.#daysState.fault;
  }

  /** Whether the days shown are still on their way. */
  get isWaiting(): boolean {
    return this.days === undefined && this.fault === undefined;
  }

  refresh(): void {
    this.#about.refresh();
    this.#days.refresh();
  }

  stop(): void {
    this.#about.stop();
    this.#days.stop();
    this.#aboutKey = "";
    this.#daysKey = "";
  }

  /** Begins to read about a school. False if that is what is being read already. */
  protected beginAbout(key: string, read: () => Promise<Reading<About>>): boolean {
    if (key === this.#aboutKey) return false;
    this.stop();
    this.#aboutKey = key;
    this.#aboutState = { isStale: false };
    this.#daysState = { isStale: false };
    this.#about.start(read);
    return true;
  }

  /** Begins to read days, unless they are being read already. */
  protected beginDays(key: string, read: () => Promise<Reading<Days>>): void {
    if (key === this.#daysKey) return;
    this.#daysKey = key;
    this.#daysState = { isStale: false };
    this.#days.start(read);
  }
}
