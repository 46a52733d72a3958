import { describe, expect, it } from "vitest";
import { z } from "zod";
import { HirerSchema, PurposeSchema, sayIssue, SeriesRequestSchema } from "@neuadd/core";
import { bodyFaults, parameterFaults } from "./issue-sentences.ts";

function faultsOf(schema: z.ZodType, value: unknown) {
  return bodyFaults(schema.safeParse(value, { reportInput: true }).error?.issues ?? []);
}

describe("sayIssue", () => {
  const schema = z.strictObject({
    text: z.string().min(2).max(3),
    whole: z.int().min(1).max(3),
    over: z.number().gt(0).lt(9).multipleOf(2),
    list: z.array(z.string()).min(1).max(2),
    flag: z.boolean(),
    word: z.enum(["a", "b"]),
    date: z.iso.date(),
    address: z.email(),
    inner: z.strictObject({ deep: z.string() }),
    either: z.union([z.string(), z.number()]),
  });
  const bad = {
    text: "a",
    whole: 1.5,
    over: 3,
    list: [],
    flag: "yes",
    word: "c",
    date: "soon",
    address: "x",
    inner: { deep: 1, more: 1 },
    either: true,
    unknown: 1,
  };

  it("has a sentence of its own in each language for whatever a schema finds", () => {
    const faults = [
      ...faultsOf(schema, bad),
      ...faultsOf(schema, { text: "long", whole: 9, over: 9, list: ["", "", ""] }),
    ];
    expect(faults.length).toBeGreaterThan(20);
    for (const { detail } of faults) {
      expect(detail.cy).not.toBe(detail.en);
      expect(detail.cy).toMatch(/\.$/);
      expect(detail.en).toMatch(/\.$/);
    }
  });

  it("tells what is missing from what is of another type", () => {
    expect(
      faultsOf(schema, { ...bad, flag: undefined }).find(({ pointer }) => pointer === "#/flag")
        ?.detail.en,
    ).toBe("This field is needed.");
    expect(faultsOf(schema, bad).find(({ pointer }) => pointer === "#/flag")?.detail.en).toBe(
      "This must be true or false.",
    );
  });

  it("knows the Welsh of every sentence that core's schemas of bodies carry", () => {
    const member = { id: "m", name: "A", email: "a@example.org", role: "owner" };
    const hirer = {
      id: "!",
      name: "x",
      category: "club",
      language: "cy",
      contact: { name: "x", email: "x@example.org", telephone: "x" },
      members: [member, member],
    };
    const faults = [
      ...faultsOf(HirerSchema, hirer),
      ...faultsOf(PurposeSchema, { elements: ["family", "family"], audience: [] }),
      ...faultsOf(SeriesRequestSchema, {
        space: "No Slug",
        first: "x",
        startTime: "6",
        endTime: "24:01",
      }),
      ...faultsOf(SeriesRequestSchema, {
        space: "hall",
        first: "0000-01-01",
        startTime: "18:00",
        endTime: "19:00",
      }),
    ];
    expect(faults.map(({ pointer }) => pointer)).toEqual([
      "#/id",
      "#/contact/telephone",
      "#/members",
      "#/elements",
      "#/space",
      "#/first",
      "#/startTime",
      "#/endTime",
      "#/first",
    ]);
    const general = "This value is not of the form expected here.";
    expect(faults.filter(({ detail }) => detail.en === general)).toEqual([]);
  });

  it("falls back on a sentence that is true of any value", () => {
    expect(sayIssue({ code: "custom", message: "anything", path: [] }).cy).toContain("ffurf");
  });
});

describe("the place of a fault", () => {
  it("is a JSON pointer into the body, escaped", () => {
    const schema = z.strictObject({ "a/b": z.strictObject({ "~": z.array(z.string()) }) });
    expect(faultsOf(schema, { "a/b": { "~": ["x", 1] } })[0]?.pointer).toBe("#/a~1b/~0/1");
  });

  it("is each unknown field itself, and the whole body when that is of another type", () => {
    const schema = z.strictObject({});
    expect(faultsOf(schema, { x: 1, y: 1 }).map(({ pointer }) => pointer)).toEqual(["#/x", "#/y"]);
    expect(faultsOf(schema, []).map(({ pointer }) => pointer)).toEqual(["#"]);
  });

  it("is the name of a parameter in a query", () => {
    const result = z
      .strictObject({ limit: z.string() })
      .safeParse({ from: 1 }, { reportInput: true });
    expect(parameterFaults(result.error?.issues ?? []).map(({ parameter }) => parameter)).toEqual([
      "limit",
      "from",
    ]);
  });

  it("is listed at most 50 times", () => {
    const schema = z.array(z.string());
    expect(
      faultsOf(
        schema,
        Array.from({ length: 400 }, () => 1),
      ),
    ).toHaveLength(50);
  });
});
