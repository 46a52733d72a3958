import { type Bilingual, type LocalDate, sayShortDate } from "@neuadd/core";
import { decideVat } from "./decide-vat.ts";
import { RULE_PACK } from "./rule-pack.ts";
import { measureGaps } from "./series-gaps.ts";
import { sayCount } from "./series-of-lets.ts";
import type { VatAnswer } from "./vat-answer.ts";
import type { VatFacts, VatSession } from "./vat-facts.ts";

/** What taking dates out of a booking would do. */
export interface RemovalEffect {
  readonly dates: readonly LocalDate[];
  readonly sessionsLeft: number;
  readonly before: VatAnswer;
  readonly after: VatAnswer;
  readonly reason: Bilingual;
}

/** A run of sessions that could be agreed, and paid for, as a series of its own. */
export interface TermBlock {
  readonly first: LocalDate;
  readonly last: LocalDate;
  readonly sessions: number;
  /** Whether it has sessions enough, at intervals that pass by either way of measuring. */
  readonly keepsExemption: boolean;
  /** How many sessions could fall away, if no interval grew too long; negative: how many are missing. */
  readonly spareSessions: number;
}

/** Says what would become of the answer if dates fell away. Dates that are not there change nothing. */
export function effectOfRemoving(facts: VatFacts, dates: readonly LocalDate[]): RemovalEffect {
  const gone = new Set(dates);
  const sessions = facts.sessions.filter(({ date }) => !gone.has(date));
  const present = decideVat(facts);
  const decided = decideVat({ ...facts, sessions });
  const names = (language: "cy" | "en") =>
    dates.map((date) => sayShortDate(date, language)).join(", ");
  const count = sayCount(sessions.length);
  const isLost = present.answer === "exempt" && decided.answer !== "exempt";
  const metBefore = new Set(
    present.evidence.filter(({ met }) => met === "yes").map(({ condition }) => condition),
  );
  const failing = decided.evidence.find(
    ({ met, condition }) => met !== "yes" && metBefore.has(condition),
  );
  const outcome = {
    cy: isLost ? `; collir yr eithriad. ${failing?.reason.cy ?? ""}` : `. ${decided.reason.cy}`,
    en: isLost ? `; the exemption is lost. ${failing?.reason.en ?? ""}` : `. ${decided.reason.en}`,
  };
  return {
    dates: [...dates],
    sessionsLeft: sessions.length,
    before: present.answer,
    after: decided.answer,
    reason: {
      cy: `Heb ${names("cy")}: ${count.cy} ar ôl${outcome.cy}`.trimEnd(),
      en: `Without ${names("en")}: ${count.en} left${outcome.en}`.trimEnd(),
    },
  };
}

/** The dates of which a single one that falls away changes the answer, with what it becomes. */
export function fragileDates(facts: VatFacts): RemovalEffect[] {
  return facts.sessions
    .map(({ date }) => effectOfRemoving(facts, [date]))
    .filter(({ before, after }) => before !== after);
}

/**
 * Cuts a booking where an interval is longer than 14 days: terms, as a rule. Each block could be agreed as a
 * series of its own, and keeps the exemption if it has ten sessions. In order of date; empty without sessions.
 */
export function termBlocks(sessions: readonly VatSession[]): TermBlock[] {
  const sorted = sessions.toSorted((one, other) => (one.date < other.date ? -1 : 1));
  const blocks: VatSession[][] = [];
  for (const session of sorted) {
    const block = blocks.at(-1);
    const last = block?.at(-1);
    if (block === undefined || last === undefined || isTooLong(last, session)) {
      blocks.push([session]);
    } else {
      block.push(session);
    }
  }
  return blocks.map(describeBlock);
}

function isTooLong(before: VatSession, after: VatSession): boolean {
  return measureGaps([before, after]).failing.some(
    ({ startToStartMinutes, endToStartMinutes }) =>
      Math.max(startToStartMinutes, endToStartMinutes) > RULE_PACK.longestGapMinutes,
  );
}

function describeBlock(sessions: readonly VatSession[]): TermBlock {
  const { failing } = measureGaps(sessions);
  const spareSessions = sessions.length - RULE_PACK.fewestSessions;
  return {
    first: sessions[0]?.date ?? "",
    last: sessions.at(-1)?.date ?? "",
    sessions: sessions.length,
    keepsExemption: failing.length === 0 && spareSessions >= 0,
    spareSessions,
  };
}
