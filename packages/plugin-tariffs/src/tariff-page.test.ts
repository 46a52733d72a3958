import { openTestHost, TEST_START, type TestHost } from "@neuadd/plugin-kit/testing";
import { afterEach, describe, expect, it } from "vitest";
import type { Language } from "@neuadd/core";
import { tariffs } from "./tariffs.ts";
import type { Tariff } from "./tariff.ts";

const SCHOOL = "ysgol-y-prawf";
const tariff: Tariff = {
  currency: "GBP",
  rates: [{ id: "hall", name: { cy: "Neuadd", en: "Hall" }, pencePerHour: 2000 }],
  minimums: [
    { id: "any", name: { cy: "Unrhyw ddydd", en: "Any day" }, least: { pence: 2500 } },
    {
      id: "sunday",
      name: { cy: "Ar y Sul", en: "On Sundays" },
      least: { minutes: 120 },
      when: { weekdays: [7] },
    },
  ],
  supplements: [
    {
      id: "late",
      name: { cy: "Gofalwr hwyr", en: "Late caretaker" },
      pence: 1200,
      per: "hour",
      when: { hours: { start: "20:00", end: "24:00" } },
    },
    {
      id: "opening",
      name: { cy: "Agor yr ysgol", en: "Opening the school" },
      pence: 1800,
      per: "date",
      when: { dayKinds: ["weekend"] },
    },
  ],
  fees: [
    {
      id: "season",
      name: { cy: "Gweinyddu", en: "Administration" },
      pence: 1500,
      kind: "fee",
      bookings: "series",
      categories: ["club"],
    },
    { id: "keys", name: { cy: "Blaendal", en: "Deposit" }, pence: 5000, kind: "deposit" },
  ],
  rounding: { toPence: 50, direction: "up" },
  cancellation: [
    { noticeDays: 28, sharePercent: 0, bookings: "series" },
    { noticeDays: 2, sharePercent: 50 },
  ],
  invoicing: {
    payee: "Ysgol y Prawf",
    address: [],
    paymentDays: 30,
    payment: { cy: "Talwch drwy BACS.", en: "Pay by BACS." },
  },
};

const opened: TestHost[] = [];
afterEach(async () => {
  for (const host of opened.splice(0)) await host.close();
});

async function open(validFrom = "2026-04-01", given: Tariff = tariff): Promise<TestHost> {
  const host = await openTestHost(
    tariffs({ firstTariffs: { [SCHOOL]: { validFrom, tariff: given } } }),
  );
  opened.push(host);
  return host;
}

/** What stands in the cells of each row, and in each heading and item, in their order. */
async function shown(host: TestHost, language: Language): Promise<string[]> {
  const html = (await host.page("", language)).replaceAll(/\s+/g, " ");
  return [...html.matchAll(/<(tr|h[2-4]|li|p)>(.*?)<\/\1>/g)].map(([, , text = ""]) =>
    text
      .replaceAll(/<\/t[hd]>\s*<t[hd][^>]*>/g, " | ")
      .replaceAll("<br />", " | ")
      .replaceAll(/<[^>]+>/g, "")
      .replaceAll("&#39;", "'")
      .trim(),
  );
}

describe("the page of prices", () => {
  it("shows all that a hirer would pay, and what of it when a date is cancelled", async () => {
    expect((await shown(await open(), "en")).slice(1)).toEqual([
      "Trial School",
      "Prices from 1 April 2026",
      "What | Price, when and for whom",
      "Hire",
      "Hall | £20.00 an hour",
      "Minimum charges",
      "Any day | £25.00 a date",
      "On Sundays | the price of 2 hours | Sunday",
      "Supplements",
      "Late caretaker | £12.00 an hour | 8pm–midnight",
      "Opening the school | £18.00 a date | weekend",
      "For the booking as a whole",
      "Administration | £15.00 a booking | a booking of several dates; Club",
      "Deposit | £50.00 a booking, given back",
      "Sums of hours are rounded up, to £0.50.",
      "When a date is cancelled",
      "a booking of one date: 2 days or more ahead: 50% of the price of the date is charged",
      "a booking of one date: later than that: the whole price of the date is charged",
      "a booking of several dates: 28 days or more ahead: nothing is charged for the date",
      "a booking of several dates: 2 days or more ahead: 50% of the price of the date is charged",
      "a booking of several dates: later than that: the whole price of the date is charged",
      "when the school cancels: nothing is charged for the date",
      "fees for the booking as a whole are still charged, unless it is the school that cancels the last of its dates before any has taken place",
      "when no date is left: the deposit is given back",
      "Payment",
      "Invoiced, to be paid within 30 days. Pay by BACS.",
    ]);
  });

  it("says it in Welsh, with days mutated after their number", async () => {
    const lines = await shown(await open(), "cy");
    for (const line of [
      "Ar y Sul | pris 2 awr | dydd Sul",
      "Blaendal | £50.00 yr archeb, i'w ddychwelyd",
      "archeb am un dyddiad: 2 ddiwrnod neu fwy ymlaen llaw: codir 50% o bris y dyddiad",
      "archeb am sawl dyddiad: 28 diwrnod neu fwy ymlaen llaw: ni chodir dim am y dyddiad",
      "Anfonebir, i'w dalu cyn pen 30 diwrnod. Talwch drwy BACS.",
    ]) {
      expect(lines).toContain(line);
    }
  });

  it("says without terms of cancellation that all of it is charged, and no more than there is to say", async () => {
    const { currency, rates } = tariff;
    expect((await shown(await open("2026-04-01", { currency, rates }), "en")).slice(4)).toEqual([
      "Hire",
      "Hall | £20.00 an hour",
      "When a date is cancelled",
      "whatever notice is given: the whole price of the date is charged",
      "when the school cancels: nothing is charged for the date",
    ]);
  });

  it("shows the prices of now and those to come, each from its date, and none that are past", async () => {
    const host = await open();
    const enter = async (validFrom: string, pencePerHour: number) => {
      const rates = [{ id: "hall", name: { cy: "Neuadd", en: "Hall" }, pencePerHour }];
      const answer = await host.request(`/schools/${SCHOOL}/tariff/versions`, {
        method: "POST",
        as: "operator",
        body: { validFrom, tariff: { currency: "GBP", rates } },
      });
      expect(answer.status).toBe(201);
    };
    await enter("2027-01-01", 2100);
    await enter("2027-01-01", 2200);
    const prices = async () =>
      (await shown(host, "en")).filter((line) => /^Prices from|£.* an hour/.test(line));
    const ofNow = [
      "Prices from 1 April 2026",
      "Hall | £20.00 an hour",
      "Late caretaker | £12.00 an hour | 8pm–midnight",
    ];
    const toCome = ["Prices from 1 January 2027", "Hall | £22.00 an hour"];
    expect(await prices()).toEqual([...ofNow, ...toCome]);
    host.setNow(TEST_START + 365 * 86_400_000);
    expect(await prices()).toEqual(toCome);
  });

  it("shows a school whose first prices are still to come", async () => {
    expect(await shown(await open("2026-12-01"), "en")).toContain("Prices from 1 December 2026");
  });
});
