import { describe, expect, it } from "vitest";
import { bookedSchool, countStatuses } from "../../test/fixtures/booked-school.ts";
import { checkLedger } from "../../test/fixtures/check-ledger.ts";
import { SCHOOL, schoolLike } from "../../test/fixtures/school-definition.ts";
import type { BlockRequest } from "./block-record.ts";
import { createBlock } from "./create-block.ts";
import { listBlocks } from "./list-blocks.ts";
import { previewBlock } from "./preview-block.ts";
import { previewBooking } from "./preview-booking.ts";
import { readBlock } from "./read-block.ts";
import { readBooking } from "./read-booking.ts";
import { readEvents } from "./read-events.ts";
import { removeBlock } from "./remove-block.ts";
import { schoolRevision } from "./school-model.ts";

/** The whole sports hall, whole days from Monday 14 to Friday 25 September 2026: two Tuesdays. */
const examinations: BlockRequest = {
  space: "sports-hall",
  kind: "examination",
  reason: { cy: "Arholiadau ffug", en: "Mock examinations" },
  first: "2026-09-14",
  last: "2026-09-25",
};

describe("previewBlock", () => {
  it("lists its dates, whom it would displace, and writes nothing", async () => {
    const { services, hirer, approved } = await bookedSchool();
    const { id } = await approved();
    const preview = await previewBlock(services, SCHOOL, examinations);
    expect(preview.dates).toHaveLength(12);
    expect(preview.dates[0]).toEqual({
      date: "2026-09-14",
      space: "sports-hall",
      startTime: "00:00",
      endTime: "24:00",
      start: Date.UTC(2026, 8, 13, 23),
      end: Date.UTC(2026, 8, 14, 23),
    });
    expect(preview.displaces).toEqual([
      expect.objectContaining({ booking: id, hirer, date: "2026-09-15", status: "confirmed" }),
      expect.objectContaining({ booking: id, title: "Badminton nos Fawrth", date: "2026-09-22" }),
    ]);
    expect(preview.overlaps).toEqual([]);
    expect(await schoolRevision(services, SCHOOL)).toBe(3);
  });

  it("takes hours of the day, on the dates of a recurrence that it does not leave out", async () => {
    const { services, approved } = await bookedSchool();
    await approved();
    const { last: _, ...days } = examinations;
    const weekly = {
      ...days,
      first: "2026-10-20",
      startTime: "19:00",
      endTime: "20:00",
      recurrence: { rule: "FREQ=WEEKLY", count: 3, termTimeOnly: true },
    };
    const preview = await previewBlock(services, SCHOOL, weekly);
    expect(preview.dates.map(({ date, start }) => [date, start])).toEqual([
      ["2026-10-20", Date.UTC(2026, 9, 20, 18)],
      ["2026-11-03", Date.UTC(2026, 10, 3, 19)],
    ]);
    expect(preview.displaces).toHaveLength(2);
    const later = { ...weekly, startTime: "19:30" };
    expect((await previewBlock(services, SCHOOL, later)).displaces).toEqual([]);
  });

  it("counts a day of 25 hours whole", async () => {
    const { services } = await bookedSchool();
    const day = { ...examinations, first: "2026-10-25", last: "2026-10-25" };
    const [date] = (await previewBlock(services, SCHOOL, day)).dates;
    expect((date?.end ?? 0) - (date?.start ?? 0)).toBe(25 * 3_600_000);
  });

  it.each([
    ["a last day before the first", { last: "2026-09-13" }, "REQUEST_INVALID"],
    [
      "a last day with a recurrence",
      { recurrence: { rule: "FREQ=DAILY", count: 2 } },
      "REQUEST_INVALID",
    ],
    ["an end before its start", { startTime: "10:00", endTime: "10:00" }, "REQUEST_INVALID"],
    ["dates that are over", { first: "2026-08-01", last: "2026-08-23" }, "REQUEST_INVALID"],
    ["more than 400 days", { last: "2027-12-31" }, "REQUEST_INVALID"],
    ["a space that is not there", { space: "cellar" }, "SPACE_UNKNOWN"],
  ])("refuses %s", async (_, change, code) => {
    const { services } = await bookedSchool();
    await expect(
      previewBlock(services, SCHOOL, { ...examinations, ...change }),
    ).rejects.toMatchObject({ code });
  });
});

