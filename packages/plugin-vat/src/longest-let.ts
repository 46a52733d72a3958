import { byStart, endMinutes, startMinutes } from "./session-times.ts";
import type { VatSession } from "./vat-facts.ts";

export interface LongestLet {
  /** How long sessions in one space follow one another without a break, at most; 0 without sessions. */
  readonly minutes: number;
  /** Whether there is nothing else in the booking. */
  readonly isWhole: boolean;
}

/** The longest continuous let. Sessions in different spaces are different lets, also when one begins where another ends. */
export function longestLet(sessions: readonly VatSession[]): LongestLet {
  const spaces = [...new Set(sessions.map(({ space }) => space))];
  const lets = spaces.flatMap((id) => joinSessions(sessions.filter(({ space }) => space === id)));
  return { minutes: Math.max(0, ...lets), isWhole: lets.length === 1 };
}

/** How long each run of sessions lasts that leave no break between them. */
function joinSessions(sessions: readonly VatSession[]): number[] {
  const runs: { from: number; to: number }[] = [];
  for (const session of sessions.toSorted(byStart)) {
    const run = runs.at(-1);
    if (run !== undefined && startMinutes(session) <= run.to) {
      run.to = Math.max(run.to, endMinutes(session));
    } else {
      runs.push({ from: startMinutes(session), to: endMinutes(session) });
    }
  }
  return runs.map(({ from, to }) => to - from);
}
