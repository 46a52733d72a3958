import { type ServerType, serve } from "@hono/node-server";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pluginsWithPages } from "./fixtures/all-plugins.ts";
import { axeFaults } from "./fixtures/axe-faults.ts";
import { hasNoBrowser, openBrowser } from "./fixtures/open-browser.ts";
import { type OpenPages, openPages } from "./fixtures/open-pages.ts";

describe.skipIf(hasNoBrowser)(
  "pages of plugins for anyone, in a browser (skipped where there is no Chromium, unless NEUADD_REQUIRE_ALL=1)",
  () => {
    let pages: OpenPages;
    let server: ServerType;
    let browser: Browser;
    let url: string;

    beforeAll(async () => {
      browser = await openBrowser();
      pages = await openPages({ plugins: pluginsWithPages() });
      const port = await new Promise<number>((resolve) => {
        server = serve({ fetch: pages.app.fetch, port: 0 }, (info) => resolve(info.port));
      });
      url = `http://localhost:${port}`;
    });

    afterAll(async () => {
      await browser.close();
      server.close();
      await pages.services.store.close();
    });

    it.each([
      ["tariffs", "£20.00"],
      ["hirer-checks/requirements", "yswiriant atebolrwydd cyhoeddus|public liability insurance"],
      ["openactive", ""],
      ["calendar-feed", ""],
    ])(
      "/x/%s passes axe and fits a screen 320 pixels wide, in either language",
      async (path, text) => {
        for (const language of ["cy", "en"]) {
          const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
          const page = await context.newPage();
          const answer = await page.goto(`${url}/${language}/x/${path}`);
          expect([language, answer?.status()]).toEqual([language, 200]);
          expect(await page.locator("main").textContent()).toMatch(new RegExp(text, "i"));
          const overflow =
            "document.documentElement.scrollWidth - document.documentElement.clientWidth";
          expect([language, await page.evaluate(overflow)]).toEqual([language, 0]);
          expect([language, await axeFaults(page)]).toEqual([language, []]);
          await context.close();
        }
      },
    );
  },
);