describe("createBlock", () => {
  it("keeps the time from everybody", async () => {
    const { services, request, events } = await bookedSchool();
    const block = await createBlock(services, SCHOOL, "key:key_s", examinations, {
      displace: false,
    });
    expect(await readBlock(services, SCHOOL, block.id)).toEqual(block);
    expect(await events(1)).toEqual(["block.created"]);
    const { occurrences } = await request();
    const denied = occurrences.filter(({ status }) => status === "denied");
    expect(denied.map(({ date, denials }) => [date, denials[0]?.code])).toEqual([
      ["2026-09-15", "BLOCKED"],
      ["2026-09-22", "BLOCKED"],
    ]);
    expect(await checkLedger(services.store)).toEqual([]);
  });

  it("does not displace anybody without being told to", async () => {
    const { services, approved } = await bookedSchool();
    await approved();
    const preview = await previewBlock(services, SCHOOL, examinations);
    await expect(
      createBlock(services, SCHOOL, "key:key_s", examinations, { displace: false }),
    ).rejects.toMatchObject({ code: "WOULD_DISPLACE", extensions: { preview } });
    expect(await schoolRevision(services, SCHOOL)).toBe(3);
    expect(await checkLedger(services.store)).toEqual([]);
  });

  it("displaces confirmed dates, and keeps them with the reason in both languages", async () => {
    const { services, hirer, approved } = await bookedSchool();
    const { id } = await approved();
    const block = await createBlock(services, SCHOOL, "key:key_s", examinations, {
      displace: true,
    });
    expect(block.displaced.map(({ date }) => date)).toEqual(["2026-09-15", "2026-09-22"]);
    expect(await readBlock(services, SCHOOL, block.id)).toEqual(block);
    const booking = await readBooking(services, SCHOOL, id);
    expect(countStatuses(booking)).toEqual({ confirmed: 7, displaced: 2, excluded: 1 });
    expect(booking).toMatchObject({ status: "approved", revision: 4 });
    expect(booking.occurrences[1]?.denials).toEqual([
      {
        code: "DISPLACED",
        message: {
          cy: "Mae angen y lle ar yr ysgol ar gyfer arholiadau.",
          en: "The school needs the space for examinations.",
        },
        details: { block: block.id, kind: "examination" },
      },
    ]);
    const events = await readEvents(services, SCHOOL, 3, 100);
    expect(events.map(({ type, ordinal }) => [ordinal, type])).toEqual([
      [0, "block.created"],
      [1, "occurrence.displaced"],
      [2, "occurrence.displaced"],
    ]);
    expect(events[1]?.data).toEqual({
      booking: id,
      hirer,
      date: "2026-09-15",
      block: block.id,
      kind: "examination",
    });
    expect(await checkLedger(services.store)).toEqual([]);
  });

  it("denies dates of requests that hold their time", async () => {
    const { services, request, events } = await bookedSchool();
    const { id } = await request();
    const block = await createBlock(services, SCHOOL, "key:key_s", examinations, {
      displace: true,
    });
    const booking = await readBooking(services, SCHOOL, id);
    expect(countStatuses(booking)).toEqual({ requested: 7, denied: 2, excluded: 1 });
    expect(booking.occurrences[1]?.denials).toMatchObject([
      { code: "BLOCKED", details: { start: block.dates[1]?.start, leaf: "sports-hall-court-1" } },
    ]);
    expect(await events(2)).toEqual(["block.created", "occurrence.denied", "occurrence.denied"]);
    expect(await checkLedger(services.store)).toEqual([]);
  });

  it("passes over requests that hold nothing", async () => {
    const { services, request } = await bookedSchool({
      schools: [schoolLike(SCHOOL, { requestsHold: false })],
    });
    await request();
    const block = await createBlock(services, SCHOOL, "key:key_s", examinations, {
      displace: false,
    });
    expect(block.displaced).toEqual([]);
    expect(await checkLedger(services.store)).toEqual([]);
  });

  it("displaces several bookings of several hirers at once, and never those beside them", async () => {
    const { services, approved } = await bookedSchool();
    const bookings = [
      await approved({ space: "sports-hall-court-1" }),
      await approved({ space: "sports-hall-b" }),
      await approved({ space: "community-room" }),
    ];
    const block = await createBlock(services, SCHOOL, "key:key_s", examinations, {
      displace: true,
    });
    expect(block.displaced).toHaveLength(4);
    const room = await readBooking(services, SCHOOL, bookings[2]?.id ?? "");
    expect(room).toEqual(bookings[2]);
    expect(await checkLedger(services.store)).toEqual([]);
  });

  it("gives way to no block, and displaces none", async () => {
    const { services } = await bookedSchool();
    const { id } = await createBlock(services, SCHOOL, "key:key_s", examinations, {
      displace: true,
    });
    const within = { ...examinations, space: "sports-hall-court-4", first: "2026-09-25" };
    await expect(
      createBlock(services, SCHOOL, "key:key_s", within, { displace: true }),
    ).rejects.toMatchObject({
      code: "BLOCK_OVERLAPS",
      extensions: { preview: { overlaps: [id] } },
    });
    const after = { ...within, first: "2026-09-26", last: "2026-09-26" };
    await createBlock(services, SCHOOL, "key:key_s", after, { displace: true });
    expect(await checkLedger(services.store)).toEqual([]);
  });

  it("blocks from this minute on, leaves what is over alone and displaces what runs", async () => {
    const { services, approved } = await bookedSchool();
    const { id } = await approved({ space: "main-hall" });
    const evening = await approved({ space: "main-hall", startTime: "20:00", endTime: "21:00" });
    const today = { ...examinations, space: "main-hall", first: "2026-09-08", last: "2026-09-08" };
    // The first booking ended at 19:30; the hall is being cleared until 20:00.
    services.clock.set(Date.UTC(2026, 8, 8, 18, 40, 30));
    const preview = await previewBlock(services, SCHOOL, today);
    expect(preview.dates).toMatchObject([{ startTime: "20:00", endTime: "24:00" }]);
    expect(preview.displaces.map(({ booking }) => booking)).toEqual([evening.id]);
    services.clock.set(Date.UTC(2026, 8, 8, 19, 20, 30));
    const block = await createBlock(services, SCHOOL, "key:key_s", today, { displace: true });
    expect(block.dates).toMatchObject([
      { startTime: "20:20", start: Date.UTC(2026, 8, 8, 19, 20) },
    ]);
    expect(block.displaced.map(({ booking }) => booking)).toEqual([evening.id]);
    expect((await readBooking(services, SCHOOL, id)).occurrences[0]?.status).toBe("confirmed");
    expect(await checkLedger(services.store)).toEqual([]);
  });
});

