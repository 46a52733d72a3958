export const EVENT_REFUSALS = [
  "TIME_UNSUPPORTED",
  "ZONE_UNKNOWN",
  "RECURRENCE_UNSUPPORTED",
  "RANGE_UNSUPPORTED",
  "TOO_LONG",
] as const;
export type EventRefusalCode = (typeof EVENT_REFUSALS)[number];

/** Why something of one event can't be read exactly. What can be, and the other events, stand. */
export class EventRefusal extends Error {
  override readonly name = "EventRefusal";
  readonly code: EventRefusalCode;

  constructor(code: EventRefusalCode) {
    super(code);
    this.code = code;
  }
}
