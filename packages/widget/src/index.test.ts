import { expect, it } from "vitest";

it("exports these names, and can be imported where there is no document", async () => {
  expect(Object.keys(await import("./index.ts")).sort()).toEqual([
    "NeuaddAvailability",
    "NeuaddBookButton",
    "NeuaddWhatsOn",
    "defineElement",
  ]);
});

it("registers nothing where there is nothing to register with", async () => {
  expect(Object.keys(await import("./define.ts")).sort()).toEqual([
    "NeuaddAvailability",
    "NeuaddBookButton",
    "NeuaddWhatsOn",
  ]);
});
