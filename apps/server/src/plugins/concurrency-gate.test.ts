import { describe, expect, it } from "vitest";
import { concurrencyGate } from "./concurrency-gate.ts";

describe("concurrencyGate", () => {
  it("lets no more run than it should, in the order they came, and goes on after faults", async () => {
    const enter = concurrencyGate(2);
    const begun: number[] = [];
    let running = 0;
    let most = 0;
    const works = Array.from({ length: 20 }, (_, index) =>
      enter(async () => {
        begun.push(index);
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setImmediate(resolve));
        running -= 1;
        if (index % 3 === 0) throw new Error(`${index}`);
        return index;
      }),
    );
    const outcomes = await Promise.allSettled(works);
    expect(most).toBe(2);
    expect(begun).toEqual(Array.from({ length: 20 }, (_, index) => index));
    expect(outcomes.filter(({ status }) => status === "rejected")).toHaveLength(7);
  });
});
