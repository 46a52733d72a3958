import { dateAfter, timeOf } from "../simulation/naive-calendar.ts";
import type { Random } from "../simulation/random.ts";
import { SPACE_IDS } from "../simulation/simulated-premises.ts";
import type { AttackedSchool, AttackOrders } from "./attack-orders.ts";
import type { AttackKind } from "./attack-report.ts";
import type { Intention } from "./send-request.ts";

/** What a client has been told that there is. */
export interface KnownThings {
  readonly bookings: KnownBooking[];
  readonly blocks: { readonly school: string; readonly id: string }[];
}

export interface KnownBooking {
  readonly school: string;
  readonly id: string;
  readonly first: string;
  revision: number;
}

const FIRST_DAY = "2026-09-01";
const WEIGHTS: readonly (readonly [AttackKind, number])[] = [
  ["book", 45],
  ["approve", 20],
  ["cancelDate", 8],
  ["amend", 9],
  ["decline", 3],
  ["withdraw", 3],
  ["cancel", 4],
  ["block", 5],
  ["unblock", 3],
];

/** The next request of a client: for something new, or about something that it knows. */
export function drawIntention(
  { schools }: AttackOrders,
  random: Random,
  known: KnownThings,
  number: string,
): Intention {
  const kind = drawKind(random, known);
  if (kind === "book" || kind === "block") {
    const school = random.pick(schools);
    return kind === "book" ? bookingOf(school, random, number) : blockOf(school, random, number);
  }
  if (kind === "unblock") {
    const { school: id, id: block } = random.pick(known.blocks);
    const school = schoolOf(schools, id);
    return plain(school, kind, number, { path: `blocks/${block}`, subject: block });
  }
  const booking = random.pick(recent(known.bookings, random));
  return actionOn(schoolOf(schools, booking.school), booking, kind, random, number);
}

function drawKind(random: Random, { bookings, blocks }: KnownThings): AttackKind {
  let place = random.integer(1, 100);
  const [kind = "book"] = WEIGHTS.find(([, weight]) => (place -= weight) <= 0) ?? [];
  if (kind === "unblock") return blocks.length > 0 ? kind : "block";
  if (kind === "block") return kind;
  return bookings.length > 0 ? kind : "book";
}

/** Mostly those that were booked last: what is done to them is then still possible. */
function recent(bookings: readonly KnownBooking[], random: Random): readonly KnownBooking[] {
  return random.chance(0.8) ? bookings.slice(-12) : bookings;
}

function schoolOf(schools: readonly AttackedSchool[], id: string): AttackedSchool {
  const school = schools.find((one) => one.id === id);
  if (school === undefined) throw new Error(`There is no school ${id} in this attack.`);
  return school;
}

function bookingOf(school: AttackedSchool, random: Random, number: string): Intention {
  const hirer = random.pick(school.hirers);
  const body = {
    space: random.pick(SPACE_IDS),
    title: number,
    activity: "badminton",
    first: dateAfter(FIRST_DAY, random.integer(0, 120)),
    ...drawTimes(random),
    recurrence: { rule: "FREQ=WEEKLY", count: random.integer(1, 12) },
    onClash: { policy: random.pick(["refuse", "skip", "skip", "append", "otherSpace"]) },
  };
  return plain(school, "book", number, { path: "bookings", key: hirer.key, body });
}

function blockOf(school: AttackedSchool, random: Random, number: string): Intention {
  const first = dateAfter(FIRST_DAY, random.integer(0, 120));
  const body = {
    space: random.pick(SPACE_IDS),
    kind: "examination",
    reason: { cy: `Arholiad ${number}`, en: `Examination ${number}` },
    first,
    last: dateAfter(first, random.integer(0, 2)),
    ...drawTimes(random),
    displace: random.chance(0.5),
  };
  return plain(school, "block", number, { path: "blocks", body });
}

function drawTimes(random: Random): { startTime: string; endTime: string } {
  const start = 30 * random.integer(34, 41);
  return { startTime: timeOf(start), endTime: timeOf(start + 30 * random.integer(1, 3)) };
}

function actionOn(
  school: AttackedSchool,
  { id, first, revision }: KnownBooking,
  kind: Exclude<AttackKind, "book" | "block" | "unblock">,
  random: Random,
  number: string,
): Intention {
  const at = { subject: id, revision };
  if (kind === "cancelDate") {
    const date = dateAfter(first, 7 * random.integer(0, 5));
    return plain(school, kind, number, {
      subject: id,
      path: `bookings/${id}/occurrences/${date}/cancel`,
      body: {},
    });
  }
  if (kind === "amend") {
    const change = random.chance(0.5)
      ? { scope: "all", space: random.pick(SPACE_IDS) }
      : { scope: "all", ...drawTimes(random) };
    return plain(school, kind, number, { ...at, path: `bookings/${id}/amend`, body: change });
  }
  const key = kind === "withdraw" ? random.pick(school.hirers).key : school.key;
  return plain(school, kind, number, { ...at, path: `bookings/${id}/${kind}`, key, body: {} });
}

function plain(
  { id, key }: AttackedSchool,
  kind: AttackKind,
  number: string,
  parts: {
    readonly path: string;
    readonly key?: string;
    readonly body?: object;
    readonly subject?: string;
    readonly revision?: number;
  },
): Intention {
  const { path, body, subject, revision } = parts;
  return {
    number,
    kind,
    school: id,
    subject,
    method: kind === "unblock" ? "DELETE" : "POST",
    path: `/v1/schools/${id}/${path}`,
    headers: {
      authorization: `Bearer ${parts.key ?? key}`,
      "idempotency-key": number,
      ...(body !== undefined && { "content-type": "application/json" }),
      ...(revision !== undefined && { "if-match": `"${revision}"` }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  };
}
