import type { FirstTariff } from "../src/index.ts";

/** Illustrative prices: a hall, dearer late, cheaper for juniors; a fee for a season, terms of cancellation. */
export const exampleTariff: FirstTariff = {
  validFrom: "2026-04-01",
  tariff: {
    currency: "GBP",
    rates: [
      {
        id: "junior-hall",
        name: { cy: "Neuadd, ieuenctid", en: "Hall, junior" },
        pencePerHour: 1200,
        when: { spaceKinds: ["schoolHall", "sportsHall"], age: "junior" },
      },
      {
        id: "hall",
        name: { cy: "Neuadd", en: "Hall" },
        pencePerHour: 2000,
        when: { spaceKinds: ["schoolHall", "sportsHall"] },
      },
      { id: "room", name: { cy: "Ystafell", en: "Room" }, pencePerHour: 900 },
    ],
    supplements: [
      {
        id: "late",
        name: { cy: "Gofalwr ar ôl 8yh", en: "Caretaker after 8pm" },
        pence: 1000,
        per: "hour",
        when: { hours: { start: "20:00", end: "24:00" } },
      },
    ],
    fees: [
      {
        id: "season",
        name: { cy: "Gweinyddu'r tymor", en: "Administration of the season" },
        pence: 1500,
        kind: "fee",
        bookings: "series",
      },
      {
        id: "keys",
        name: { cy: "Blaendal allweddi", en: "Deposit for keys" },
        pence: 5000,
        kind: "deposit",
        bookings: "single",
      },
    ],
    cancellation: [
      { noticeDays: 28, sharePercent: 0 },
      { noticeDays: 7, sharePercent: 50 },
    ],
    invoicing: {
      payee: "Ysgol y Prawf",
      address: ["Stryd yr Ysgol", "Glynebwy"],
      paymentDays: 30,
      payment: { cy: "Talwch drwy BACS.", en: "Pay by BACS." },
    },
  },
};
