import { expect, it } from "vitest";
import { viewChoice, viewName } from "./view-name.ts";

it("means the same by name and by choice", () => {
  for (const name of ["week", "month", "week-list", "month-list"] as const) {
    expect(viewName(viewChoice(name))).toBe(name);
  }
});

it("takes what is no view for a week as a table", () => {
  for (const name of ["", "year", "list", "week-cards"])
    expect(viewName(viewChoice(name))).toBe("week");
});
