import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { describe, expect, it } from "vitest";
import { describedAs } from "../../described-as.ts";
import { definePlugin } from "../../define-plugin.ts";
import type { PluginEnvironment } from "../../plugin-environment.ts";
import { PluginProblem } from "../../plugin-problem.ts";
import { problemAnswers } from "../../problem-answers.ts";
import { testPlugin } from "../test-plugin.ts";

const DOCUMENTED = "are all in the OpenAPI document, with their errors as problems";

/** What the suite says of a plugin with one route, of which these are the problems of 409, what it is in Welsh, and its query. */
async function saidOf(
  problems: readonly (string | PluginProblem)[],
  welsh: object = { "x-cy": { summary: "Agor y drws" } },
  query: z.ZodRawShape = {},
): Promise<string> {
  const route = createRoute({
    operationId: "openDoor",
    method: "get",
    path: "/door",
    tags: ["doors"],
    summary: "Open the door",
    ...welsh,
    security: [],
    request: { query: z.object(query) },
    responses: {
      200: { description: "Open.", content: { "application/json": { schema: z.object({}) } } },
      ...problemAnswers({ 409: problems }),
    },
  });
  const plugin = definePlugin({
    id: "doors",
    setup: () => ({
      routes: new OpenAPIHono<PluginEnvironment>().openapi(route, (context) =>
        context.json({}, 200),
      ) as OpenAPIHono<PluginEnvironment>,
    }),
  });
  const tests = new Map<string, () => Promise<void>>();
  testPlugin(() => plugin, {
    describe: (_name, body) => body(),
    it: (name, body) => void tests.set(name, body),
  });
  const failed: unknown = await tests
    .get(DOCUMENTED)?.()
    .catch((error: unknown) => error);
  return failed instanceof Error ? failed.message : "nothing";
}

function taken(title: string): PluginProblem {
  return new PluginProblem("doors/TAKEN", 409, {
    title: { cy: "Mae'r drws wedi'i gymryd", en: title },
    detail: { cy: "Dewiswch un arall.", en: "Choose another." },
  });
}

describe("the suite, of a problem that a route describes", () => {
  it("takes one with its texts, and codes of the server", async () => {
    expect(await saidOf(["TRANSITION_REFUSED", taken("The door is taken")])).toBe("nothing");
  });

  it("asks for the texts of a code of a plugin, since its page is made of them", async () => {
    expect(await saidOf(["doors/TAKEN"])).toContain('must describe "doors/TAKEN" by its problem');
  });

  it("asks for them in both languages", async () => {
    expect(await saidOf([taken("Mae'r drws wedi'i gymryd")])).toContain("the same text in Welsh");
  });
});

describe("the suite, of a parameter", () => {
  const saidOfQuery = (query: z.ZodRawShape) => saidOf([], undefined, query);

  it("asks what it is for in both languages, and not as a copy", async () => {
    const width = z.string();
    const missing = 'must say in both languages what "width" is for';
    expect(await saidOfQuery({ width })).toContain(missing);
    expect(await saidOfQuery({ width: width.openapi({ description: "How wide." }) })).toContain(
      missing,
    );
    const copied = describedAs({ cy: "How wide.", en: "How wide." });
    expect(await saidOfQuery({ width: width.openapi(copied) })).toContain("the same text in Welsh");
    const both = describedAs({ cy: "Pa mor llydan.", en: "How wide." });
    expect(await saidOfQuery({ width: width.openapi(both) })).toBe("nothing");
  });

  it("leaves those to the host that are the same everywhere", async () => {
    expect(await saidOfQuery({ limit: z.string(), space: z.string() })).toBe("nothing");
  });
});

describe("the suite, of what a route is called", () => {
  it("asks for it in Welsh too, and not as a copy of the English", async () => {
    expect(await saidOf([], {})).toContain("needs its summary in Welsh too");
    const copied = { "x-cy": { summary: "Open the door" } };
    expect(await saidOf([], copied)).toContain("the same text in Welsh");
    const half = { description: "It opens.", "x-cy": { summary: "Agor y drws" } };
    expect(await saidOf([], half)).toContain("needs its description in Welsh too");
  });
});
