import { expect, it } from "vitest";

it("exports the plugin, and the pure functions that it is made of", async () => {
  expect(Object.keys(await import("./index.ts")).toSorted()).toEqual([
    "DOCUMENT_KINDS",
    "RELEASE_REASONS",
    "TariffSchema",
    "chargedShare",
    "documentName",
    "documentPdf",
    "documentsCsv",
    "drawUpAccount",
    "keepAgreedLines",
    "priceAge",
    "priceDate",
    "priceOfMinutes",
    "priceSeries",
    "sayMoney",
    "shareOf",
    "tariffs",
    "taxOn",
    "unsettledLines",
    "versionOn",
  ]);
});
