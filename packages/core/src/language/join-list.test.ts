import { describe, expect, it } from "vitest";
import { joinList } from "./join-list.ts";

describe("joinList", () => {
  it.each([
    [[], "", ""],
    [["Cwm"], "Cwm", "Cwm"],
    [["Cwm", "Tredegar"], "Cwm a Tredegar", "Cwm and Tredegar"],
    [["Cwm", "Brynmawr", "Nantyglo"], "Cwm, Brynmawr a Nantyglo", "Cwm, Brynmawr and Nantyglo"],
  ])("lists %j as a sentence does", (items, welsh, english) => {
    expect(joinList(items, "cy")).toBe(welsh);
    expect(joinList(items, "en")).toBe(english);
  });

  it.each([
    ["Abertyleri", "ac"],
    ["ysgol", "ac"],
    ["Wrecsam", "ac"],
    ["iechyd", "ac"],
    ["ŵyl", "ac"],
    ["âr", "ac"],
    ["“Ebwy Fawr”", "ac"],
    ["haul", "a"],
    ["neuadd", "a"],
    ["8 Medi", "ac"],
    ["11 Medi", "ac"],
    ["16", "ac"],
    ["1", "ac"],
    ["80", "ac"],
    ["10 Medi", "a"],
    ["12", "a"],
    ["18:00", "a"],
    ["", "a"],
  ])("puts before %j in Welsh: %s", (last, conjunction) => {
    expect(joinList(["Cwm", last], "cy")).toBe(`Cwm ${conjunction} ${last}`);
  });
});
