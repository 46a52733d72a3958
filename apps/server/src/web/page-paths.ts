import type { Language, LocalDate, SpaceId } from "@neuadd/core";

/** A path in each language: what the language switch and the `hreflang` links need. */
export type PathsByLanguage = Readonly<Record<Language, string>>;

/** How the week view lays itself out. Without it, wide screens get the table and narrow ones the list. */
export type WeekLayout = "table" | "list";

export interface WeekPathOptions {
  /** Any day of the week; absent: this week. */
  readonly week?: LocalDate;
  readonly space?: SpaceId;
  readonly layout?: WeekLayout;
}

/** The words of paths, which are translated as all other words are. */
export const PATH_WORDS = {
  schools: { cy: "ysgolion", en: "schools" },
  week: { cy: "wythnos", en: "week" },
  accessibility: { cy: "hygyrchedd", en: "accessibility" },
} as const satisfies Readonly<Record<string, PathsByLanguage>>;

export function homePath(language: Language): string {
  return `/${language}`;
}

export function schoolPath(language: Language, school: string): string {
  return `/${language}/${PATH_WORDS.schools[language]}/${encodeURIComponent(school)}`;
}

export function weekPath(
  language: Language,
  school: string,
  options: WeekPathOptions = {},
): string {
  const query = new URLSearchParams();
  if (options.week !== undefined) query.set("week", options.week);
  if (options.space !== undefined) query.set("space", options.space);
  if (options.layout !== undefined) query.set("view", options.layout);
  const path = `${schoolPath(language, school)}/${PATH_WORDS.week[language]}`;
  return query.size === 0 ? path : `${path}?${query.toString()}`;
}

export function accessibilityPath(language: Language): string {
  return `/${language}/${PATH_WORDS.accessibility[language]}`;
}

export function pluginPagePath(language: Language, plugin: string, path: string): string {
  return path === "" ? `/${language}/x/${plugin}` : `/${language}/x/${plugin}/${path}`;
}

/** The same page in both languages. */
export function inBothLanguages(path: (language: Language) => string): PathsByLanguage {
  return { cy: path("cy"), en: path("en") };
}
