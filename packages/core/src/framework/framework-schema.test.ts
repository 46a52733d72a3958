import { describe, expect, expectTypeOf, it } from "vitest";
import type { z } from "zod";
import { FrameworkSchema } from "./framework-schema.ts";
import { framework, type Framework } from "./framework.ts";

describe("FrameworkSchema", () => {
  it("accepts the framework and gives it back unchanged", () => {
    expect(FrameworkSchema.parse(framework)).toEqual(framework);
  });

  it("accepts the framework after a journey through JSON", () => {
    expect(FrameworkSchema.parse(JSON.parse(JSON.stringify(framework)))).toEqual(framework);
  });

  it("yields what the type of the framework says", () => {
    expectTypeOf<z.infer<typeof FrameworkSchema>>().toExtend<Framework>();
  });

  it("refuses an id that the framework does not know", () => {
    const [element] = framework.elements;
    const changed = { ...framework, elements: [{ ...element, id: "governance" }] };
    expect(FrameworkSchema.safeParse(changed).error?.issues[0]?.path).toEqual([
      "elements",
      0,
      "id",
    ]);
  });

  it("refuses a text without its Welsh", () => {
    const [aim] = framework.aims;
    const changed = { ...framework, aims: [{ ...aim, name: { cy: "", en: "An aim" } }] };
    expect(FrameworkSchema.safeParse(changed).error?.issues[0]?.path).toEqual([
      "aims",
      0,
      "name",
      "cy",
    ]);
  });

  it("refuses a key that it does not know", () => {
    expect(FrameworkSchema.safeParse({ ...framework, programmes: [] }).success).toBe(false);
  });
});
