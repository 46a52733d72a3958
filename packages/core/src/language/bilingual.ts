/** The two languages of Wales, equal by law. */
export type Language = "cy" | "en";

/** One text in both languages. */
export interface Bilingual {
  readonly cy: string;
  readonly en: string;
}
