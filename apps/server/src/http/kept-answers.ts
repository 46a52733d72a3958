import type { Instant } from "@neuadd/core";
import { readSchool, type SchoolState } from "../ledger/school-model.ts";
import { schoolUnknown } from "../ledger/unknown.ts";
import type { Services } from "../services.ts";
import { hasTag, tagIn } from "./entity-tag.ts";
import type { HttpContext } from "./exchange.ts";
import { respond } from "./respond.ts";
import { freshnessReader, pathAndQuery, type Freshness } from "./school-freshness.ts";
import { createTextCache } from "./text-cache.ts";

/** Answers about a school that depend on nothing but the address, the school's revision and the time. */
export interface KeptAnswers {
  /**
   * 304 to a caller whose copy still holds, or the text that was written before; undefined if it must be written. Costs
   * one small read. Throws SCHOOL_UNKNOWN.
   */
  readonly recall: (context: HttpContext) => Promise<Response | undefined>;
  /** Writes the answer, and keeps it. Throws what `write` throws. */
  readonly write: (
    context: HttpContext,
    write: (state: SchoolState, freshness: Freshness) => Promise<WrittenAnswer>,
  ) => Promise<Response>;
}

export interface WrittenAnswer {
  readonly body: unknown;
  /** The first moment of the day at which time alone makes it another. Absent: it holds all day. */
  readonly changesAt?: Instant;
}

interface KeptAnswer {
  readonly text: string;
  readonly tag: string;
}

/** Keeps texts of at most so many characters in all. The school is the parameter `school` of the path. */
export function keepAnswers(services: Services, limitCharacters: number): KeptAnswers {
  const readFreshness = freshnessReader(services);
  const cache = createTextCache<KeptAnswer>(limitCharacters);

  async function freshnessOf(context: HttpContext): Promise<Freshness> {
    const school = context.req.param("school") ?? "";
    const freshness = await readFreshness(context, school);
    if (freshness === undefined) throw schoolUnknown(school);
    return freshness;
  }

  return {
    async recall(context) {
      const freshness = await freshnessOf(context);
      const holds = (tag: string): boolean => isCurrent(tag, freshness);
      // `*` holds for whatever exists, and whether this address does is not known yet: it names no tag.
      const held = tagIn(context.req.header("if-none-match"), holds);
      if (held !== undefined) return unchanged(context, held);
      const kept = cache.get(keyOf(context, freshness));
      return kept === undefined || !holds(kept.tag) ? undefined : answer(context, kept);
    },
    async write(context, write) {
      // The tag is read first: a write in between then leaves newer data under an older tag, which the next question
      // mends. The other way round, an old body would pass for new for as long as the school stays unchanged.
      const freshness = await freshnessOf(context);
      const state = await readSchool(services, context.req.param("school") ?? "");
      const { body, changesAt } = await write(state, freshness);
      const written = { text: JSON.stringify(body), tag: tagUntil(freshness, changesAt) };
      if (state.revision === freshness.revision) cache.set(keyOf(context, freshness), written);
      return answer(context, written);
    },
  };
}

/** What a tag ends with that holds as long as the day and the revision. */
const ALL_DAY = "d";

/**
 * The tag of an answer says until when it holds: a copy can be confirmed by its tag alone, also by a process that has
 * never written the answer, and two answers that only time tells apart have two tags.
 */
function tagUntil({ tag }: Freshness, changesAt: Instant | undefined): string {
  return `${tag.slice(0, -1)}-${changesAt?.toString(36) ?? ALL_DAY}"`;
}

function isCurrent(candidate: string, { tag, now }: Freshness): boolean {
  const start = `${tag.slice(0, -1)}-`;
  if (!candidate.startsWith(start)) return false;
  const until = candidate.slice(start.length, -1);
  return until === ALL_DAY || now < Number.parseInt(until, 36);
}

/** The tag names an address by a hash alone: the key has the address itself. */
function keyOf(context: HttpContext, { tag }: Freshness): string {
  return `${pathAndQuery(context)} ${tag}`;
}

function answer(context: HttpContext, { text, tag }: KeptAnswer): Response {
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
