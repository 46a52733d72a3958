import { sql } from "kysely";
import type { Store } from "../../src/store/store.ts";
import { checkLedger } from "../fixtures/check-ledger.ts";
import { replayEvents } from "../fixtures/replay-events.ts";
import { type AttackKind, type AttackReport, isDone } from "./attack-report.ts";

/** Reads the tables, and says where they contradict what clients were told; empty if nowhere. */
export async function judgeAttack(
  store: Store,
  reports: readonly AttackReport[],
): Promise<string[]> {
  const faults = await checkLedger(store);
  for (const school of new Set(reports.map((report) => report.school))) {
    faults.push(...(await replayEvents(store, school)));
  }
  return [
    ...faults,
    ...answerFaults(reports),
    ...(await bookingFaults(store, reports)),
    ...(await eventFaults(store, reports)),
  ];
}

/** Every request came to an answer in the end, and none to a fault of the server's own. */
function answerFaults(reports: readonly AttackReport[]): string[] {
  return reports.flatMap(({ number, kind, final }) => {
    if (final === undefined) return [`${kind} ${number} was never answered`];
    if (final.status < 500) return [];
    return [`${kind} ${number} was answered with ${final.status} ${final.code}`];
  });
}

/** One booking for each request that was told so, whatever became of its attempts, and none for any other. */
async function bookingFaults(
  { database }: Store,
  reports: readonly AttackReport[],
): Promise<string[]> {
  const { rows } = await sql<{ booking_id: string; title: string }>`
    select booking_id, title from series`.execute(database);
  const made = new Map<string, string[]>();
  for (const { title, booking_id } of rows) {
    made.set(title, [...(made.get(title) ?? []), booking_id]);
  }
  return reports
    .filter(({ kind }) => kind === "book")
    .flatMap((report) => {
      const { number, subject = "", final } = report;
      const found = (made.get(number) ?? []).join(", ");
      const expected = isDone(report) ? subject : "";
      if (found === expected) return [];
      return [
        `${number} was answered with ${final?.status} "${expected}", and stored as "${found}"`,
      ];
    });
}

const EVENTS: Readonly<Record<AttackKind, string>> = {
  book: "booking.requested",
  approve: "booking.approved",
  decline: "booking.declined",
  withdraw: "booking.withdrawn",
  cancel: "booking.cancelled",
  cancelDate: "occurrence.cancelled",
  amend: "booking.amended",
  block: "block.created",
  unblock: "block.removed",
};

/** Events that follow from others, and are nobody's request by themselves. */
const FOLLOWING = new Set(["occurrence.displaced", "occurrence.denied", "school.imported"]);

/** Every change that was acknowledged is in the ledger; every entry of the ledger was asked for. */
async function eventFaults(
  { database }: Store,
  reports: readonly AttackReport[],
): Promise<string[]> {
  const { rows } = await sql<{ school_id: string; revision: number; type: string; data: string }>`
    select school_id, revision, type, data from events order by school_id, revision, ordinal`.execute(
    database,
  );
  const told = new Map<string, number[]>();
  const lastDates = new Set<string>();
  for (const { school_id: school, revision, type, data } of rows) {
    if (FOLLOWING.has(type)) continue;
    const { booking, block } = JSON.parse(data) as { booking?: string; block?: string };
    const key = `${school} ${type} ${booking ?? block ?? ""}`;
    // With its last date a booking ends: two entries of one revision, of which the first was asked for.
    const place = `${school} ${revision}`;
    if (lastDates.has(place)) continue;
    if (type === "occurrence.cancelled") lastDates.add(place);
    told.set(key, [...(told.get(key) ?? []), revision]);
  }
  const asked = new Map<string, AttackReport[]>();
  for (const report of reports) {
    const key = `${report.school} ${EVENTS[report.kind]} ${report.subject ?? ""}`;
    asked.set(key, [...(asked.get(key) ?? []), report]);
  }
  return [...lostFaults(asked, told), ...unaskedFaults(asked, told)];
}

/**
 * Acknowledged, and not there: at the revision that the answer told, or before it when it was told a second time, as all
 * but amendments can be.
 */
function lostFaults(
  asked: ReadonlyMap<string, readonly AttackReport[]>,
  told: ReadonlyMap<string, readonly number[]>,
): string[] {
  return [...asked].flatMap(([key, reports]) =>
    reports.filter(isDone).flatMap((report) => {
      const { number, kind, final, unanswered } = report;
      const revisions = [...(told.get(key) ?? []), ...endOf(report, told)];
      const answered = final?.revision;
      const isThere =
        answered === undefined
          ? revisions.length > 0
          : unanswered > 0 && kind !== "amend"
            ? revisions.some((revision) => revision <= answered)
            : revisions.includes(answered);
      if (isThere || changedNothing(report)) return [];
      return [
        `${kind} ${number} (${key}) was acknowledged at ${answered}, and is not in the ledger`,
      ];
    }),
  );
}

/** Where a booking ended, if that answers the report as well: whoever asks again for a date finds it cancelled then. */
function endOf(
  { kind, school, subject = "", unanswered }: AttackReport,
  told: ReadonlyMap<string, readonly number[]>,
): readonly number[] {
  if (kind !== "cancelDate" || unanswered === 0) return [];
  const ends = [EVENTS.cancel, EVENTS.withdraw, EVENTS.decline];
  return ends.flatMap((type) => told.get(`${school} ${type} ${subject}`) ?? []);
}

/** A change that changes nothing is answered with the booking as it was. */
function changedNothing({ kind, final, headers }: AttackReport): boolean {
  return kind === "amend" && headers["if-match"] === `"${final?.revision}"`;
}

/** There, and nobody who was told "no", or nothing at all, can have asked for it. */
function unaskedFaults(
  asked: ReadonlyMap<string, readonly AttackReport[]>,
  told: ReadonlyMap<string, readonly number[]>,
): string[] {
  return [...told].flatMap(([key, revisions]) => {
    const possible = (asked.get(key) ?? []).filter(
      (report) => isDone(report) || report.unanswered > 0,
    );
    if (possible.length >= revisions.length) return [];
    return [`${key} is in the ledger ${revisions.length} times, and was told ${possible.length}`];
  });
}
