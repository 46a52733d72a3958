import { describe, expect, it } from "vitest";
import { sayIssue } from "../issue-sentences.ts";
import { oneLineSchema } from "./one-line-schema.ts";

describe("oneLineSchema", () => {
  const schema = oneLineSchema(30);

  it.each([
    "Clwb Badminton Brynmawr",
    "Côr Meibion Glynebwy – 7pm",
    "نادي الجري",
    "Ysgol ddawns 👩‍👧",
  ])("takes %s", (name) => {
    expect(schema.parse(name)).toBe(name);
  });

  it("trims it, ends of lines and all", () => {
    expect(schema.parse("  Chess club\n")).toBe("Chess club");
  });

  it.each([
    ["a line feed", "Chess\nclub"],
    ["a carriage return", "Chess\rclub"],
    ["a tab", "Chess\tclub"],
    ["an escape", "Chess\u001B[2Jclub"],
    ["a C1 control", "Chess\u0085club"],
    ["a line separator", "Chess\u2028club"],
    ["a paragraph separator", "Chess\u2029club"],
    ["a right-to-left override", "Chess\u202Eclub"],
    ["a left-to-right embedding", "Chess\u202Aclub"],
    ["an isolate", "Chess\u2066club"],
    ["the end of an isolate", "Chess\u2069club"],
  ])("refuses %s, and says so in both languages", (_case, name) => {
    const [issue] = schema.safeParse(name, { reportInput: true }).error?.issues ?? [];
    const { cy, en } = sayIssue(issue ?? { code: "custom", message: "", path: [] });
    expect(en).toContain("on one line");
    expect(cy).toContain("ar un llinell");
  });

  it("refuses what is blank or too long", () => {
    expect(schema.safeParse(" \n ").success).toBe(false);
    expect(schema.safeParse("x".repeat(31)).success).toBe(false);
  });
});
