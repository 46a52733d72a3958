import {
  openTestHost,
  otherTestSchool,
  testSchool,
  type TestHost,
} from "@neuadd/plugin-kit/testing";
import { beforeEach, describe, expect, it } from "vitest";
import { FEED_KINDS, FEED_NAMES } from "../src/feeds.ts";
import { openActive, type OpenActiveApi } from "../src/index.ts";
import { publication, SCHOOL } from "./published-school.ts";
import { apply, readFeed, walkPages } from "./walk-feed.ts";

const DAY = 86_400_000;

let host: TestHost<OpenActiveApi>;

beforeEach(async () => {
  host = await openTestHost(openActive({ daysAhead: 21 }));
  await host.api.publish(SCHOOL, publication);
  return () => host.close();
});

const tuesday = {
  hirer: "hir_clwb",
  title: "Noson y clwb badminton",
  activity: "badminton",
  space: "sports-hall-a",
  first: "2026-09-08",
  startTime: "18:00",
  endTime: "19:30",
};

async function usesLeft(feed: "facility-use-slots" | "individual-facility-use-slots", id: string) {
  return (await readFeed(host, feed)).get(id)?.["remainingUses"];
}

async function lastChange(): Promise<number> {
  const pages = await Promise.all(FEED_NAMES.map((feed) => walkPages(host, feed)));
  return Math.max(...pages.flat().flatMap(({ items }) => items.map(({ modified }) => modified)));
}

