import { describe, expect, it } from "vitest";

describe("the package", () => {
  it("has these names and no others", async () => {
    expect(Object.keys(await import("./index.ts")).sort()).toEqual([
      "NeuaddConnectionError",
      "NeuaddProblem",
      "PROBLEM_CODES",
      "createClient",
      "isProblem",
    ]);
  });
});
