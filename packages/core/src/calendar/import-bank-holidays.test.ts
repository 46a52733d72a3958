import { describe, expect, it } from "vitest";
import { CoreError, type Fault } from "../errors.ts";
import { bankHolidaysEnglandAndWales } from "./bank-holidays.ts";
import { importBankHolidays } from "./import-bank-holidays.ts";

describe("importBankHolidays", () => {
  it("reads GOV.UK's file of four years to the very layer that is shipped", () => {
    const events = (bankHolidaysEnglandAndWales.entries ?? []).map(({ first, name }) => ({
      title: name?.en.replace(" (substitute day)", ""),
      date: first,
      notes: name?.en.endsWith("(substitute day)") ? "Substitute day" : "",
      bunting: true,
    }));
    const file = {
      "england-and-wales": { division: "england-and-wales", events },
      scotland: { division: "scotland", events: [] },
    };
    const layer = importBankHolidays(file, { version: "2025-2028" });
    expect(layer).toEqual(bankHolidaysEnglandAndWales);
    expect(Object.isFrozen(layer.entries?.[0]?.name)).toBe(true);
  });

  it("reads one division alone, with straight apostrophes and capitals", () => {
    const events = [
      { title: "New Year's Day", date: "2029-01-01" },
      { title: "Early May Bank Holiday", date: "2029-05-07" },
    ];
    expect(importBankHolidays({ division: "england-and-wales", events }).entries).toMatchObject([
      { first: "2029-01-01", last: "2029-01-01", name: { cy: "Dydd Calan" } },
      { first: "2029-05-07", name: { cy: "Gŵyl Banc Cyntaf Mai" } },
    ]);
  });

  it("takes the Welsh name of a day that comes once from the Welsh twin", () => {
    const coronation = {
      title: "Bank holiday for the coronation of King Charles III",
      date: "2023-05-08",
    };
    const welsh = {
      "cymru-a-lloegr": {
        events: [{ title: "Gŵyl banc ar gyfer coroni'r Brenin Siarl III", date: "2023-05-08" }],
      },
    };
    const [entry] = importBankHolidays(english([coronation]), { welsh }).entries ?? [];
    expect(entry?.name).toEqual({
      cy: "Gŵyl banc ar gyfer coroni'r Brenin Siarl III",
      en: "Bank holiday for the coronation of King Charles III",
    });
  });

  it("refuses a day that has no Welsh name", () => {
    expect(
      faultsOf(english([{ title: "A new feast", date: "2029-03-01" }])).map(({ path }) => path),
    ).toEqual(["/england-and-wales/events/0/title"]);
  });

  it.each<[string, unknown, string[]]>([
    ["nothing", undefined, [""]],
    ["a list", [], [""]],
    ["another country's division", { scotland: { events: [] } }, [""]],
    ["no events", english([]), ["/england-and-wales/events"]],
    [
      "bad dates, blank titles and a date given twice",
      english([
        { title: "Boxing Day", date: "28/12/2026" },
        { title: "", date: "2026-12-25" },
      ]),
      ["/england-and-wales/events/0/date", "/england-and-wales/events/1/title"],
    ],
    [
      "a date given twice",
      english([
        { title: "Boxing Day", date: "2026-12-28" },
        { title: "Boxing Day", date: "2026-12-28" },
      ]),
      ["/england-and-wales/events/1/date"],
    ],
  ])("refuses %s, with all faults", (_case, json, paths) => {
    expect(faultsOf(json).map(({ path }) => path)).toEqual(paths);
  });

  it("points into the Welsh twin when that is at fault", () => {
    const welsh = { "cymru-a-lloegr": { events: [{ title: "Dydd Calan" }] } };
    expect(faultsOf(english([{ title: "Boxing Day", date: "2026-12-28" }]), welsh)).toMatchObject([
      { path: "/welsh/cymru-a-lloegr/events/0/date" },
    ]);
  });
});

function english(events: readonly object[]): unknown {
  return { "england-and-wales": { division: "england-and-wales", events } };
}

function faultsOf(json: unknown, welsh?: unknown): readonly Fault[] {
  try {
    importBankHolidays(json, { welsh });
  } catch (error) {
    if (error instanceof CoreError && error.code === "IMPORT_INVALID") return error.faults;
    throw error;
  }
  throw new Error("Nothing was thrown.");
}
