import type { FirstTariff } from "@neuadd/plugin-tariffs";

/**
 * What the demonstration's school charges. ILLUSTRATIVE: made up to show how prices are written, not taken from
 * any school.
 */
export const illustrativePrices: Readonly<Record<string, FirstTariff>> = {
  "brynmawr-foundation": {
    validFrom: "2026-04-01",
    tariff: {
      currency: "GBP",
      rates: [
        {
          id: "court",
          name: { cy: "Cwrt badminton", en: "Badminton court" },
          pencePerHour: 900,
          when: { spaceKinds: ["badmintonCourt"] },
        },
        {
          id: "half-hall-junior",
          name: { cy: "Hanner y neuadd chwaraeon, ieuenctid", en: "Half the sports hall, junior" },
          pencePerHour: 1400,
          when: { spaces: ["sports-hall-a", "sports-hall-b"], age: "junior" },
        },
        {
          id: "half-hall",
          name: { cy: "Hanner y neuadd chwaraeon", en: "Half the sports hall" },
          pencePerHour: 2000,
          when: { spaces: ["sports-hall-a", "sports-hall-b"] },
        },
        {
          id: "hall-business",
          name: { cy: "Neuadd, busnes", en: "Hall, business" },
          pencePerHour: 5400,
          when: { spaceKinds: ["sportsHall", "schoolHall"], categories: ["commercial"] },
        },
        {
          id: "hall",
          name: { cy: "Neuadd", en: "Hall" },
          pencePerHour: 3600,
          when: { spaceKinds: ["sportsHall", "schoolHall"] },
        },
        {
          id: "outdoors",
          name: { cy: "Cyfleusterau awyr agored", en: "Outdoor facilities" },
          pencePerHour: 2600,
          when: { spaceKinds: ["athleticsTrack", "footballPitch", "multiUseGamesArea"] },
        },
        { id: "room", name: { cy: "Ystafell", en: "Room" }, pencePerHour: 1000 },
      ],
      minimums: [
        {
          id: "any-day",
          name: { cy: "Tâl lleiaf", en: "Minimum charge" },
          least: { pence: 1000 },
        },
        {
          id: "sunday",
          name: { cy: "Tâl lleiaf ar y Sul", en: "Minimum on Sundays" },
          least: { minutes: 120 },
          when: { weekdays: [7] },
        },
      ],
      supplements: [
        {
          id: "late",
          name: { cy: "Gofalwr ar ôl 8yh", en: "Caretaker after 8pm" },
          pence: 1200,
          per: "hour",
          when: { hours: { start: "20:00", end: "24:00" } },
        },
        {
          id: "opening",
          name: { cy: "Agor yr ysgol ar benwythnos", en: "Opening the school at a weekend" },
          pence: 1800,
          per: "date",
          when: { dayKinds: ["weekend"] },
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
          id: "deposit",
          name: { cy: "Blaendal", en: "Deposit" },
          pence: 10_000,
          kind: "deposit",
          bookings: "single",
        },
      ],
      cancellation: [
        { noticeDays: 28, sharePercent: 0 },
        { noticeDays: 7, sharePercent: 50 },
      ],
      invoicing: {
        payee: "Ysgol Sefydledig Brynmawr / Brynmawr Foundation School",
        address: ["Safle enghreifftiol / Illustrative site", "Brynmawr"],
        paymentDays: 30,
        payment: {
          cy: "Talwch drwy drosglwyddiad banc, gan roi rhif yr anfoneb.",
          en: "Pay by bank transfer, giving the number of the invoice.",
        },
      },
    },
  },
};
