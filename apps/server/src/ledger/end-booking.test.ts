import { describe, expect, it } from "vitest";
import { bookedSchool, countStatuses } from "../../test/fixtures/booked-school.ts";
import { checkLedger } from "../../test/fixtures/check-ledger.ts";
import { SCHOOL } from "../../test/fixtures/school-definition.ts";
import { cancelBooking, declineBooking, withdrawBooking } from "./end-booking.ts";
import { previewBooking } from "./preview-booking.ts";
import { readBooking } from "./read-booking.ts";
import { readEvents } from "./read-events.ts";

describe("declineBooking and withdrawBooking", () => {
  it.each([
    ["declineBooking", declineBooking, "declined", "denied", "DECLINED"],
    ["withdrawBooking", withdrawBooking, "withdrawn", "cancelled", "WITHDRAWN"],
  ] as const)("%s ends a request and frees its time", async (_, end, status, of, code) => {
    const { services, request, events } = await bookedSchool();
    const { id, revision, request: asked } = await request();
    const ended = await end(services, SCHOOL, "key:key_s", id, {
      revision,
      reason: "Cyngerdd yr ysgol",
      by: "school",
    });
    expect(ended).toMatchObject({ status, reason: "Cyngerdd yr ysgol", revision: 3 });
    expect(countStatuses(ended)).toEqual({ [of]: 9, excluded: 1 });
    expect(ended.occurrences[0]?.denials).toMatchObject([{ code }]);
    expect(await readBooking(services, SCHOOL, id)).toEqual(ended);
    expect(await events(2)).toEqual([`booking.${status}`]);
    expect((await previewBooking(services, SCHOOL, asked)).summary.bookable).toBe(9);
    expect(await checkLedger(services.store)).toEqual([]);
  });

  it("keeps what a person writes out of the ledger", async () => {
    const { services, request } = await bookedSchool();
    const { id, revision } = await request();
    const reason = "Mrs Jones is ill";
    await declineBooking(services, SCHOOL, "key:key_s", id, { revision, reason, by: "school" });
    expect(JSON.stringify(await readEvents(services, SCHOOL, 0, 100))).not.toContain("Jones");
  });

  it.each([
    ["declineBooking", declineBooking],
    ["withdrawBooking", withdrawBooking],
  ])("%s refuses a booking that is approved, or that has changed", async (_, end) => {
    const { services, approved } = await bookedSchool();
    const { id, revision } = await approved();
    const options = { by: "school" } as const;
    await expect(
      end(services, SCHOOL, "key:key_s", id, { ...options, revision: revision - 1 }),
    ).rejects.toMatchObject({ code: "REVISION_STALE" });
    await expect(
      end(services, SCHOOL, "key:key_s", id, { ...options, revision }),
    ).rejects.toMatchObject({ code: "TRANSITION_REFUSED" });
  });
});

describe("cancelBooking", () => {
  it.each([
    ["hirer", "CANCELLED_BY_HIRER"],
    ["school", "CANCELLED_BY_SCHOOL"],
  ] as const)("says that the %s did it, on every date", async (by, code) => {
    const { services, approved } = await bookedSchool();
    const { id, revision } = await approved();
    const cancelled = await cancelBooking(services, SCHOOL, "key:key_x", id, { revision, by });
    expect(cancelled.status).toBe("cancelled");
    const live = cancelled.occurrences.filter(({ status }) => status === "cancelled");
    expect(live).toHaveLength(9);
    expect(live.every(({ denials }) => denials[0]?.code === code)).toBe(true);
    expect(await checkLedger(services.store)).toEqual([]);
  });

  it("leaves what has begun as it was, with its time", async () => {
    const { services, approved } = await bookedSchool();
    const { id, revision } = await approved();
    services.clock.set(Date.UTC(2026, 8, 15, 17));
    const cancelled = await cancelBooking(services, SCHOOL, "key:key_h", id, {
      revision,
      by: "hirer",
    });
    expect(countStatuses(cancelled)).toEqual({ confirmed: 2, cancelled: 7, excluded: 1 });
    expect(await checkLedger(services.store)).toEqual([]);
  });

  it("refuses a booking of which nothing is left to cancel", async () => {
    const { services, approved } = await bookedSchool();
    const { id, revision } = await approved();
    services.clock.set(Date.UTC(2027, 0, 1));
    await expect(
      cancelBooking(services, SCHOOL, "key:key_h", id, { revision, by: "hirer" }),
    ).rejects.toMatchObject({ code: "TRANSITION_REFUSED" });
  });

  it("refuses a request that still waits: that is withdrawn or declined", async () => {
    const { services, request } = await bookedSchool();
    const { id, revision } = await request();
    await expect(
      cancelBooking(services, SCHOOL, "key:key_h", id, { revision, by: "hirer" }),
    ).rejects.toMatchObject({ code: "TRANSITION_REFUSED" });
  });
});
