import type { SeriesChange } from "@neuadd/core";
import { describe, expect, it } from "vitest";
import { bookedSchool, countStatuses } from "../../test/fixtures/booked-school.ts";
import { checkLedger } from "../../test/fixtures/check-ledger.ts";
import { SCHOOL, schoolLike } from "../../test/fixtures/school-definition.ts";
import { amendBooking } from "./amend-booking.ts";
import { approveBooking } from "./approve-booking.ts";
import { previewAmendment } from "./preview-amendment.ts";
import { readBooking } from "./read-booking.ts";
import { readEvents } from "./read-events.ts";
import { schoolRevision } from "./school-model.ts";

const anHourLater: SeriesChange = { scope: "all", startTime: "19:00", endTime: "20:30" };

describe("amendBooking", () => {
  it("does exactly what the preview showed", async () => {
    const { services, approved } = await bookedSchool();
    const { id, revision } = await approved();
    const preview = await previewAmendment(services, SCHOOL, id, anHourLater);
    expect(await schoolRevision(services, SCHOOL)).toBe(revision);
    const { booking, amendment } = await amendBooking(
      services,
      SCHOOL,
      "key:key_s",
      id,
      anHourLater,
      { revision, expectedDigest: preview.digest, by: "school" },
    );
    expect(amendment).toEqual(preview);
    expect(amendment.summary).toMatchObject({ moved: 9, cannotMove: 0 });
    expect(countStatuses(booking)).toEqual({ confirmed: 9, excluded: 1 });
    expect(booking.occurrences[0]).toMatchObject({ startTime: "19:00", endTime: "20:30" });
    expect(booking.request).toMatchObject({ startTime: "19:00", endTime: "20:30" });
    expect(await readBooking(services, SCHOOL, id)).toEqual(booking);
    expect(await checkLedger(services.store)).toEqual([]);
  });

  it("moves one date to another day, and keeps the old one with where it went", async () => {
    const { services, approved } = await bookedSchool();
    const { id, revision } = await approved();
    const change = { scope: "this", date: "2026-09-15", newDate: "2026-09-16" } as const;
    const { booking } = await amendBooking(services, SCHOOL, "key:key_s", id, change, {
      revision,
      by: "school",
    });
    const [, tuesday, wednesday] = booking.occurrences;
    expect(tuesday).toMatchObject({
      date: "2026-09-15",
      status: "cancelled",
      denials: [
        {
          code: "AMENDED",
          message: { cy: "Newidiwyd yr archeb: y dyddiad newydd yw Dydd Mercher 16 Medi 2026." },
          details: { movedTo: "2026-09-16" },
        },
      ],
    });
    expect(wednesday).toMatchObject({ date: "2026-09-16", status: "confirmed", denials: [] });
    expect(await readBooking(services, SCHOOL, id)).toEqual(booking);
    const [event] = await readEvents(services, SCHOOL, revision, 10);
    expect(event).toMatchObject({
      type: "booking.amended",
      data: {
        booking: id,
        by: "school",
        scope: "this",
        changes: [
          { class: "moved", before: "2026-09-15", after: "2026-09-16", space: "sports-hall-a" },
        ],
      },
    });
    expect(await checkLedger(services.store)).toEqual([]);
  });

  it("moves back to a day that it left", async () => {
    const { services, approved } = await bookedSchool();
    const { id, revision } = await approved();
    const there = { scope: "this", date: "2026-09-15", newDate: "2026-09-16" } as const;
    const back = { scope: "this", date: "2026-09-16", newDate: "2026-09-15" } as const;
    const options = { by: "school" } as const;
    const moved = await amendBooking(services, SCHOOL, "key:key_s", id, there, {
      ...options,
      revision,
    });
    const { booking } = await amendBooking(services, SCHOOL, "key:key_s", id, back, {
      ...options,
      revision: moved.booking.revision,
    });
    expect(countStatuses(booking)).toEqual({ confirmed: 9, cancelled: 1, excluded: 1 });
    expect(booking.occurrences[1]).toMatchObject({ date: "2026-09-15", status: "confirmed" });
    expect(await checkLedger(services.store)).toEqual([]);
  });

  it("takes new dates and gives up others, from a date on", async () => {
    const { services, approved } = await bookedSchool();
    const { id, revision } = await approved();
    const thursdays: SeriesChange = {
      scope: "thisAndFollowing",
      date: "2026-10-06",
      recurrence: { rule: "FREQ=WEEKLY", first: "2026-10-08", count: 3 },
    };
    const { booking, amendment } = await amendBooking(
      services,
      SCHOOL,
      "key:key_s",
      id,
      thursdays,
      { revision, by: "school" },
    );
    expect(amendment.summary).toMatchObject({ moved: 3, removed: 2 });
    const live = booking.occurrences.filter(({ status }) => status === "confirmed");
    expect(live.map(({ date }) => date)).toEqual([
      "2026-09-08",
      "2026-09-15",
      "2026-09-22",
      "2026-09-29",
      "2026-10-08",
      "2026-10-15",
      "2026-10-22",
    ]);
    expect(booking.request.recurrence).toEqual({
      rule: "FREQ=WEEKLY",
      count: 10,
      termTimeOnly: true,
    });
    expect(await checkLedger(services.store)).toEqual([]);
  });

  it("lets dates of a series change places with each other", async () => {
    const { services, approved } = await bookedSchool();
    const { id, revision } = await approved({
      first: "2026-09-07",
      recurrence: { rule: "FREQ=DAILY", count: 5 },
    });
    const change: SeriesChange = { scope: "all", startTime: "18:30", endTime: "20:00" };
    const { booking } = await amendBooking(services, SCHOOL, "key:key_s", id, change, {
      revision,
      by: "school",
    });
    expect(countStatuses(booking)).toEqual({ confirmed: 5 });
    expect(await checkLedger(services.store)).toEqual([]);
  });

  it("leaves a request waiting, and what it holds held", async () => {
    const { services, request } = await bookedSchool();
    const { id, revision } = await request();
    const { booking } = await amendBooking(services, SCHOOL, "key:key_h", id, anHourLater, {
      revision,
      by: "hirer",
    });
    expect(booking.status).toBe("requested");
    expect(countStatuses(booking)).toEqual({ requested: 9, excluded: 1 });
    expect(await checkLedger(services.store)).toEqual([]);
    const approved = await approveBooking(services, SCHOOL, "key:key_s", id, booking);
    expect(approved.occurrences[0]).toMatchObject({ startTime: "19:00", status: "confirmed" });
    expect(await checkLedger(services.store)).toEqual([]);
  });

  it("claims nothing for a request that holds nothing", async () => {
    const { services, request } = await bookedSchool({
      schools: [schoolLike(SCHOOL, { requestsHold: false })],
    });
    const { id, revision } = await request();
    await amendBooking(services, SCHOOL, "key:key_h", id, anHourLater, { revision, by: "hirer" });
    expect(await checkLedger(services.store)).toEqual([]);
  });

  describe("when dates can't move", () => {
    async function withAnotherInTheWay() {
      const school = await bookedSchool();
      await school.approved({
        first: "2026-09-22",
        startTime: "19:30",
        endTime: "20:30",
        recurrence: { rule: "FREQ=WEEKLY", count: 2 },
      });
      const booking = await school.approved();
      return { ...school, booking };
    }

    it("refuses, and shows which", async () => {
      const { services, booking } = await withAnotherInTheWay();
      const { id, revision } = booking;
      const amendment = await previewAmendment(services, SCHOOL, id, anHourLater);
      expect(amendment.summary).toMatchObject({ moved: 7, cannotMove: 2 });
      await expect(
        amendBooking(services, SCHOOL, "key:key_s", id, anHourLater, { revision, by: "school" }),
      ).rejects.toMatchObject({ code: "AMENDMENT_NOT_POSSIBLE", extensions: { amendment } });
      expect(await readBooking(services, SCHOOL, id)).toEqual(booking);
    });

    it("goes on for a caller who has seen which, and leaves them where they are", async () => {
      const { services, booking } = await withAnotherInTheWay();
      const { id, revision } = booking;
      const { digest } = await previewAmendment(services, SCHOOL, id, anHourLater);
      const { booking: after } = await amendBooking(
        services,
        SCHOOL,
        "key:key_s",
        id,
        anHourLater,
        { revision, expectedDigest: digest, by: "school" },
      );
      const startOf = (date: string) =>
        after.occurrences.find((one) => one.date === date)?.startTime;
      expect(startOf("2026-09-22")).toBe("18:00");
      expect(startOf("2026-10-06")).toBe("19:00");
      expect(await checkLedger(services.store)).toEqual([]);
    });

    it("keeps a new date that can't be had as denied", async () => {
      const { services, booking } = await withAnotherInTheWay();
      const { id, revision } = booking;
      const change: SeriesChange = {
        scope: "all",
        startTime: "19:00",
        endTime: "20:30",
        recurrence: { rule: "FREQ=WEEKLY;BYDAY=TU,TH", first: "2026-09-08", count: 6 },
      };
      const { digest, summary } = await previewAmendment(services, SCHOOL, id, change);
      expect(summary.cannotMove).toBeGreaterThan(0);
      await amendBooking(services, SCHOOL, "key:key_s", id, change, {
        revision,
        expectedDigest: digest,
        by: "school",
      });
      expect(await checkLedger(services.store)).toEqual([]);
    });

    it("refuses a digest of something else", async () => {
      const { services, booking } = await withAnotherInTheWay();
      await expect(
        amendBooking(services, SCHOOL, "key:key_s", booking.id, anHourLater, {
          revision: booking.revision,
          expectedDigest: "0".repeat(64),
          by: "school",
        }),
      ).rejects.toMatchObject({ code: "DECISION_CHANGED" });
    });
  });

  describe("by a hirer, of an approved booking", () => {
    it("gives up dates at once", async () => {
      const { services, approved } = await bookedSchool();
      const { id, revision } = await approved();
      const fewer: SeriesChange = {
        scope: "all",
        attendance: 12,
        recurrence: { rule: "FREQ=WEEKLY", first: "2026-09-08", count: 4 },
      };
      const { booking } = await amendBooking(services, SCHOOL, "key:key_h", id, fewer, {
        revision,
        by: "hirer",
      });
      expect(countStatuses(booking)).toEqual({ confirmed: 4, cancelled: 5, excluded: 1 });
      expect(booking.request.attendance).toBe(12);
      expect(await checkLedger(services.store)).toEqual([]);
    });

    it.each<[string, SeriesChange]>([
      ["other times", anHourLater],
      ["another space", { scope: "all", space: "main-hall" }],
      ["another day", { scope: "this", date: "2026-09-15", newDate: "2026-09-16" }],
      ["more people", { scope: "all", attendance: 17 }],
    ])("asks the school for %s", async (_, change) => {
      const { services, approved } = await bookedSchool();
      const booking = await approved();
      const { id, revision } = booking;
      await expect(
        amendBooking(services, SCHOOL, "key:key_h", id, change, { revision, by: "hirer" }),
      ).rejects.toMatchObject({ code: "TRANSITION_REFUSED" });
      expect(await readBooking(services, SCHOOL, id)).toEqual(booking);
      await amendBooking(services, SCHOOL, "key:key_s", id, change, { revision, by: "school" });
      expect(await checkLedger(services.store)).toEqual([]);
    });
  });

  it("writes nothing for a change that changes nothing", async () => {
    const { services, approved } = await bookedSchool();
    const booking = await approved();
    services.announced.length = 0;
    const same: SeriesChange = { scope: "all", startTime: "18:00", endTime: "19:30" };
    const answer = await amendBooking(services, SCHOOL, "key:key_s", booking.id, same, {
      revision: booking.revision,
      by: "school",
    });
    expect(answer.booking).toEqual(booking);
    expect(answer.amendment.summary).toMatchObject({ unchanged: 9, moved: 0 });
    expect(await schoolRevision(services, SCHOOL)).toBe(booking.revision);
    expect(services.announced).toEqual([]);
  });

  it("leaves what has begun alone", async () => {
    const { services, approved } = await bookedSchool();
    const { id, revision } = await approved();
    services.clock.set(Date.UTC(2026, 8, 15, 17));
    services.clock.advance(1);
    const { booking, amendment } = await amendBooking(
      services,
      SCHOOL,
      "key:key_s",
      id,
      { scope: "all", space: "sports-hall-b" },
      { revision, by: "school" },
    );
    expect(amendment.summary).toMatchObject({ moved: 7 });
    expect(booking.occurrences.slice(0, 3).map(({ space }) => space)).toEqual([
      "sports-hall-a",
      "sports-hall-a",
      "sports-hall-b",
    ]);
    expect(await checkLedger(services.store)).toEqual([]);
  });

  it("refuses a revision that is not the booking's, and a booking that has ended", async () => {
    const { services, request } = await bookedSchool();
    const { id, revision } = await request();
    const options = { by: "school" } as const;
    await expect(
      amendBooking(services, SCHOOL, "key:key_s", id, anHourLater, { ...options, revision: 1 }),
    ).rejects.toMatchObject({ code: "REVISION_STALE" });
    await services.store.database.updateTable("series").set({ status: "declined" }).execute();
    await expect(
      amendBooking(services, SCHOOL, "key:key_s", id, anHourLater, { ...options, revision }),
    ).rejects.toMatchObject({ code: "TRANSITION_REFUSED" });
  });
});
