import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeServices } from "../../test/fixtures/make-services.ts";
import { SCHOOL, schoolLike, schoolDefinition } from "../../test/fixtures/school-definition.ts";
import { readClaims } from "./read-claims.ts";
import { insertClaims, type DatedClaim } from "./write-claims.ts";

const HOUR = 3_600_000;

function claim(leaf: string, startHour: number, endHour: number): DatedClaim {
  const times = { start: startHour * HOUR, end: endHour * HOUR };
  return { leaf, ...times, kind: "booking", owner: "bok_1", date: "1970-01-01" };
}

describe("readClaims", () => {
  it("finds what overlaps a window, and not what only touches it", async () => {
    const { store } = await makeServices();
    const claims = [claim("a", 0, 10), claim("a", 10, 12), claim("a", 12, 14), claim("a", 14, 20)];
    await insertClaims(store.database, SCHOOL, claims);
    const window = { start: 10 * HOUR, end: 14 * HOUR };
    expect(await readClaims(store.database, SCHOOL, ["a"], [window])).toEqual([
      claim("a", 10, 12),
      claim("a", 12, 14),
    ]);
  });

  it("sees no other school, and no leaf that was not asked for", async () => {
    const { store } = await makeServices({ schools: [schoolDefinition, schoolLike("arall")] });
    await insertClaims(store.database, "arall", [claim("a", 1, 2)]);
    await insertClaims(store.database, SCHOOL, [claim("b", 1, 2)]);
    expect(await readClaims(store.database, SCHOOL, ["a"], [{ start: 0, end: 9 * HOUR }])).toEqual(
      [],
    );
    expect(await readClaims(store.database, SCHOOL, [], [{ start: 0, end: 9 * HOUR }])).toEqual([]);
    expect(await readClaims(store.database, SCHOOL, ["b"], [])).toEqual([]);
  });

  it("finds for any claims and windows what looking at each claim finds", async () => {
    const intervals = (least: number, most: number) =>
      fc
        .tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: least, max: most }))
        .map(([start, length]) => ({ start: start * HOUR, end: (start + length) * HOUR }));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom("a", "b", "c"), intervals(1, 49)), { maxLength: 12 }),
        fc.array(intervals(1, 60), { minLength: 1, maxLength: 5 }),
        async (wanted, windows) => {
          const { store } = await makeServices();
          const claims: DatedClaim[] = [];
          for (const [leaf, { start, end }] of wanted) {
            const isFree = claims.every(
              (other) => other.leaf !== leaf || other.end <= start || end <= other.start,
            );
            if (isFree) claims.push(claim(leaf, start / HOUR, end / HOUR));
          }
          await insertClaims(store.database, SCHOOL, claims);
          const found = await readClaims(store.database, SCHOOL, ["a", "b"], windows);
          await store.close();
          const expected = claims.filter(
            ({ leaf, start, end }) =>
              leaf !== "c" && windows.some((window) => start < window.end && window.start < end),
          );
          const text = (list: readonly DatedClaim[]) =>
            [...new Set(list.map((one) => JSON.stringify(one)))].sort();
          expect(text(found)).toEqual(text(expected));
        },
      ),
      { numRuns: 40 },
    );
  });
});
