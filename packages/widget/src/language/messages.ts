import type { DayKind } from "../network/wire.ts";
import { english } from "./english.ts";
import type { Language } from "./language.ts";
import { welsh } from "./welsh.ts";

/** Whether a space can be had on a day. */
export type DayStatus = "free" | "some" | "full" | "closed" | "past" | "loading";

/** Every sentence that the elements say. */
export interface Messages {
  readonly title: string;
  readonly titleOf: (place: string) => string;
  readonly whatsOn: string;
  readonly nothingOn: string;
  readonly previous: Readonly<Record<"week" | "month", string>>;
  readonly next: Readonly<Record<"week" | "month", string>>;
  readonly today: string;
  readonly move: string;
  readonly space: string;
  readonly allSpaces: string;
  readonly layout: string;
  readonly week: string;
  readonly month: string;
  readonly table: string;
  readonly list: string;
  readonly key: string;
  readonly status: Readonly<Record<DayStatus, string>>;
  readonly freeTimes: (times: string) => string;
  readonly spacesFree: (free: number, all: number) => string;
  readonly ask: string;
  readonly book: string;
  readonly loading: string;
  readonly stale: string;
  readonly demonstration: string;
  readonly fullPage: string;
  readonly unreachable: string;
  readonly schoolUnknown: string;
  readonly spaceUnknown: string;
  readonly failed: string;
  readonly serverMissing: string;
  readonly retry: string;
  readonly kinds: Readonly<Record<DayKind, string>>;
}

/** A message that one language lacks does not compile. */
export const MESSAGES: Readonly<Record<Language, Messages>> = { cy: welsh, en: english };
