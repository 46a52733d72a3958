import { describe, expect, it } from "vitest";
import { toldFailures } from "./told-failures.ts";

const progress =
  " ✓  |core| src/a.test.ts (3 tests) 5ms\n ❯  |workspace| src/b.test.ts (2 tests | 1 failed) 9ms\n";
const accounts = `⎯⎯⎯⎯⎯⎯ Failed Tests 2 ⎯⎯⎯⎯⎯⎯⎯

 FAIL  |workspace| src/b.test.ts > the ledger > keeps what it said
 FAIL  |server on PostgreSQL| src/b.test.ts > the ledger > keeps what it said
AssertionError: expected 1 to be 2
`;

describe("toldFailures", () => {
  it("names what failed first, then gives vitest's accounts, and leaves out what passed", () => {
    expect(toldFailures(progress + accounts)).toBe(
      ` FAIL  |workspace| src/b.test.ts > the ledger > keeps what it said
 FAIL  |server on PostgreSQL| src/b.test.ts > the ledger > keeps what it said

${accounts}`,
    );
  });

  it("begins with errors outside any test, which have no name", () => {
    const unhandled = "⎯⎯⎯⎯ Unhandled Errors ⎯⎯⎯⎯\nError: closed\n";
    expect(toldFailures(progress + unhandled)).toBe(`\n${unhandled}`);
  });

  it("gives an output without accounts whole", () => {
    expect(toldFailures(`${progress}Killed\n`)).toBe(`${progress}Killed\n`);
  });
});
