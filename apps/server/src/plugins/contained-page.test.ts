import type { DeskPage } from "@neuadd/plugin-kit";
import { html } from "hono/html";
import { describe, expect, it } from "vitest";
import { keptLogger } from "../../test/fixtures/kept-logger.ts";
import { manualSchedule } from "../../test/fixtures/manual-schedule.ts";
import { containPage } from "./contained-page.ts";

function contain(render: DeskPage["render"]) {
  const { logger, lines } = keptLogger();
  const timers = manualSchedule();
  const page = containPage(
    "feeds",
    { path: "list", title: { cy: "Porthiannau", en: "Feeds" }, audience: "anyone", render },
    { logger, schedule: timers.schedule, pageLimitMs: 5000, formLimitMs: 30_000 },
  );
  return {
    html: page.render({ language: "en", now: 0, query: {}, form: () => "" }),
    lines,
    timers,
  };
}

describe("a contained page", () => {
  it("renders a string, and what hono's tag makes, with data escaped", async () => {
    expect(await contain(() => "<p>4</p>").html).toBe("<p>4</p>");
    expect(await contain(() => html`<p>${"<b>"}</p>`).html).toBe("<p>&lt;b&gt;</p>");
  });

  it.each([
    ["throws", () => Promise.reject(new Error("secret detail"))],
    ["answers no text", () => 4 as never],
  ])("fails without details for the visitor when the plugin %s", async (_what, render) => {
    const { html: rendered, lines } = contain(render);
    const error = await rendered.catch((fault: unknown) => fault);
    expect(error).toMatchObject({ code: "PAGE_FAILED", plugin: "feeds" });
    expect(JSON.stringify((error as { sentence: unknown }).sentence)).not.toContain("secret");
    expect(lines).toMatchObject([{ plugin: "feeds", page: "list", msg: "A page failed" }]);
  });

  it("fails when it takes too long", async () => {
    const { html: rendered, timers } = contain(() => new Promise(() => undefined));
    const outcome = rendered.catch((fault: unknown) => fault);
    await timers.advance(5000);
    expect(await outcome).toMatchObject({ code: "PAGE_FAILED" });
  });
});
