import { urlRefused } from "../calendar-problems.ts";

/**
 * The address of a calendar, with `webcal:` read as `https:`. Throws a PluginProblem for what can't be one; where its
 * name leads is looked at each time it is read.
 */
export function checkCalendarUrl(text: string, allowAddresses: readonly string[]): string {
  const https = text.replace(/^webcals?:/i, "https:");
  const url = URL.canParse(https) ? new URL(https) : undefined;
  const protocols = allowAddresses.length > 0 ? /^https?:$/ : /^https:$/;
  if (url !== undefined && protocols.test(url.protocol) && !url.username && !url.password) {
    return url.href;
  }
  throw urlRefused();
}
