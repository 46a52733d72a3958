import { describe, expect, it } from "vitest";
import { z } from "zod";
import { schemaFaults } from "./schema-faults.ts";

const schema = z.strictObject({
  list: z.array(z.strictObject({ "a/b": z.string(), "c~d": z.string().min(3).regex(/^x/) })),
});

describe("schemaFaults", () => {
  it("points to each value with a JSON pointer, escaping slashes and tildes", () => {
    const { error } = schema.safeParse({
      list: [
        { "a/b": 1, "c~d": "xyz" },
        { "a/b": "", "c~d": 2 },
      ],
    });
    expect(error && schemaFaults(error).map(({ path }) => path)).toEqual([
      "/list/0/a~1b",
      "/list/1/c~0d",
    ]);
  });

  it("points to every key that is not known", () => {
    const { error } = schema.safeParse({ list: [], extra: 1, "more/still": 2 });
    expect(error && schemaFaults(error, "/body").map(({ path }) => path)).toEqual([
      "/body/extra",
      "/body/more~1still",
    ]);
  });

  it("gives one fault for a value that fails several checks", () => {
    const { error } = schema.safeParse({ list: [{ "a/b": "", "c~d": "y" }] });
    expect(error?.issues).toHaveLength(2);
    expect(error && schemaFaults(error)).toMatchObject([{ path: "/list/0/c~0d" }]);
  });
});