describe("the feeds of a school", () => {
  it("hold each space once: those at the root, and their parts, which belong to them", async () => {
    const roots = await readFeed(host, "facility-uses");
    expect([...roots.keys()].toSorted()).toEqual(["community-room", "main-hall", "sports-hall"]);
    expect(roots.get("main-hall")).toMatchObject({
      "@type": "FacilityUse",
      name: "Prif neuadd / Main hall",
      facilityType: [{ prefLabel: "School Hall" }],
      provider: { name: "Ysgol y Prawf", taxMode: "https://openactive.io/TaxNet" },
      location: { "@type": "Place", address: { postalCode: "NP23 4XX", addressCountry: "GB" } },
    });
    const parts = await readFeed(host, "individual-facility-uses");
    const { "@context": _context, ...whole } = roots.get("sports-hall") ?? {};
    expect(parts.get("sports-hall-a")?.["aggregateFacilityUse"]).toEqual(whole);
  });

  it("hold the slots of the coming days in the school's own time, with a price and what is left", async () => {
    const slots = await readFeed(host, "facility-use-slots");
    expect(slots.get("main-hall.2026-09-08.1700")).toMatchObject({
      "@type": "Slot",
      facilityUse:
        "https://neuadd.test/v1/x/openactive/schools/ysgol-y-prawf/facility-uses/main-hall",
      startDate: "2026-09-08T17:00:00+01:00",
      endDate: "2026-09-08T18:00:00+01:00",
      duration: "PT1H",
      remainingUses: 1,
      maximumUses: 1,
      offers: [{ price: 25, priceCurrency: "GBP" }],
    });
    expect(slots.get("community-room.2026-09-08.1700")).toMatchObject({ offers: [{ price: 0 }] });
    const dates = [...slots.keys()].map((id) => id.split(".")[1] ?? "").toSorted();
    expect([dates[0], dates.at(-1)]).toEqual(["2026-08-24", "2026-09-13"]);
  });

  it("tell that a slot is taken, of the space, its parts and its whole, and never by whom", async () => {
    const { id } = await host.ledger().request(tuesday);
    await host.ledger().approve(id);
    await host.deliver();
    expect(await usesLeft("individual-facility-use-slots", "sports-hall-a.2026-09-08.1800")).toBe(
      0,
    );
    expect(await usesLeft("individual-facility-use-slots", "sports-hall-a.2026-09-08.1900")).toBe(
      0,
    );
    expect(await usesLeft("individual-facility-use-slots", "sports-hall-a.2026-09-08.2000")).toBe(
      1,
    );
    expect(await usesLeft("individual-facility-use-slots", "sports-hall-b.2026-09-08.1800")).toBe(
      1,
    );
    expect(await usesLeft("facility-use-slots", "sports-hall.2026-09-08.1800")).toBe(0);
    const everything = JSON.stringify(
      await Promise.all(FEED_NAMES.map((feed) => walkPages(host, feed))),
    );
    for (const { name, contact } of host.hirers) {
      for (const text of [name, contact.name, contact.email, tuesday.title, "hir_", id]) {
        expect(everything).not.toContain(text);
      }
    }
    host.ledger().cancel(id);
    await host.deliver();
    expect(await usesLeft("facility-use-slots", "sports-hall.2026-09-08.1800")).toBe(1);
  });

  it("give a reader who comes back what has changed since, and nothing else", async () => {
    const mirror = new Map<string, Record<string, unknown>>();
    const first = await walkPages(host, "facility-use-slots");
    for (const { items } of first) apply(items, mirror);
    const end = first.at(-1)?.next ?? "";
    host.ledger().block({
      space: "community-room",
      kind: "schoolUse",
      first: "2026-09-09",
      startTime: "18:00",
      endTime: "20:00",
    });
    await host.deliver();
    const path = end.slice(`${host.host.publicUrl}/v1/x/openactive`.length);
    const since = await walkPages(host, "facility-use-slots", path);
    const items = since.flatMap((page) => page.items);
    expect(items.map(({ id }) => id)).toEqual([
      "community-room.2026-09-09.1800",
      "community-room.2026-09-09.1900",
    ]);
    apply(items, mirror);
    expect(mirror).toEqual(await readFeed(host, "facility-use-slots"));
  });

  it("hold each record once, in the order of strictly growing change numbers, 500 on a page", async () => {
    await host.api.publish(SCHOOL, { ...publication, slotMinutes: 30 });
    const pages = await walkPages(host, "facility-use-slots");
    expect(pages.slice(0, -2).every(({ items }) => items.length === 500)).toBe(true);
    expect(pages.length).toBeGreaterThan(2);
    const items = pages.flatMap((page) => page.items);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    const numbers = items.map(({ modified }) => modified);
    expect(numbers).toEqual([...new Set(numbers)].toSorted((one, other) => one - other));
    expect(new Set(items.map(({ kind }) => kind))).toEqual(
      new Set([FEED_KINDS["facility-use-slots"]]),
    );
  });

  it("move on with the clock: what has begun is deleted, a new day comes, and deletions are forgotten after a week", async () => {
    const before = await readFeed(host, "facility-use-slots");
    host.setNow(host.host.now() + DAY);
    await host.runJob("move-on");
    const after = await readFeed(host, "facility-use-slots");
    expect([...before.keys()].some((id) => id.includes("2026-08-24"))).toBe(true);
    expect([...after.keys()].some((id) => id.includes("2026-08-24"))).toBe(false);
    expect([...after.keys()].some((id) => id.includes("2026-09-14"))).toBe(true);
    const deleted = async () =>
      (await walkPages(host, "facility-use-slots"))
        .flatMap(({ items }) => items)
        .filter(({ state, id }) => state === "deleted" && id.includes("2026-08-24"));
    expect((await deleted()).length).toBeGreaterThan(0);
    expect(await deleted()).toSatisfy((items: object[]) => items.every((one) => !("data" in one)));
    host.setNow(host.host.now() + 7 * DAY);
    await host.runJob("move-on");
    expect((await deleted()).length).toBeGreaterThan(0);
    host.setNow(host.host.now() + 2 * DAY);
    await host.runJob("move-on");
    expect(await deleted()).toEqual([]);
  });

  it("hold nothing free beyond the horizon of a space, until its day comes", async () => {
    await host.close();
    const [site] = testSchool.premises;
    if (site === undefined) throw new Error("The school has premises.");
    const premises = [{ ...site, terms: { ...site.terms, horizonDays: 14 } }];
    host = await openTestHost(openActive({ daysAhead: 21 }), {
      schools: [{ ...testSchool, premises }],
    });
    await host.api.publish(SCHOOL, publication);
    const uses = (date: string) => usesLeft("facility-use-slots", `community-room.${date}.1800`);
    expect([await uses("2026-09-07"), await uses("2026-09-08")]).toEqual([1, 0]);
    host.setNow(host.host.now() + DAY);
    await host.runJob("move-on");
    expect([await uses("2026-09-08"), await uses("2026-09-09")]).toEqual([1, 0]);
  });

  it("give no change a number that was given before, whatever is told again", async () => {
    const before = await lastChange();
    await host.runJob("move-on");
    await host.api.publish(SCHOOL, publication);
    await host.restart();
    await host.deliverAgain();
    expect(await lastChange()).toBe(before);
    await host.api.publish(SCHOOL, { ...publication, prices: { pencePerHour: 2600 } });
    expect(await lastChange()).toBeGreaterThan(before);
  });

  it("have no slot while the clocks change, and the right instants on either side", async () => {
    host.setNow(Date.UTC(2026, 9, 20, 8));
    await host.runJob("move-on");
    const slots = await readFeed(host, "facility-use-slots");
    expect(slots.get("main-hall.2026-10-24.1800")?.["startDate"]).toBe("2026-10-24T18:00:00+01:00");
    expect(slots.get("main-hall.2026-10-25.1800")?.["startDate"]).toBe("2026-10-25T18:00:00+00:00");
  });
});

