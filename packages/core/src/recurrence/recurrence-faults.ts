import { CoreError } from "../errors.ts";
import type { Bilingual } from "../language/bilingual.ts";

/** The fault of a rule that is malformed: which part with which value, and what to write instead. */
export function invalid(part: string | Bilingual, advice: Bilingual): CoreError {
  const { cy, en } = inBoth(part);
  return new CoreError("RECURRENCE_INVALID", {
    cy: `Nid yw'r rheol ailadrodd yn ddilys: ${cy}. ${advice.cy}`,
    en: `The recurrence rule can't have ${en}. ${advice.en}`,
  });
}

/** The fault of a rule that is sound, but beyond what Neuadd expands. */
export function unsupported(part: string | Bilingual, advice: Bilingual): CoreError {
  const { cy, en } = inBoth(part);
  return new CoreError("RECURRENCE_UNSUPPORTED", {
    cy: `Nid yw Neuadd yn ehangu hyn: ${cy}. ${advice.cy}`,
    en: `Neuadd does not expand ${en}. ${advice.en}`,
  });
}

/** The fault of a number of dates that is not whole. */
export function countNotWhole(count: number): CoreError {
  return new CoreError("RECURRENCE_INVALID", {
    cy: `Nid yw ${count} yn nifer cyfan o ddyddiadau. Rhowch rif cyfan.`,
    en: `The number of ${count} dates is no whole number. Give a whole one.`,
  });
}

/** The advice to write one of the names that a part knows: frequencies, weekdays or parts themselves. */
export function useOneOf(names: readonly string[]): Bilingual {
  const others = names.slice(0, -1).join(", ");
  const last = names.at(-1) ?? "";
  return { cy: `Defnyddiwch ${others} neu ${last}.`, en: `Use ${others} or ${last}.` };
}

/** The advice on a number that lies between two others. */
export function useRange(minimum: number, maximum: number): Bilingual {
  return {
    cy: `Defnyddiwch rif cyfan o ${minimum} i ${maximum}.`,
    en: `Use a whole number from ${minimum} to ${maximum}.`,
  };
}

/** The advice on a number that counts from the start, or below 0 from the end. */
export function useSignedRange(maximum: number): Bilingual {
  return {
    cy: `Defnyddiwch 1 i ${maximum} i gyfrif o'r dechrau, neu -1 i -${maximum} i gyfrif o'r diwedd.`,
    en: `Use 1 to ${maximum} to count from the start, or -1 to -${maximum} to count from the end.`,
  };
}

function inBoth(part: string | Bilingual): Bilingual {
  return typeof part === "string" ? { cy: part, en: part } : part;
}
