import { describe, expect, it } from "vitest";
import { bookedSchool, countStatuses } from "../../test/fixtures/booked-school.ts";
import { checkLedger } from "../../test/fixtures/check-ledger.ts";
import { SCHOOL } from "../../test/fixtures/school-definition.ts";
import { cancelOccurrence } from "./cancel-occurrence.ts";
import { previewBooking } from "./preview-booking.ts";
import { readEvents } from "./read-events.ts";

describe("cancelOccurrence", () => {
  it("frees one date, and leaves the others", async () => {
    const { services, approved } = await bookedSchool();
    const { id, request } = await approved();
    const after = await cancelOccurrence(services, SCHOOL, "key:key_h", id, "2026-09-15", {
      by: "hirer",
      reason: "Dim digon o chwaraewyr",
    });
    expect(countStatuses(after)).toEqual({ confirmed: 8, cancelled: 1, excluded: 1 });
    expect(after.occurrences[1]?.denials).toMatchObject([
      { code: "CANCELLED_BY_HIRER", details: { reason: "Dim digon o chwaraewyr" } },
    ]);
    const { occurrences } = await previewBooking(services, SCHOOL, request);
    const bookable = occurrences.filter(({ verdict }) => verdict === "bookable");
    expect(bookable.map(({ date }) => date)).toEqual(["2026-09-15"]);
    const [event] = await readEvents(services, SCHOOL, 3, 10);
    expect(event?.data).toEqual({
      booking: id,
      hirer: after.hirer,
      date: "2026-09-15",
      by: "hirer",
    });
    expect(await checkLedger(services.store)).toEqual([]);
  });

  it("needs no revision, but minds one that is given", async () => {
    const { services, approved } = await bookedSchool();
    const { id, revision } = await approved();
    await expect(
      cancelOccurrence(services, SCHOOL, "key:key_h", id, "2026-09-15", {
        by: "hirer",
        revision: revision - 1,
      }),
    ).rejects.toMatchObject({ code: "REVISION_STALE" });
  });

  it.each([
    ["a date that the booking never had", "2026-09-09", "OCCURRENCE_UNKNOWN"],
    ["a date that it leaves out", "2026-10-27", "TRANSITION_REFUSED"],
    ["a date that has begun", "2026-09-08", "TRANSITION_REFUSED"],
  ])("refuses %s", async (_, date, code) => {
    const { services, approved } = await bookedSchool();
    const { id } = await approved();
    services.clock.set(Date.UTC(2026, 8, 8, 17));
    await expect(
      cancelOccurrence(services, SCHOOL, "key:key_h", id, date, { by: "hirer" }),
    ).rejects.toMatchObject({ code });
    expect(await checkLedger(services.store)).toEqual([]);
  });

  it.each([
    ["a request is withdrawn by its hirer", "request", "hirer", "withdrawn"],
    ["a request is declined by the school", "request", "school", "declined"],
    ["a booking is cancelled by its hirer", "approved", "hirer", "cancelled"],
    ["a booking is cancelled by the school", "approved", "school", "cancelled"],
  ] as const)("ends the booking with its last date: %s", async (_, kind, by, status) => {
    const school = await bookedSchool();
    const { services, events } = school;
    const single = { recurrence: { rule: "FREQ=WEEKLY", count: 1 } };
    const { id, revision } = await school[kind](single);
    const after = await cancelOccurrence(services, SCHOOL, "key:key_x", id, "2026-09-08", { by });
    expect(after.status).toBe(status);
    expect(await events(revision)).toEqual(["occurrence.cancelled", `booking.${status}`]);
    const [, end] = await readEvents(services, SCHOOL, revision, 10);
    // Who ended a request is said by how it ended.
    expect(end?.data["by"]).toBe(kind === "approved" ? by : undefined);
    expect(await checkLedger(services.store)).toEqual([]);
  });
});