describe("removeBlock", () => {
  it("frees the time, and keeps the record and what it displaced", async () => {
    const { services, approved, events } = await bookedSchool();
    const { id, request } = await approved();
    const block = await createBlock(services, SCHOOL, "key:key_s", examinations, {
      displace: true,
    });
    const removed = await removeBlock(services, SCHOOL, "key:key_s", block.id);
    expect(removed).toEqual({ ...block, removedAt: services.clock.now(), revision: 5 });
    expect(await readBlock(services, SCHOOL, block.id)).toEqual(removed);
    expect(await events(4)).toEqual(["block.removed"]);
    expect(countStatuses(await readBooking(services, SCHOOL, id))).toMatchObject({ displaced: 2 });
    expect((await previewBooking(services, SCHOOL, request)).summary.bookable).toBe(2);
    expect(await checkLedger(services.store)).toEqual([]);
    await expect(removeBlock(services, SCHOOL, "key:key_s", block.id)).rejects.toMatchObject({
      code: "TRANSITION_REFUSED",
    });
    await expect(removeBlock(services, SCHOOL, "key:key_s", "blk_x")).rejects.toMatchObject({
      code: "BLOCK_UNKNOWN",
    });
  });
});

describe("listBlocks", () => {
  it("lists the blocks that stand, the newest first, by dates and page by page", async () => {
    const { services } = await bookedSchool();
    const ids: string[] = [];
    for (const day of ["2026-09-14", "2026-09-16", "2026-09-18", "2026-09-20"]) {
      services.clock.advance(1);
      const request = { ...examinations, first: day, last: day };
      ids.unshift((await createBlock(services, SCHOOL, "system", request, { displace: false })).id);
    }
    await removeBlock(services, SCHOOL, "system", ids[0] ?? "");
    const list = async (filter: object) => {
      const { items, next } = await listBlocks(services, SCHOOL, { limit: 100, ...filter });
      return { next, found: items.map(({ id }) => ids.indexOf(id)) };
    };
    expect((await list({})).found).toEqual([1, 2, 3]);
    expect((await list({ from: "2026-09-16", to: "2026-09-18" })).found).toEqual([2]);
    const first = await list({ limit: 2 });
    expect(first.found).toEqual([1, 2]);
    expect(await list({ limit: 2, after: first.next })).toEqual({ found: [3], next: undefined });
  });
});