describe("a school's own say", () => {
  const place = `/schools/${SCHOOL}/publication`;

  it("comes first: a school that has not said so publishes nothing", async () => {
    const { school } = otherTestSchool;
    for (const path of [`/schools/${school.id}`, `/schools/${school.id}/feeds/facility-uses`]) {
      const answer = await host.request(path, { language: "cy" });
      expect(answer.status).toBe(404);
      expect(await answer.json()).toMatchObject({
        code: "openactive/NOT_PUBLISHED",
        title: "Dim data agored",
      });
    }
  });

  it("is read and changed with its key, and refused with its faults", async () => {
    expect(await (await host.request(place, { as: "school" })).json()).toEqual(publication);
    const put = (body: unknown) => host.request(place, { method: "PUT", body, as: "school" });
    expect((await put({ ...publication, slotMinutes: 90 })).status).toBe(204);
    expect(
      (await readFeed(host, "facility-use-slots")).get("main-hall.2026-09-08.1830"),
    ).toBeDefined();
    expect((await put({ ...publication, prices: { pencePerHour: -1 } })).status).toBe(422);
    const organisation = { ...publication.organisation, name: "Ysgol\u202Ey Bryn" };
    expect((await put({ ...publication, organisation })).status).toBe(422);
    const elsewhere = { ...publication, places: { elsewhere: publication.places["main-site"] } };
    const answer = await put(elsewhere);
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({
      code: "openactive/PLACE_MISSING",
      premises: ["main-site"],
    });
  });

  it("can be taken back: every record is deleted, and its readers are told", async () => {
    const withdraw = () => host.request(place, { method: "DELETE", as: "authority" });
    expect((await withdraw()).status).toBe(204);
    for (const feed of FEED_NAMES) {
      const items = (await walkPages(host, feed)).flatMap((page) => page.items);
      expect(items.length).toBeGreaterThan(0);
      expect(items.every(({ state }) => state === "deleted")).toBe(true);
    }
    expect((await withdraw()).status).toBe(404);
    expect((await host.request(`/schools/${SCHOOL}`)).status).toBe(404);
    expect(await host.page("", "en")).toContain("No school");
    await host.api.publish(SCHOOL, publication);
    expect((await readFeed(host, "facility-uses")).size).toBe(3);
  });
});

describe("what a reader is told of a page", () => {
  it("is how long it stays right: an hour, but only seconds for the end of the feed", async () => {
    const path = `/schools/${SCHOOL}/feeds/facility-uses`;
    const page = await host.request(path);
    expect(page.headers.get("cache-control")).toBe("public, max-age=3600");
    expect(page.headers.get("access-control-allow-origin")).toBe("*");
    expect(page.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
    const end = `${path}?afterChangeNumber=${Number.MAX_SAFE_INTEGER}`;
    const last = await host.request(end);
    expect(last.headers.get("cache-control")).toBe("public, max-age=8");
    expect(await last.json()).toMatchObject({
      items: [],
      next: `https://neuadd.test/v1/x/openactive${end}`,
    });
    expect((await host.request(`${path}?afterChangeNumber=soon`)).status).toBe(400);
    expect((await host.request(`${path}s`)).status).toBe(400);
  });
});
