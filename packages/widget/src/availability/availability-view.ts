import type { LocalDate } from "../dates/day-steps.ts";
import type { GridPlace } from "../dates/grid-step.ts";
import type { Period } from "../dates/period.ts";
import type { Language } from "../language/language.ts";
import type { Messages } from "../language/messages.ts";
import type { WireDay, WireTimes } from "../network/wire.ts";
import type { MissingStatus } from "./day-status.ts";
import type { ViewChoice } from "./view-name.ts";

/** One space with what is known of its days so far. */
export interface ShownSpace {
  readonly id: string;
  readonly name: string;
  /** How many of the spaces shown contain it. */
  readonly depth: number;
  readonly days: ReadonlyMap<LocalDate, WireDay>;
}

/** Everything that the parts of the availability element are drawn from. */
export interface AvailabilityView extends ViewChoice {
  readonly language: Language;
  readonly messages: Messages;
  readonly today: LocalDate;
  readonly period: Period;
  readonly place: GridPlace;
  readonly spaces: readonly ShownSpace[];
  /** What days are that the spaces lack. */
  readonly missing: MissingStatus;
  /** The request page with a time filled in. */
  requestAddress(space: string, date: LocalDate, times: WireTimes): string;
  /** Called when a time is chosen. False: the page sees to it, and the link is not to be followed. */
  choose(space: string, date: LocalDate, times: WireTimes, href: string): boolean;
}
