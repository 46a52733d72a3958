import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createTextCache } from "./text-cache.ts";

describe("createTextCache", () => {
  it("throws the text away that was read longest ago", () => {
    const cache = createTextCache(40);
    for (const name of ["a", "b", "c", "d", "e", "f", "g", "h"]) cache.set(name, { text: "12345" });
    cache.get("a");
    cache.set("i", { text: "12345" });
    expect(cache.get("a")?.text).toBe("12345");
    expect(cache.get("b")).toBeUndefined();
    expect(cache.get("i")?.text).toBe("12345");
  });

  it("does not let one large text push all others out", () => {
    const cache = createTextCache(80);
    cache.set("small", { text: "1" });
    cache.set("large", { text: "x".repeat(11) });
    expect(cache.get("large")).toBeUndefined();
    expect(cache.get("small")?.text).toBe("1");
  });

  it("never holds more than its limit, and gives each text back as it was", () => {
    const limit = 100;
    const writes = fc.array(fc.tuple(fc.constantFrom("a", "b", "c", "d", "e"), fc.nat(20)), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(writes, (list) => {
        const cache = createTextCache(limit);
        const written = new Map<string, string>();
        for (const [index, [name, length]] of list.entries()) {
          const text = String.fromCharCode(97 + (index % 26)).repeat(length);
          if (length <= limit / 8) written.set(name, text);
          cache.set(name, { text });
        }
        const held = [...written.keys()].map((name) => [name, cache.get(name)?.text] as const);
        expect(held.reduce((sum, [, text]) => sum + (text?.length ?? 0), 0)).toBeLessThanOrEqual(
          limit,
        );
        for (const [name, text] of held) expect([undefined, written.get(name)]).toContain(text);
      }),
      { numRuns: 100 },
    );
  });
});
