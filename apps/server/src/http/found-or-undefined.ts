import { ServerError } from "../server-error.ts";

/** What a search finds; undefined where the thing sought is not there. Any other fault stays one. */
export async function foundOrUndefined<Found>(search: Promise<Found>): Promise<Found | undefined> {
  try {
    return await search;
  } catch (error) {
    if (error instanceof ServerError && error.code.endsWith("_UNKNOWN")) return undefined;
    throw error;
  }
}
