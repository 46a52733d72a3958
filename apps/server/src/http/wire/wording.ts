import type { Language, ZoneId } from "@neuadd/core";

/** What turning a record into JSON depends on, besides the record: whom it is for, and where the school's clocks are. */
export interface Wording {
  readonly language: Language;
  readonly zone: ZoneId;
}
