import { describe, expect, it } from "vitest";
import { findOversize } from "./size-warnings.ts";

const sizes = (text: string) =>
  findOversize({ path: "packages/core/src/planted.ts", text }).map(({ rule, line }) => [
    rule,
    line,
  ]);

const body = (lines: number) => "  book();\n".repeat(lines);

describe("findOversize", () => {
  it("warns of a file over 300 lines", () => {
    expect(sizes("book();\n".repeat(301))).toEqual([["long-file", undefined]]);
    expect(sizes("book();\n".repeat(300))).toEqual([]);
  });

  it("warns of a function over 70 lines, where it starts", () => {
    expect(sizes(`\nfunction long() {\n${body(69)}}\n`)).toEqual([["long-function", 2]]);
    expect(sizes(`\nfunction short() {\n${body(68)}}\n`)).toEqual([]);
  });

  it("does not mind how long a group of tests is", () => {
    expect(sizes(`describe("bookings", () => {\n${body(100)}});\n`)).toEqual([]);
  });
});
