import { expect, it } from "vitest";
import { amendBooking } from "../../src/ledger/amend-booking.ts";
import { bookedSchool } from "../fixtures/booked-school.ts";
import { SCHOOL } from "../fixtures/school-definition.ts";
import type { AttackReport } from "./attack-report.ts";
import { judgeAttack } from "./judge-attack.ts";

/** A booking at revision 2 that was amended at revision 3, and what clients say they were answered. */
async function judged(...amendments: readonly { seen: number; answered: number }[]) {
  const { services, request } = await bookedSchool();
  const booking = await request({ title: "attack-0" });
  const change = { scope: "all", startTime: "18:30" } as const;
  const options = { revision: booking.revision, by: "school" } as const;
  await amendBooking(services, SCHOOL, "key:key_s", booking.id, change, options);
  const report = (
    kind: "book" | "amend",
    number: string,
    answered: number,
    headers: AttackReport["headers"] = {},
  ): AttackReport => ({
    number,
    kind,
    school: SCHOOL,
    subject: booking.id,
    method: "POST",
    path: "",
    headers,
    body: undefined,
    attempts: 1,
    unanswered: 0,
    slowestMs: 1,
    final: {
      status: kind === "book" ? 201 : 200,
      code: undefined,
      id: booking.id,
      revision: answered,
    },
  });
  const faults = await judgeAttack(services.store, [
    report("book", "attack-0", booking.revision),
    ...amendments.map(({ seen, answered }, index) =>
      report("amend", `attack-${index + 1}`, answered, { "if-match": `"${seen}"` }),
    ),
  ]);
  await services.store.close();
  return faults.map((fault) => fault.replaceAll(booking.id, "bok_1"));
}

it("believes an amendment that is in the ledger, and one that changed nothing", async () => {
  expect(await judged({ seen: 2, answered: 3 }, { seen: 3, answered: 3 })).toEqual([]);
});

it("finds an amendment that was acknowledged and lost", async () => {
  expect(await judged({ seen: 2, answered: 3 }, { seen: 3, answered: 4 })).toEqual([
    `amend attack-2 (${SCHOOL} booking.amended bok_1) was acknowledged at 4, and is not in the ledger`,
  ]);
});

it("finds an amendment that nobody asked for", async () => {
  expect(await judged()).toEqual([
    `${SCHOOL} booking.amended bok_1 is in the ledger 1 times, and was told 0`,
  ]);
});
