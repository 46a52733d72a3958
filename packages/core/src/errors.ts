import type { Bilingual } from "./language/bilingual.ts";

/** Every fault that this package throws, by its stable code, with what it means. */
export const CORE_ERRORS = {
  RECURRENCE_INVALID: {
    cy: "Nid yw'r rheol ailadrodd o'r ffurf gywir.",
    en: "The recurrence rule is malformed.",
  },
  RECURRENCE_UNSUPPORTED: {
    cy: "Mae'r rheol ailadrodd yn defnyddio rhan nad yw Neuadd yn ei hehangu.",
    en: "The recurrence rule uses a part that Neuadd does not expand.",
  },
  RECURRENCE_UNBOUNDED: {
    cy: "Mae angen diwedd i ehangu rheol: until, count, neu'r ddau.",
    en: "An expansion needs an end: until, count, or both.",
  },
  LOCAL_DATE_INVALID: {
    cy: "Nid yw'r testun yn ddyddiad o'r ffurf 2026-09-08.",
    en: "The text is not a date of the form 2026-09-08.",
  },
  LOCAL_TIME_INVALID: {
    cy: "Nid yw'r testun yn amser o'r ffurf 18:00.",
    en: "The text is not a time of the form 18:00.",
  },
  ZONE_UNKNOWN: {
    cy: "Nid yw'r testun yn enw cylchfa amser IANA.",
    en: "The text names no IANA time zone.",
  },
  INTERVAL_INVALID: {
    cy: "Rhaid i gyfnod ddod i ben ar ôl iddo ddechrau.",
    en: "An interval must end after it starts.",
  },
  PREMISES_INVALID: {
    cy: "Mae'r safleoedd neu eu coeden leoedd yn eu gwrth-ddweud eu hunain.",
    en: "The premises or their space tree contradict themselves.",
  },
  SPACE_UNKNOWN: { cy: "Nid yw'r lle yn y goeden.", en: "The space is not in the tree." },
  LAYOUT_UNKNOWN: {
    cy: "Nid oes gan y lle gynllun â'r dynodydd hwnnw.",
    en: "The space has no layout of that id.",
  },
  CALENDAR_INVALID: {
    cy: "Mae'r calendr yn ei wrth-ddweud ei hun.",
    en: "The calendar contradicts itself.",
  },
  IMPORT_INVALID: {
    cy: "Nid yw'r testun a fewnforiwyd o'r ffurf y dylai fod.",
    en: "The imported text is not of the shape it should be.",
  },
  REQUEST_INVALID: {
    cy: "Mae'r cais yn ei wrth-ddweud ei hun.",
    en: "The request contradicts itself.",
  },
  TRANSITION_REFUSED: {
    cy: "Nid yw'r weithred yn bosibl yn y cyflwr hwn.",
    en: "The action is not possible in this state.",
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type CoreErrorCode = keyof typeof CORE_ERRORS;

/** One fault of a larger input: where it is (JSON pointer) and what is wrong, in both languages. */
export interface Fault {
  readonly path: string;
  readonly message: Bilingual;
}

/**
 * A broken precondition: the caller passed something that this package can't work with.
 * `code` is stable; `sentence` says in both languages what is wrong, with which value, and what to do, and `message` is
 * its English, for stack traces; `faults` lists every problem when the input has several.
 */
export class CoreError<const Code extends CoreErrorCode = CoreErrorCode> extends Error {
  override readonly name = "CoreError";
  readonly code: Code;
  readonly sentence: Bilingual;
  readonly faults: readonly Fault[];

  constructor(
    code: Code,
    sentence: Bilingual,
    options?: ErrorOptions & { faults?: readonly Fault[] },
  ) {
    super(sentence.en, options);
    this.code = code;
    this.sentence = sentence;
    this.faults = options?.faults ?? [];
  }
}
