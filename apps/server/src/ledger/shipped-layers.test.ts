import { bankHolidaysEnglandAndWales, welshTermDates, type CalendarLayer } from "@neuadd/core";
import { describe, expect, it } from "vitest";
import { joinLayers, takeShippedLayers } from "./shipped-layers.ts";

describe("takeShippedLayers", () => {
  it("finds the layers that a file names, in the order of authority", () => {
    const taken = takeShippedLayers({
      school: { id: "ysgol" },
      calendar: { use: ["wales-term-dates", "bank-holidays-england-and-wales"] },
    });
    expect(taken.layers).toEqual([bankHolidaysEnglandAndWales, welshTermDates]);
    expect(taken.definition).toEqual({ school: { id: "ysgol" }, calendar: { layers: [] } });
    expect(taken.faults).toEqual([]);
  });

  it("keeps the school's own layers", () => {
    const layers = [{ id: "own" }];
    const taken = takeShippedLayers({ calendar: { use: ["wales-term-dates"], layers } });
    expect(taken.definition).toEqual({ calendar: { layers } });
  });

  it("leaves a file alone that uses none", () => {
    for (const definition of [
      undefined,
      null,
      7,
      [],
      {},
      { calendar: null },
      { calendar: { layers: [] } },
    ]) {
      expect(takeShippedLayers(definition)).toEqual({ definition, layers: [], faults: [] });
    }
  });

  it("says where a layer is named that does not ship, and where one is named twice", () => {
    const { faults } = takeShippedLayers({
      calendar: { use: ["wales-term-dates", "lunar", "wales-term-dates", 7] },
    });
    expect(faults.map(({ path }) => path)).toEqual([
      "/calendar/use/1",
      "/calendar/use/2",
      "/calendar/use/3",
    ]);
    expect(takeShippedLayers({ calendar: { use: "wales-term-dates" } }).faults).toHaveLength(1);
  });
});

describe("joinLayers", () => {
  it("puts the school's own after the shipped ones of the same scope", () => {
    const own: CalendarLayer[] = [
      { id: "one-off", scope: "national", source: "test" },
      { id: "own", scope: "school", source: "test" },
    ];
    expect(
      joinLayers([bankHolidaysEnglandAndWales, welshTermDates], own).map(({ id }) => id),
    ).toEqual(["bank-holidays-england-and-wales", "one-off", "wales-term-dates", "own"]);
  });

  it("keeps the order of a file that uses none, however wrong, for the check to report", () => {
    const own: CalendarLayer[] = [
      { id: "own", scope: "school", source: "test" },
      { id: "one-off", scope: "national", source: "test" },
    ];
    expect(joinLayers([], own)).toBe(own);
  });
});
