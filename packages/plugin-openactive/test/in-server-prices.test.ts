import { validate } from "@openactive/data-model-validator";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { allPlugins } from "../../../apps/server/test/fixtures/all-plugins.ts";
import { makeApi, type TestApi } from "../../../apps/server/test/fixtures/make-api.ts";
import { type FeedReading, readFeed } from "../../../apps/server/test/fixtures/read-feed.ts";
import { SCHOOL } from "../../../apps/server/test/fixtures/school-definition.ts";
import { publication } from "./published-school.ts";

const AT = `/v1/x/openactive/schools/${SCHOOL}`;
const FEED = `${AT}/feeds/individual-facility-use-slots`;
const { prices: _own, ...withoutPrices } = publication;
const half = { cy: "Hanner y neuadd", en: "Half the hall" };
const EVENING = "sports-hall-a.2026-09-08.1800";

let api: TestApi;

beforeEach(async () => {
  api = await makeApi({ plugins: allPlugins() });
});

afterEach(async () => {
  await api.plugins.close();
  await api.services.store.close();
});

async function enterPrices(validFrom: string, pencePerHour: number): Promise<void> {
  const when = { spaceKinds: ["sportsHall"] };
  const body = {
    validFrom,
    tariff: {
      currency: "GBP",
      rates: [
        { id: "junior", name: half, pencePerHour: 1400, when: { ...when, age: "junior" } },
        { id: "half", name: half, pencePerHour, when },
      ],
      fees: [{ id: "deposit", name: half, pence: 10_000, kind: "deposit" }],
    },
  };
  const at = `/v1/x/tariffs/schools/${SCHOOL}/tariff/versions`;
  expect((await api.call(`POST ${at}`, { as: "school", body })).status).toBe(201);
}

function offersOf({ items }: FeedReading, slot: string): unknown {
  return items.find(({ id }) => id === slot)?.data?.["offers"];
}

describe("open data in a server that has the plugins of a new installation", () => {
  it("holds the prices of the school's price list, with those for young people, without the deposit", async () => {
    await enterPrices("2026-04-01", 2000);
    const put = await api.call(`PUT ${AT}/publication`, { as: "school", body: withoutPrices });
    expect(put.status).toBe(204);
    const feed = await readFeed(api, FEED);
    expect(offersOf(feed, EVENING)).toMatchObject([
      { price: 20, priceCurrency: "GBP" },
      { price: 14, priceCurrency: "GBP", ageRestriction: { maxValue: 16 } },
    ]);
    for (const { data } of feed.items.slice(0, 20)) {
      const findings = await validate(data);
      expect(findings.filter(({ severity }) => severity === "failure")).toEqual([]);
    }
    // The price list has no price for the main hall.
    const whole = await readFeed(api, `${AT}/feeds/facility-use-slots`);
    expect(new Set(whole.items.map(({ id }) => id.split(".")[0]))).toEqual(
      new Set(["sports-hall"]),
    );
  });

  it("tells new prices with the next refresh, of the dates that they are valid from", async () => {
    await enterPrices("2026-04-01", 2000);
    await api.call(`PUT ${AT}/publication`, { as: "school", body: withoutPrices });
    const before = await readFeed(api, FEED);
    await enterPrices("2026-09-08", 2200);
    const job = api.plugins.jobs.find(({ plugin }) => plugin === "openactive");
    await job?.run(api.services.clock.now());
    const since = await readFeed(api, before.end);
    expect(offersOf(since, EVENING)).toMatchObject([{ price: 22 }, { price: 14 }]);
    const dates = since.items.map(({ id }) => id.split(".")[1] ?? "").toSorted();
    expect(dates[0]).toBe("2026-09-08");
    const numbers = since.items.map(({ modified }) => modified);
    expect(numbers).toEqual([...new Set(numbers)].toSorted((one, other) => one - other));
    expect(numbers[0]).toBeGreaterThan(before.items.at(-1)?.modified ?? Infinity);
  });
});
