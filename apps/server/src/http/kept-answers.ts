import { readSchool, type SchoolState } from "../ledger/school-model.ts";
import { schoolUnknown } from "../ledger/unknown.ts";
import type { Services } from "../services.ts";
import { hasTag } from "./entity-tag.ts";
import type { HttpContext } from "./exchange.ts";
import { respond } from "./respond.ts";
import { freshnessReader, pathAndQuery, type Freshness } from "./school-freshness.ts";
import { createTextCache } from "./text-cache.ts";

/** Answers about a school that depend on nothing but the address, the school's revision and the day. */
export interface KeptAnswers {
  /**
   * 304 to a caller whose copy still holds, or the text that was written before; undefined if it must be written. Costs
   * one small read. Throws SCHOOL_UNKNOWN.
   */
  readonly recall: (context: HttpContext) => Promise<Response | undefined>;
  /** Writes the answer, and keeps it. Throws what `write` throws. */
  readonly write: (
    context: HttpContext,
    write: (state: SchoolState, freshness: Freshness) => Promise<unknown>,
  ) => Promise<Response>;
}

/** Keeps texts of at most so many characters in all. The school is the parameter `school` of the path. */
export function keepAnswers(services: Services, limitCharacters: number): KeptAnswers {
  const readFreshness = freshnessReader(services);
  const cache = createTextCache(limitCharacters);

  async function freshnessOf(context: HttpContext): Promise<Freshness> {
    const school = context.req.param("school") ?? "";
    const freshness = await readFreshness(context, school);
    if (freshness === undefined) throw schoolUnknown(school);
    return freshness;
  }

  return {
    async recall(context) {
      const { tag } = await freshnessOf(context);
      const held = context.req.header("if-none-match");
      // `*` holds for whatever exists, and whether this address does is not known yet.
      if (held?.trim() !== "*" && hasTag(held, tag)) return unchanged(context, tag);
      const text = cache.get(keyOf(context, tag));
      return text === undefined ? undefined : answer(context, text, tag);
    },
    async write(context, write) {
      // The tag is read first: a write in between then leaves newer data under an older tag, which the next question
      // mends. The other way round, an old body would pass for new for as long as the school stays unchanged.
      const freshness = await freshnessOf(context);
      const state = await readSchool(services, context.req.param("school") ?? "");
      const text = JSON.stringify(await write(state, freshness));
      const { tag } = freshness;
      if (state.revision === freshness.revision) cache.set(keyOf(context, tag), text);
      return answer(context, text, tag);
    },
  };
}

/** The tag names an address by a hash alone: the key has the address itself. */
function keyOf(context: HttpContext, tag: string): string {
  return `${pathAndQuery(context)} ${tag}`;
}

function answer(context: HttpContext, text: string, tag: string): Response {
  if (hasTag(context.req.header("if-none-match"), tag)) return unchanged(context, tag);
  return respond(context, 200, text, {
    "content-type": "application/json; charset=utf-8",
    "cache-control": "public, no-cache",
    etag: tag,
  });
}

function unchanged(context: HttpContext, tag: string): Response {
  return respond(context, 304, null, { etag: tag, "cache-control": "public, no-cache" });
}
