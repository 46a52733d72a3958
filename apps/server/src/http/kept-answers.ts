import type { Instant } from "@neuadd/core";
import { schoolUnknown } from "../ledger/unknown.ts";
import type { Services } from "../services.ts";
import { createByteCache } from "./byte-cache.ts";
import { hasTag, tagIn } from "./entity-tag.ts";
import type { HttpContext } from "./exchange.ts";
import { respond } from "./respond.ts";
import { freshnessReader, pathAndQuery, type Freshness } from "./school-freshness.ts";

/** Answers about a school that depend on nothing but the address, the school's revision and the time. */
export interface KeptAnswers {
  /**
   * That a copy still holds, or what was written before; undefined if it must be written, or there is no such school.
   * Costs one small read.
   */
  readonly recall: (asked: AskedOfSchool) => Promise<KnownAnswer | undefined>;
  /** The same, or else writes the answer and keeps it. Throws SCHOOL_UNKNOWN, and what `write` throws. */
  readonly answer: (
    context: HttpContext,
    write: (freshness: Freshness) => Promise<WrittenAnswer>,
  ) => Promise<Response>;
}

export interface AskedOfSchool {
  readonly school: string;
  /** Path and query, as they were sent. */
  readonly target: string;
  readonly ifNoneMatch: string | undefined;
}

export interface KnownAnswer {
  readonly status: 200 | 304;
  readonly bytes: Uint8Array<ArrayBuffer> | null;
  /** Those that are of this answer alone, with their names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
}

export interface WrittenAnswer {
  /** JSON. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The first moment of the day at which time alone makes it another. Absent: it holds all day. */
  readonly changesAt?: Instant;
}

interface KeptAnswer {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly tag: string;
}

const LIMIT_BYTES = 32_000_000;

/** Keeps bodies of at most 32 MB in all. The school is the parameter `school` of the path. */
export function keepAnswers(services: Services): KeptAnswers {
  const readFreshness = freshnessReader(services);
  const cache = createByteCache<KeptAnswer>(LIMIT_BYTES);

  function known(asked: AskedOfSchool, freshness: Freshness): KnownAnswer | undefined {
    const holds = (tag: string): boolean => isCurrent(tag, freshness);
    // `*` holds for whatever exists, and whether this address does is not known yet: it names no tag.
    const held = tagIn(asked.ifNoneMatch, holds);
    if (held !== undefined) return unchanged(held);
    const kept = cache.get(keyOf(asked, freshness));
    return kept === undefined || !holds(kept.tag) ? undefined : answerTo(asked, kept);
  }
  return {
    async recall(asked) {
      const freshness = await readFreshness(asked);
      return freshness && known(asked, freshness);
    },
    async answer(context, write) {
      const asked = addressIn(context);
      // The tag is read first: a write in between then leaves newer data under an older tag, which the next question
      // mends. The other way round, an old body would pass for new for as long as the school stays unchanged.
      const freshness = await readFreshness(asked);
      if (freshness === undefined) throw schoolUnknown(asked.school);
      let found = known(asked, freshness);
      if (found === undefined) {
        const { bytes, changesAt } = await write(freshness);
        const kept = { bytes, tag: tagUntil(freshness, changesAt) };
        cache.set(keyOf(asked, freshness), kept);
        found = answerTo(asked, kept);
      }
      return respond(context, found.status, found.bytes, found.headers);
    },
  };
}

function addressIn(context: HttpContext): AskedOfSchool {
  return {
    school: context.req.param("school") ?? "",
    target: pathAndQuery(context),
    ifNoneMatch: context.req.header("if-none-match"),
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
function keyOf({ target }: AskedOfSchool, { tag }: Freshness): string {
  return `${target} ${tag}`;
}

function answerTo({ ifNoneMatch }: AskedOfSchool, { bytes, tag }: KeptAnswer): KnownAnswer {
  if (hasTag(ifNoneMatch, tag)) return unchanged(tag);
  const headers = {
    "content-type": "application/json; charset=utf-8",
    "cache-control": "public, no-cache",
    etag: tag,
  };
  return { status: 200, bytes, headers };
}

function unchanged(tag: string): KnownAnswer {
  return { status: 304, bytes: null, headers: { etag: tag, "cache-control": "public, no-cache" } };
}
