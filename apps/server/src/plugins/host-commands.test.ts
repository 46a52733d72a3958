import { definePlugin, type PluginHost } from "@neuadd/plugin-kit";
import { beforeEach, describe, expect, it } from "vitest";
import { makeApi, type TestApi } from "../../test/fixtures/make-api.ts";
import { SCHOOL } from "../../test/fixtures/school-definition.ts";

let api: TestApi;
let host: PluginHost;

beforeEach(async () => {
  const plugin = definePlugin({
    id: "diary",
    setup(given) {
      host = given;
      return {};
    },
  });
  api = await makeApi({ plugins: [plugin] });
  return () => api.services.store.close();
});

const concert = {
  space: "sports-hall",
  kind: "schoolUse",
  first: "2026-09-08",
  startTime: "18:30",
  endTime: "21:00",
  reason: { cy: "Cyngerdd", en: "Concert" },
} as const;

describe("what a plugin may do to a ledger", () => {
  it("is to block a space, which the ledger says it did, and to give back what it took", async () => {
    const outcome = await host.commands.block(SCHOOL, concert);
    expect(outcome.block).toMatchObject({ space: "sports-hall", createdBy: "plugin:diary" });
    expect(api.services.announced.at(-1)).toBe(SCHOOL);
    const { items } = await host.reads.blocks(SCHOOL, { from: "2026-09-08", to: "2026-09-09" });
    expect(items).toEqual([outcome.block]);
    const [event] = (await host.reads.events(SCHOOL, 1)).slice(-1);
    expect(event).toMatchObject({ type: "block.created", actor: "plugin:diary" });

    const id = outcome.block?.id ?? "";
    expect(await host.commands.unblock(SCHOOL, id)).toBe(true);
    expect(await host.commands.unblock(SCHOOL, id)).toBe(false);
    expect(await host.reads.blocks(SCHOOL)).toEqual({ items: [] });
  });

  it("is not to displace bookings or other blocks: it is told what is in the way, and nothing is written", async () => {
    const booking = await api.approve(await api.book());
    const revision = await host.reads.revision(SCHOOL);
    expect(await host.commands.block(SCHOOL, concert)).toEqual({
      bookings: [{ booking: booking.id, date: "2026-09-08" }],
      blocks: [],
    });
    expect(await host.reads.revision(SCHOOL)).toBe(revision);
    const elsewhere = { ...concert, space: "main-hall" };
    const { block } = await host.commands.block(SCHOOL, elsewhere);
    expect(await host.commands.block(SCHOOL, elsewhere)).toEqual({
      bookings: [],
      blocks: [block?.id],
    });
  });

  it("is not to remove what a person blocked", async () => {
    const made = await api.call("POST blocks", {
      as: "school",
      body: concert,
      headers: { "idempotency-key": "concert" },
    });
    expect(made.status).toBe(201);
    const id = String(made.at("id"));
    expect(await host.commands.unblock(SCHOOL, id)).toBe(false);
    expect((await host.reads.blocks(SCHOOL)).items).toHaveLength(1);
    expect(await host.commands.unblock("nowhere", id)).toBe(false);
  });

  it("fails for a request that contradicts itself, and for a school that is not there", async () => {
    const unknown = { ...concert, space: "swimming-pool" };
    await expect(host.commands.block(SCHOOL, unknown)).rejects.toMatchObject({
      code: "SPACE_UNKNOWN",
    });
    await expect(host.commands.block("nowhere", concert)).rejects.toMatchObject({
      code: "SCHOOL_UNKNOWN",
    });
  });
});

describe("what a plugin may read", () => {
  it("is bookings with all their dates, page by page, of one hirer, status, space and time", async () => {
    const first = await api.book();
    api.services.clock.advance(1000);
    const second = await api.approve(await api.book({ space: "sports-hall-b" }));
    const { items, next } = await host.reads.bookings(SCHOOL, {}, { limit: 1 });
    expect(items).toMatchObject([{ id: second.id, hirer: api.hirer.id, status: "approved" }]);
    expect(items[0]?.occurrences).toHaveLength(10);
    const rest = await host.reads.bookings(SCHOOL, {}, { after: next ?? "" });
    expect(rest).toMatchObject({ items: [{ id: first.id }] });
    expect(rest.next).toBeUndefined();
    for (const wanted of [
      { status: "approved" },
      { space: "sports-hall-b" },
      { hirer: api.hirer.id, status: "approved", from: "2026-11-01" },
    ] as const) {
      expect((await host.reads.bookings(SCHOOL, wanted)).items).toMatchObject([{ id: second.id }]);
    }
    expect((await host.reads.bookings(SCHOOL, { to: "2026-09-08" })).items).toEqual([]);
    expect(await host.reads.booking(SCHOOL, first.id)).toEqual(first);
  });

  it("is hirers, those of a school apart, and availability for all spaces at once", async () => {
    await api.book();
    expect(await host.reads.hirer(api.otherHirer.id)).toMatchObject({ name: "Côr y Cwm" });
    expect((await host.reads.hirers(SCHOOL)).items).toMatchObject([{ id: api.hirer.id }]);
    const days = await host.reads.availability(
      SCHOOL,
      ["sports-hall-a", "main-hall"],
      "2026-09-08",
      "2026-09-09",
    );
    expect(days?.get("sports-hall-a")?.[0]?.free).toEqual([
      { start: "17:00", end: "18:00" },
      { start: "19:30", end: "22:00" },
    ]);
    expect(days?.get("main-hall")?.[0]?.free).toEqual([{ start: "17:00", end: "22:00" }]);
  });

  it("is nothing, rather than an error, of what is not there", async () => {
    const { reads } = host;
    expect(await reads.school("nowhere")).toBeUndefined();
    expect(await reads.revision("nowhere")).toBeUndefined();
    expect(await reads.booking(SCHOOL, "bok_none")).toBeUndefined();
    expect(await reads.hirer("hir_none")).toBeUndefined();
    expect(await reads.bookings("nowhere")).toEqual({ items: [] });
    expect(await reads.blocks("nowhere")).toEqual({ items: [] });
    expect(await reads.hirers("nowhere")).toEqual({ items: [] });
    expect(await reads.events("nowhere", 0)).toEqual([]);
    expect(await reads.availability("nowhere", [], "2026-09-08", "2026-09-09")).toBeUndefined();
  });
});
