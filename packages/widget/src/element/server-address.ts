let scriptOrigin = "";

/** The one-file build names the server it was loaded from, so that pages need not. */
export function setScriptOrigin(address: string): void {
  scriptOrigin = new URL(address).origin;
}

/** The base of the server's addresses without a slash at its end; empty when it is not known. */
export function serverAddress(attribute: string): string {
  const given = attribute.trim() || scriptOrigin;
  if (given === "" || !URL.canParse(given, document.baseURI)) return "";
  return new URL(given, document.baseURI).href.replace(/\/+$/, "");
}

const PATH_WORDS = {
  cy: { schools: "ysgolion", week: "wythnos", request: "cais" },
  en: { schools: "schools", week: "week", request: "request" },
} as const;

/** A page of the server about a school, with those parameters of the query that have a value. */
export function pageAddress(
  server: string,
  language: "cy" | "en",
  school: string,
  page: "week" | "request",
  query: Readonly<Record<string, string | undefined>>,
): string {
  const words = PATH_WORDS[language];
  const path = `${server}/${language}/${words.schools}/${encodeURIComponent(school)}/${words[page]}`;
  const given = Object.entries(query).filter((entry): entry is [string, string] => !!entry[1]);
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`;
}
