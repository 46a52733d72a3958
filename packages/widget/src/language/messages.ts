import type { DayKind } from "../network/wire.ts";

/** Whether a space can be had on a day. */
export type DayStatus =
  "free" | "some" | "full" | "notYet" | "tooLate" | "closed" | "past" | "loading" | "unknown";

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
  readonly requestsFrom: (date: string) => string;
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
  readonly schoolMissing: string;
  readonly retry: string;
  readonly termsUnpublished: string;
  readonly kinds: Readonly<Record<DayKind, string>>;
}
