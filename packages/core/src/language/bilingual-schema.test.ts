import { describe, expect, it } from "vitest";
import { BilingualNameSchema, BilingualSchema } from "./bilingual-schema.ts";

describe("BilingualSchema", () => {
  it("takes a text in both languages", () => {
    const hall = { cy: "Neuadd", en: "Hall" };
    expect(BilingualSchema.parse(hall)).toEqual(hall);
  });

  it.each([
    ["Welsh missing", { en: "Hall" }],
    ["English blank", { cy: "Neuadd", en: "  " }],
    ["a third language", { cy: "Neuadd", en: "Hall", fr: "Salle" }],
    ["one plain text", "Neuadd"],
  ])("refuses %s", (_case, value) => {
    expect(BilingualSchema.safeParse(value).success).toBe(false);
  });

  it("keeps names short enough for a list", () => {
    const long = { cy: "n".repeat(201), en: "h".repeat(200) };
    expect(BilingualNameSchema.safeParse(long).success).toBe(false);
    expect(BilingualSchema.safeParse(long).success).toBe(true);
  });
});
