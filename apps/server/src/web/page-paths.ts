import type { Language, LocalDate, LocalTime, SpaceId } from "@neuadd/core";

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
  request: { cy: "cais", en: "request" },
  sent: { cy: "anfonwyd", en: "sent" },
  embed: { cy: "mewnosod", en: "embed" },
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

/** A time to be asked for; what is empty is left out. */
export interface RequestPathOptions {
  readonly space?: SpaceId;
  readonly date?: LocalDate;
  readonly start?: LocalTime;
  readonly end?: LocalTime;
  /** The last date of a weekly series. */
  readonly until?: LocalDate;
  readonly termTime?: boolean;
}

export function requestPath(
  language: Language,
  school: string,
  { space, date, start, end, until, termTime = false }: RequestPathOptions = {},
): string {
  const path = `${schoolPath(language, school)}/${PATH_WORDS.request[language]}`;
  return withQuery(path, {
    space,
    date,
    start,
    end,
    until,
    ...(termTime && { termTime: "yes" }),
  });
}

export function requestSentPath(language: Language, school: string, booking: string): string {
  return withQuery(`${requestPath(language, school)}/${PATH_WORDS.sent[language]}`, { booking });
}

export function embedPath(language: Language, school?: string, space?: SpaceId): string {
  return withQuery(`/${language}/${PATH_WORDS.embed[language]}`, { school, space });
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

/** An address with what of a query is not empty. */
export function withQuery(
  path: string,
  query: Readonly<Record<string, string | undefined>>,
): string {
  const given = Object.entries(query).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== "",
  );
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`;
}
