import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createByteCache, type KeptBytes } from "./byte-cache.ts";

function kept(text: string): KeptBytes {
  return { bytes: Buffer.from(text) };
}

function textOf(found: KeptBytes | undefined): string | undefined {
  return found && Buffer.from(found.bytes).toString();
}

describe("createByteCache", () => {
  it("throws the body away that was read longest ago", () => {
    const cache = createByteCache(40);
    for (const name of ["a", "b", "c", "d", "e", "f", "g", "h"]) cache.set(name, kept("12345"));
    cache.get("a");
    cache.set("i", kept("12345"));
    expect(textOf(cache.get("a"))).toBe("12345");
    expect(cache.get("b")).toBeUndefined();
    expect(textOf(cache.get("i"))).toBe("12345");
  });

  it("does not let one large body push all others out", () => {
    const cache = createByteCache(80);
    cache.set("small", kept("1"));
    cache.set("large", kept("x".repeat(11)));
    expect(cache.get("large")).toBeUndefined();
    expect(textOf(cache.get("small"))).toBe("1");
  });

  it("never holds more than its limit, and gives each body back as it was", () => {
    const limit = 100;
    const writes = fc.array(fc.tuple(fc.constantFrom("a", "b", "c", "d", "e"), fc.nat(20)), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(writes, (list) => {
        const cache = createByteCache(limit);
        const written = new Map<string, string>();
        for (const [index, [name, length]] of list.entries()) {
          const text = String.fromCharCode(97 + (index % 26)).repeat(length);
          if (length <= limit / 8) written.set(name, text);
          cache.set(name, kept(text));
        }
        const held = [...written.keys()].map((name) => [name, textOf(cache.get(name))] as const);
        expect(held.reduce((sum, [, text]) => sum + (text?.length ?? 0), 0)).toBeLessThanOrEqual(
          limit,
        );
        for (const [name, text] of held) expect([undefined, written.get(name)]).toContain(text);
      }),
      { numRuns: 100 },
    );
  });
});
