export const EVENT_REFUSALS = [
  "TIME_UNSUPPORTED",
  "ZONE_UNKNOWN",
  "RECURRENCE_UNSUPPORTED",
  "RANGE_UNSUPPORTED",
  "TOO_LONG",
] as const;
export type EventRefusalCode = (typeof EVENT_REFUSALS)[number];

/** Why one event of a file is left out. The others stand. */
export class EventRefusal extends Error {
  override readonly name = "EventRefusal";
  readonly code: EventRefusalCode;

  constructor(code: EventRefusalCode) {
    super(code);
    this.code = code;
  }
}

/** Why a whole file is refused: then everything stays as it was. */
export class FileRefusal extends Error {
  override readonly name = "FileRefusal";
  readonly code: "NOT_A_CALENDAR" | "TOO_MANY_EVENTS" | "TOO_MANY_DATES";

  constructor(code: FileRefusal["code"]) {
    super(code);
    this.code = code;
  }
}
