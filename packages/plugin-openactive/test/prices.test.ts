import { openTestHost, type TestHost } from "@neuadd/plugin-kit/testing";
import { beforeEach, describe, expect, it } from "vitest";
import { openActive, type OpenActiveApi, type Publication } from "../src/index.ts";
import { publication, SCHOOL } from "./published-school.ts";
import { type ScriptedPrices, scriptedPrices } from "./scripted-prices.ts";
import { apply, readFeed, walkPages } from "./walk-feed.ts";

const FEED = "facility-use-slots";
const { prices: _own, ...withoutPrices } = publication;
const MAIN_HALL = "main-hall.2026-09-08.1800";

let source: ScriptedPrices;
let host: TestHost<OpenActiveApi>;

beforeEach(async () => {
  source = scriptedPrices();
  host = await openTestHost(openActive({ daysAhead: 21, pricesFrom: "prices" }), {
    apis: { prices: source },
  });
  return () => host.close();
});

async function offersOf(slot: string): Promise<unknown> {
  return (await readFeed(host, FEED)).get(slot)?.["offers"];
}

async function spacesWithSlots(): Promise<Set<string | undefined>> {
  return new Set([...(await readFeed(host, FEED)).keys()].map((id) => id.split(".")[0]));
}

describe("prices that another plugin knows", () => {
  it("stand in an Offer each, with the age that one is for", async () => {
    await host.api.publish(SCHOOL, withoutPrices);
    const slot = `https://neuadd.test/v1/x/openactive/schools/${SCHOOL}/slots/${MAIN_HALL}`;
    const offer = { "@type": "Offer", priceCurrency: "GBP", url: "https://neuadd.test" };
    expect(await offersOf(MAIN_HALL)).toEqual([
      { ...offer, "@id": `${slot}#offer`, name: "Llogi / Hire", price: 20 },
      {
        ...offer,
        "@id": `${slot}#offer-to-16`,
        name: "Llogi i bobl ifanc hyd at 16 oed / Hire for young people up to 16",
        price: 12.5,
        ageRestriction: { "@type": "QuantitativeValue", maxValue: 16 },
      },
    ]);
  });

  it("are asked for the times of the slot, in the currency of the price list", async () => {
    source.pricesOf = ({ startTime, endTime }) =>
      startTime === "18:00" && endTime === "19:00" ? [{ amountPence: 1, currency: "EUR" }] : [];
    await host.api.publish(SCHOOL, withoutPrices);
    expect(await offersOf(MAIN_HALL)).toMatchObject([{ price: 0.01, priceCurrency: "EUR" }]);
    const slots = [...(await readFeed(host, FEED)).keys()];
    expect(slots.every((id) => id.endsWith(".1800"))).toBe(true);
  });

  it("keep a slot out of the feed where none is known, unless the school has said one itself", async () => {
    source.pricesOf = ({ space }) =>
      space === "main-hall" ? [{ amountPence: 2000, currency: "GBP" }] : [];
    await host.api.publish(SCHOOL, withoutPrices);
    expect(await spacesWithSlots()).toEqual(new Set(["main-hall"]));
    expect([...(await readFeed(host, "facility-uses")).keys()]).toContain("community-room");

    await host.api.publish(SCHOOL, { ...withoutPrices, prices: { pencePerHour: 900 } });
    expect(await spacesWithSlots()).toEqual(
      new Set(["main-hall", "sports-hall", "community-room"]),
    );
    expect(await offersOf(MAIN_HALL)).toMatchObject([{ price: 20 }]);
    expect(await offersOf("community-room.2026-09-08.1800")).toMatchObject([{ price: 9 }]);
  });

  it("reach a reader with the next refresh when they have changed, in order, and no slot besides", async () => {
    await host.api.publish(SCHOOL, withoutPrices);
    const mirror = new Map<string, Record<string, unknown>>();
    const first = await walkPages(host, FEED);
    for (const { items } of first) apply(items, mirror);
    const usual = source.pricesOf;
    source.pricesOf = (place) => {
      if (place.space === "community-room") return [];
      return place.space === "main-hall" ? [{ amountPence: 2200, currency: "GBP" }] : usual(place);
    };
    await host.runJob("move-on");
    const end = (first.at(-1)?.next ?? "").slice(`${host.host.publicUrl}/v1/x/openactive`.length);
    const since = (await walkPages(host, FEED, end)).flatMap(({ items }) => items);
    const changed = new Set(since.map(({ id, state }) => `${id.split(".")[0]} ${state}`));
    expect(changed).toEqual(new Set(["main-hall updated", "community-room deleted"]));
    const numbers = since.map(({ modified }) => modified);
    expect(numbers).toEqual([...new Set(numbers)].toSorted((one, other) => one - other));
    apply(since, mirror);
    expect(mirror).toEqual(await readFeed(host, FEED));
    expect(await offersOf(MAIN_HALL)).toMatchObject([{ price: 22 }]);
  });

  it("stay as they are when a slot is taken: they tell nothing of who has", async () => {
    await host.api.publish(SCHOOL, withoutPrices);
    const before = await offersOf(MAIN_HALL);
    const { id } = await host.ledger().request({
      hirer: "hir_busnes",
      title: "Dance show",
      activity: "dance",
      space: "main-hall",
      first: "2026-09-08",
      startTime: "18:00",
      endTime: "20:00",
    });
    await host.ledger().approve(id);
    await host.deliver();
    expect((await readFeed(host, FEED)).get(MAIN_HALL)?.["remainingUses"]).toBe(0);
    expect(await offersOf(MAIN_HALL)).toEqual(before);
  });
});

describe("a publication without prices", () => {
  it("is refused where no plugin is named to take them from", async () => {
    const alone = await openTestHost(openActive());
    const put = (body: Publication) =>
      alone.request(`/schools/${SCHOOL}/publication`, {
        method: "PUT",
        body,
        as: "school",
        language: "cy",
      });
    const answer = await put(withoutPrices);
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({
      code: "openactive/PRICES_MISSING",
      title: "Nid oes prisiau i'w cyhoeddi",
    });
    expect((await put(publication)).status).toBe(204);
    await alone.close();
  });
});
