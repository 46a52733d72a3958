import { openTestHost, type TestHost } from "@neuadd/plugin-kit/testing";
import { afterEach, describe, expect, it } from "vitest";
import { type Tariff, tariffs, type TariffsApi } from "../src/index.ts";
import { exampleTariff } from "./example-tariff.ts";

const SCHOOL = "ysgol-y-prawf";
/** A Tuesday in term. */
const evening = { date: "2026-09-08", startTime: "19:00", endTime: "21:00", space: "main-hall" };

const open: TestHost[] = [];
afterEach(async () => {
  for (const host of open.splice(0)) await host.close();
});

async function start(given: Partial<Tariff> = {}): Promise<TestHost<TariffsApi>> {
  const tariff = { ...exampleTariff.tariff, ...given };
  const host = await openTestHost(
    tariffs({ firstTariffs: { [SCHOOL]: { ...exampleTariff, tariff } } }),
  );
  open.push(host);
  return host;
}

describe("the prices that anyone may know", () => {
  it("are those of a booking by itself: hours and supplements, no deposit, no fee for a season", async () => {
    const { api } = await start();
    expect(await api.openPrices(SCHOOL, [evening])).toEqual([
      [
        { amountPence: 2 * 2000 + 1000, currency: "GBP" },
        { amountPence: 2 * 1200 + 1000, currency: "GBP", maximumAge: 16 },
      ],
    ]);
  });

  it.each([
    ["adults", {}, 0],
    ["young people", { purpose: { elements: [], audience: ["5-10", "11-16"] } }, 1],
  ] as const)(
    "are what a preview asks an individual for, but for the deposit: %s",
    async (_who, asked, index) => {
      const host = await start();
      const { date: first, ...place } = evening;
      const request = { title: "Parti", activity: "party" as const, first, ...place, ...asked };
      const lines = await host.quote({ ...request, hirer: "hir_unigolyn" });
      const total = lines.reduce((sum, { amountPence }) => sum + amountPence, 0);
      const [prices] = await host.api.openPrices(SCHOOL, [evening]);
      expect(prices?.[index]?.amountPence).toBe(total - 5000);
    },
  );

  it("have minimums and fees for a booking of one date in them", async () => {
    const { api } = await start({
      minimums: [{ id: "least", name: { cy: "Lleiaf", en: "Least" }, least: { pence: 2500 } }],
      fees: [{ id: "one", name: { cy: "Ffi", en: "Fee" }, pence: 300, kind: "fee" }],
    });
    const hour = { ...evening, startTime: "18:00", endTime: "19:00", space: "community-room" };
    expect(await api.openPrices(SCHOOL, [hour])).toEqual([
      [{ amountPence: 2500 + 300, currency: "GBP" }],
    ]);
  });

  it("stand in the order of the places, and are one where juniors pay as adults do", async () => {
    const { api } = await start();
    const room = { ...evening, space: "community-room" };
    const prices = await api.openPrices(SCHOOL, [room, evening, room]);
    expect(prices.map((each) => each.length)).toEqual([1, 2, 1]);
  });

  it("are not those of clubs or businesses, and none where the list has prices for these alone", async () => {
    const [, hall] = exampleTariff.tariff.rates;
    if (!hall) throw new Error("The example has a rate for halls.");
    const forClubs = {
      ...hall,
      id: "clubs",
      pencePerHour: 100,
      when: { categories: ["club"] },
    } as const;
    const { api } = await start({
      rates: [forClubs, { ...hall, when: { spaces: ["main-hall"] } }],
    });
    const room = { ...evening, space: "community-room" };
    expect(await api.openPrices(SCHOOL, [evening, room])).toEqual([
      [{ amountPence: 5000, currency: "GBP" }],
      [],
    ]);
  });

  it("are of juniors alone where the list has no price for others", async () => {
    const [junior] = exampleTariff.tariff.rates;
    if (!junior) throw new Error("The example has a rate for juniors.");
    const { api } = await start({ rates: [junior] });
    expect(await api.openPrices(SCHOOL, [evening])).toEqual([
      [{ amountPence: 3400, currency: "GBP", maximumAge: 16 }],
    ]);
  });

  it("are those of the version that prices the date, and none before the first", async () => {
    const host = await start();
    const [, hall] = exampleTariff.tariff.rates;
    if (!hall) throw new Error("The example has a rate for halls.");
    const body = {
      validFrom: "2026-09-15",
      tariff: { currency: "GBP", rates: [{ ...hall, pencePerHour: 2200 }] },
    };
    const entered = await host.request(`/schools/${SCHOOL}/tariff/versions`, {
      method: "POST",
      as: "school",
      body,
    });
    expect(entered.status).toBe(201);
    const dates = ["2026-03-31", "2026-09-14", "2026-09-15"];
    const prices = await host.api.openPrices(
      SCHOOL,
      dates.map((date) => ({ ...evening, date })),
    );
    expect(prices.map(([adult]) => adult?.amountPence)).toEqual([undefined, 5000, 4400]);
  });

  it("are empty for a space or a school that is not there, and for one without prices", async () => {
    const { api } = await start();
    const nowhere = { ...evening, space: "swimming-pool" };
    expect(await api.openPrices(SCHOOL, [nowhere, evening])).toMatchObject([[], [{}, {}]]);
    expect(await api.openPrices("ysgol-arall", [evening])).toEqual([[]]);
    expect(await api.openPrices("nowhere", [evening, evening])).toEqual([[], []]);
  });
});
