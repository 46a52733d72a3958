import { expect, it } from "vitest";
import { amendBooking } from "../../src/ledger/amend-booking.ts";
import { withdrawBooking } from "../../src/ledger/end-booking.ts";
import { bookedSchool } from "../fixtures/booked-school.ts";
import { SCHOOL } from "../fixtures/school-definition.ts";
import type { AttackReport } from "./attack-report.ts";
import { judgeAttack } from "./judge-attack.ts";

/** What a client says it was answered about a booking. */
function answeredAs(
  kind: AttackReport["kind"],
  booking: string,
  revision: number,
  said: Partial<AttackReport>,
): AttackReport {
  return {
    number: "attack-0",
    kind,
    school: SCHOOL,
    subject: booking,
    method: "POST",
    path: "",
    headers: {},
    body: undefined,
    attempts: 1,
    unanswered: 0,
    slowestMs: 1,
    final: { status: kind === "book" ? 201 : 200, code: undefined, id: booking, revision },
    ...said,
  };
}

/** A booking at revision 2 that was amended at revision 3, and what clients say they were answered. */
async function judged(...amendments: readonly { seen: number; answered: number }[]) {
  const { services, request } = await bookedSchool();
  const { id, revision } = await request({ title: "attack-0" });
  const change = { scope: "all", startTime: "18:30" } as const;
  await amendBooking(services, SCHOOL, "key:key_s", id, change, { revision, by: "school" });
  const faults = await judgeAttack(services.store, [
    answeredAs("book", id, revision, {}),
    ...amendments.map(({ seen, answered }, index) => {
      const headers = { "if-match": `"${seen}"` };
      return answeredAs("amend", id, answered, { number: `attack-${index + 1}`, headers });
    }),
  ]);
  await services.store.close();
  return faults.map((fault) => fault.replaceAll(id, "bok_1"));
}

/** A booking that was withdrawn as a whole at revision 3, and a client that was told then that one date is cancelled. */
async function judgedDate({ unanswered }: Pick<AttackReport, "unanswered">) {
  const { services, request } = await bookedSchool();
  const { id, revision } = await request({ title: "attack-0" });
  await withdrawBooking(services, SCHOOL, "key:key_h", id, { revision, by: "hirer" });
  const faults = await judgeAttack(services.store, [
    answeredAs("book", id, revision, {}),
    answeredAs("withdraw", id, 3, { number: "attack-1" }),
    answeredAs("cancelDate", id, 3, { number: "attack-2", unanswered }),
  ]);
  await services.store.close();
  return faults.map((fault) => fault.replaceAll(id, "bok_1"));
}

it("believes that a date is cancelled which was asked for again after its booking had ended", async () => {
  expect(await judgedDate({ unanswered: 1 })).toEqual([]);
});

it("finds a date that was acknowledged the first time, and is in no entry of its own", async () => {
  expect(await judgedDate({ unanswered: 0 })).toEqual([
    `cancelDate attack-2 (${SCHOOL} occurrence.cancelled bok_1) was acknowledged at 3, and is not in the ledger`,
  ]);
});

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
