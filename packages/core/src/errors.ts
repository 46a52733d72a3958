/** Every fault that this package throws, by its stable code. */
export const CORE_ERRORS = {
  RECURRENCE_INVALID: "The recurrence rule is malformed.",
  RECURRENCE_UNSUPPORTED: "The recurrence rule uses a part that Neuadd does not expand.",
  RECURRENCE_UNBOUNDED: "An expansion needs an end: until, count, or both.",
  LOCAL_DATE_INVALID: "The text is not a date of the form 2026-09-08.",
  LOCAL_TIME_INVALID: "The text is not a time of the form 18:00.",
  ZONE_UNKNOWN: "The text names no IANA time zone.",
  INTERVAL_INVALID: "An interval must end after it starts.",
  PREMISES_INVALID: "The premises or their space tree contradict themselves.",
  SPACE_UNKNOWN: "The space is not in the tree.",
  LAYOUT_UNKNOWN: "The space has no layout of that id.",
  CALENDAR_INVALID: "The calendar contradicts itself.",
  IMPORT_INVALID: "The imported text is not of the shape it should be.",
  REQUEST_INVALID: "The request contradicts itself.",
  TRANSITION_REFUSED: "The action is not possible in this state.",
} as const;

export type CoreErrorCode = keyof typeof CORE_ERRORS;

/** One fault of a larger input: where it is (JSON pointer) and what is wrong. */
export interface Fault {
  readonly path: string;
  readonly message: string;
}

/**
 * A broken precondition: the caller passed something that this package can't work with.
 * `code` is stable; `faults` lists every problem when the input has several.
 */
export class CoreError<const Code extends CoreErrorCode = CoreErrorCode> extends Error {
  override readonly name = "CoreError";
  readonly code: Code;
  readonly faults: readonly Fault[];

  constructor(code: Code, message: string, options?: ErrorOptions & { faults?: readonly Fault[] }) {
    super(message, options);
    this.code = code;
    this.faults = options?.faults ?? [];
  }
}
