import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { defaultPlugins } from "../src/default-configuration.ts";
import { startEventDelivery, type EventDelivery } from "../src/plugins/event-delivery.ts";
import { makeApi, PUBLIC_URL, type TestApi } from "./fixtures/make-api.ts";
import { publication } from "./fixtures/publication.ts";
import { readFeed } from "./fixtures/read-feed.ts";
import { SCHOOL, START } from "./fixtures/school-definition.ts";

const HOUR = 3_600_000;
const place = `/v1/x/openactive/schools/${SCHOOL}`;

let api: TestApi;
let delivery: EventDelivery;

beforeEach(async () => {
  api = await makeApi({ plugins: defaultPlugins() });
  delivery = await startEventDelivery(api.services, api.plugins.listeners);
});

afterEach(async () => {
  await delivery.close();
  await api.plugins.close();
  await api.services.store.close();
});

/** 1 for each slot that the server would give to a hirer who asks for it now, else 0. */
async function previewed(slots: readonly string[]): Promise<[string, number][]> {
  const answers: [string, number][] = [];
  for (const id of slots) {
    const [space = "", first = "", start = ""] = id.split(".");
    const hour = Number(start.slice(0, 2));
    const body = {
      space,
      first,
      startTime: `${start.slice(0, 2)}:${start.slice(2)}`,
      endTime: `${`${hour + 1}`.padStart(2, "0")}:${start.slice(2)}`,
      title: "Slot",
      activity: "meeting",
    };
    const { json } = await api.call("POST bookings/preview", { as: "hirer", body });
    const [only] = (json as { occurrences: { denials: unknown[] }[] }).occurrences;
    answers.push([id, only?.denials.length === 0 ? 1 : 0]);
  }
  return answers;
}

/** Lets the listeners have what the ledger holds: closing waits for them. */
async function deliver(): Promise<void> {
  delivery.wake(SCHOOL);
  await delivery.close();
  delivery = await startEventDelivery(api.services, api.plugins.listeners);
}

describe("the open data of a school, on the real server", () => {
  it("is published with the school's key, and by nobody else's", async () => {
    for (const [as, status] of [
      ["none", 401],
      ["hirer", 403],
      ["otherSchool", 403],
      ["school", 204],
    ] as const) {
      const answer = await api.call(`PUT ${place}/publication`, { as, body: publication });
      expect([as, answer.status]).toEqual([as, status]);
    }
    const site = await api.call(`GET ${place}?lang=cy`);
    expect(site.headers.get("content-type")).toContain("text/html");
    expect(site.text).toContain('<html lang="cy">');
    expect((await api.call("GET /v1/x/openactive/catalogue")).at("dataset")).toEqual([
      `${PUBLIC_URL}${place}`,
    ]);
  });

  it("follows the ledger: a slot is taken with a booking, and free again without it", async () => {
    await api.call(`PUT ${place}/publication`, { as: "school", body: publication });
    // Slots reach four weeks ahead: the first Tuesday of the season is among them.
    const feed = `${place}/feeds/individual-facility-use-slots`;
    const before = await readFeed(api, feed);
    const booking = await api.approve(await api.book());
    await deliver();
    const since = await readFeed(api, before.end);
    const taken = since.items.filter(({ id }) => id.startsWith("sports-hall-a.2026-09-08"));
    expect(taken.map(({ id, data }) => [id, data?.["remainingUses"]])).toEqual([
      ["sports-hall-a.2026-09-08.1800", 0],
      ["sports-hall-a.2026-09-08.1900", 0],
    ]);
    expect(since.items.every(({ id }) => !id.startsWith("sports-hall-b"))).toBe(true);

    const headers = { "if-match": `"${booking.revision}"` };
    await api.call(`POST bookings/${booking.id}/cancel`, { as: "hirer", headers, body: {} });
    await deliver();
    const freed = await readFeed(api, since.end);
    expect(freed.items.map(({ id }) => id).toSorted()).toEqual(
      since.items.map(({ id }) => id).toSorted(),
    );
    expect(freed.items.every(({ data }) => data?.["remainingUses"] === 1)).toBe(true);
  });

  it("says that a slot is free exactly where a preview allows it, and takes it back when its notice has passed", async () => {
    await api.call(`PUT ${place}/publication`, { as: "school", body: publication });
    const feed = `${place}/feeds/facility-use-slots`;
    const { items, end } = await readFeed(api, feed);
    const told = new Map(items.map(({ id, data }) => [id, data?.["remainingUses"]]));
    const near = [...told.keys()].filter((id) => /^main-hall\.2026-08-2[4-6]/.test(id));
    expect(await previewed(near)).toEqual(near.map((id) => [id, told.get(id)]));
    expect(new Set(near.map((id) => told.get(id)))).toEqual(new Set([0, 1]));

    // The main hall asks for 48 hours.
    expect(told.get("main-hall.2026-08-26.0900")).toBe(1);
    api.services.clock.set(START + 0.25 * HOUR);
    await api.plugins.jobs
      .find(({ plugin }) => plugin === "openactive")
      ?.run(api.services.clock.now());
    const since = (await readFeed(api, end)).items.filter(({ state }) => state === "updated");
    expect(since.map(({ id, data }) => [id, data?.["remainingUses"]])).toEqual([
      ["main-hall.2026-08-26.0900", 0],
    ]);
    expect(await previewed(near)).toContainEqual(["main-hall.2026-08-26.0900", 0]);
  });

  it("gives change numbers in the order of commits, however many refresh at once", async () => {
    await api.call(`PUT ${place}/publication`, { as: "school", body: publication });
    const feed = `${place}/feeds/facility-use-slots`;
    const { end } = await readFeed(api, feed);
    const job = api.plugins.jobs.find(({ plugin }) => plugin === "openactive");
    api.services.clock.set(START + 3 * HOUR);
    await Promise.all(Array.from({ length: 8 }, async () => job?.run(api.services.clock.now())));
    const { items } = await readFeed(api, end);
    const numbers = items.map(({ modified }) => modified);
    expect(numbers).toEqual([...new Set(numbers)].toSorted((one, other) => one - other));
    // One refresh wrote them; the seven others found nothing left to do.
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    expect(items.length).toBeGreaterThan(0);
    // What has begun is gone; what is within its notice now is not free any more.
    expect(items.every(({ data }) => data === undefined || data["remainingUses"] === 0)).toBe(true);
    const last = numbers.at(-1) ?? 0;
    expect(last - (numbers[0] ?? 0)).toBeLessThan(items.length * 3);
  });
});
