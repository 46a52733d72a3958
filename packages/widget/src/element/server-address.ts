let scriptServer = "";

/**
 * The one-file build names the server it was loaded from, so that pages need not. The server may lie below a path of its
 * origin: what comes before `/embed/` is its address.
 */
export function setScriptAddress(address: string): void {
  scriptServer = scriptServerOf(address);
}

/**
 * The server that serves a script of the widget at an address.
 *
 * @internal
 */
export function scriptServerOf(address: string): string {
  const { origin, pathname } = new URL(address);
  const end = pathname.lastIndexOf("/embed/");
  return origin + pathname.slice(0, Math.max(0, end));
}

/** The base of the server's addresses without a slash at its end; empty when it is not known, or is none of the web. */
export function serverAddress(attribute: string): string {
  const given = attribute.trim() || scriptServer;
  if (given === "" || !URL.canParse(given, document.baseURI)) return "";
  const { protocol, href } = new URL(given, document.baseURI);
  return /^https?:$/.test(protocol) ? href.replace(/\/+$/, "") : "";
}

const PATH_WORDS = {
  cy: { schools: "ysgolion", week: "wythnos", request: "cais" },
  en: { schools: "schools", week: "week", request: "request" },
} as const;

/** The school's own page, its week, or where a booking is asked for. */
export type SchoolPage = "school" | "week" | "request";

/** A page of the server about a school, with those parameters of the query that have a value. */
export function pageAddress(
  server: string,
  language: "cy" | "en",
  school: string,
  page: SchoolPage,
  query: Readonly<Record<string, string | undefined>>,
): string {
  const words = PATH_WORDS[language];
  const own = `${server}/${language}/${words.schools}/${encodeURIComponent(school)}`;
  const path = page === "school" ? own : `${own}/${words[page]}`;
  const given = Object.entries(query).filter((entry): entry is [string, string] => !!entry[1]);
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`;
}
