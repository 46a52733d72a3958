import type { Bilingual } from "../language/bilingual.ts";

/** The usual names of the three terms, as councils in Wales publish them. */
export const AUTUMN_TERM: Bilingual = { cy: "Tymor yr Hydref", en: "Autumn term" };
export const SPRING_TERM: Bilingual = { cy: "Tymor y Gwanwyn", en: "Spring term" };
export const SUMMER_TERM: Bilingual = { cy: "Tymor yr Haf", en: "Summer term" };
