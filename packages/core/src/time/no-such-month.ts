import { CoreError } from "../errors.ts";

/** The fault of a number that is no month. */
export function noSuchMonth(month: number): CoreError {
  return new CoreError("LOCAL_DATE_INVALID", {
    cy: `Nid oes mis ${month}. Defnyddiwch 1 i 12.`,
    en: `There is no month ${month}. Use 1 to 12.`,
  });
}
