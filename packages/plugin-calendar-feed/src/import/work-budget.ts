import { FileRefusal } from "./file-refusal.ts";

/**
 * About a second of one processor at the worst. A thousand weekly events take half of it.
 *
 * @internal
 */
export const MOST_WORK = 20_000_000;

/** What reading one file may cost, counted rather than timed: a day that a rule is asked about is one piece of work. */
export class WorkBudget {
  #spent = 0;

  get spent(): number {
    return this.#spent;
  }

  /** Throws FileRefusal TOO_MUCH_WORK when it has been too much. */
  spend(work: number): void {
    this.#spent += work;
    if (this.#spent > MOST_WORK) throw new FileRefusal("TOO_MUCH_WORK");
  }

  /** For dates that are made into instants. */
  spendDates(dates: number): void {
    this.spend(dates * 100);
  }

  /** For a zone that is looked up. */
  spendZone(): void {
    this.spend(400_000);
  }
}
