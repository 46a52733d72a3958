import { ReadFault } from "./read-fault.ts";

export interface LiveState<Data> {
  /** Absent until the first answer. */
  readonly data?: Data;
  readonly isStale: boolean;
  readonly fault?: ReadFault;
}

/** What a reading yields; `text` tells whether it says anything new. */
export interface Reading<Data> {
  readonly data: Data;
  readonly text: string;
  readonly isStale: boolean;
}

const REFRESH_MS = 300_000;
const FIRST_RETRY_MS = 3000;
const LAST_RETRY_MS = 60_000;

/**
 * Keeps something read up to date while it is shown: asks again every five minutes, when the page comes back to the front
 * and when the network does; after a failure at first soon, then ever later, up to a minute. Tells only of what is new. What
 * was read last is kept as stale while nothing newer can be had for now.
 */
export class LiveRead<Data> {
  readonly #tell: (state: LiveState<Data>) => void;
  #read: (() => Promise<Reading<Data>>) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last: Reading<Data> | undefined;
  #round = 0;
  #failures = 0;
  #told = "";

  constructor(tell: (state: LiveState<Data>) => void) {
    this.#tell = tell;
  }

  /** Begins to read something, in place of what was read before. */
  start(read: () => Promise<Reading<Data>>): void {
    this.stop();
    this.#read = read;
    this.#last = undefined;
    this.#told = "";
    addEventListener("online", this.#now);
    addEventListener("offline", this.#now);
    document.addEventListener("visibilitychange", this.#now);
    this.#now();
  }

  /** Asks again at once. After a failure, the next one is told too, even if it is the same. */
  refresh(): void {
    if (this.#last === undefined) this.#told = "";
    if (this.#read !== undefined) this.#now();
  }

  stop(): void {
    this.#read = undefined;
    this.#round += 1;
    this.#failures = 0;
    clearTimeout(this.#timer);
    removeEventListener("online", this.#now);
    removeEventListener("offline", this.#now);
    document.removeEventListener("visibilitychange", this.#now);
  }

  readonly #now = (): void => {
    if (document.hidden) return;
    clearTimeout(this.#timer);
    void this.#ask(++this.#round);
  };

  async #ask(round: number): Promise<void> {
    let reading: Reading<Data> | undefined;
    let fault: ReadFault | undefined;
    try {
      reading = await this.#read?.();
    } catch (error) {
      fault = error instanceof ReadFault ? error : new ReadFault("FAILED", false, { cause: error });
    }
    // Something else was asked meanwhile: this answer comes too late.
    if (round !== this.#round) return;
    if (reading === undefined && fault?.isPassing && this.#last !== undefined) {
      [reading, fault] = [{ ...this.#last, isStale: true }, undefined];
    }
    this.#last = reading;
    const isStale = reading?.isStale ?? true;
    this.#failures = isStale ? this.#failures + 1 : 0;
    if (fault?.isPassing !== false) this.#timer = setTimeout(this.#now, this.#delayMs());
    const told = `${isStale} ${fault?.code ?? ""} ${reading?.text ?? ""}`;
    if (told === this.#told) return;
    this.#told = told;
    this.#tell({ ...(reading && { data: reading.data }), isStale, ...(fault && { fault }) });
  }

  #delayMs(): number {
    if (this.#failures === 0) return REFRESH_MS;
    return Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** (this.#failures - 1));
  }
}
