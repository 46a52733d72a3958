import type { AttackOrders } from "./attack-orders.ts";
import { type AttackReport, isDone } from "./attack-report.ts";
import { drawIntention, type KnownThings } from "./draw-intention.ts";
import { seededRandom } from "../simulation/random.ts";
import { sendUntilAnswered } from "./send-request.ts";

// An attack that was broken off leaves no client behind.
process.on("disconnect", () => process.exit());
process.on("message", (orders: AttackOrders) => {
  void attack(orders).then(() => process.disconnect());
});

/** Sends what it was told to, several requests at once, and reports each to its parent. */
async function attack(orders: AttackOrders): Promise<void> {
  const random = seededRandom(orders.seed);
  const known: KnownThings = { bookings: [], blocks: [] };
  let sent = 0;
  const work = async (): Promise<void> => {
    while (sent < orders.requests) {
      sent += 1;
      const intention = drawIntention(orders, random, known, `${orders.name}-${sent}`);
      const report = await sendUntilAnswered(intention, { urls: orders.urls, mostAttempts: 40 });
      process.send?.(report);
      learn(known, report);
    }
  };
  await Promise.all(Array.from({ length: orders.atOnce }, work));
}

/** What is known decides what is done next: the id of what was made, and the revision that the last answer told. */
function learn({ bookings, blocks }: KnownThings, report: AttackReport): void {
  const { kind, school, subject, final } = report;
  if (final === undefined || subject === undefined) return;
  if (kind === "block") {
    if (isDone(report)) blocks.push({ school, id: subject });
    return;
  }
  const revision = final.revision ?? 0;
  const known = bookings.find(({ id }) => id === subject);
  if (known !== undefined && final.revision !== undefined) known.revision = revision;
  if (kind !== "book" || !isDone(report)) return;
  const { first } = JSON.parse(report.body ?? "{}") as { first: string };
  bookings.push({ school, id: subject, revision, first });
}
