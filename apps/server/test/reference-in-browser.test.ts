import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFaults } from "./fixtures/axe-faults.ts";
import { makeApi, type TestApi } from "./fixtures/make-api.ts";
import { hasNoBrowser, openBrowser } from "./fixtures/open-browser.ts";
import { type ServedApp, serveApp } from "./fixtures/serve-app.ts";

const PAGES = [
  "/docs?lang=cy",
  "/docs?lang=en",
  "/problems/DECISION_CHANGED?lang=cy",
  "/problems/DECISION_CHANGED?lang=en",
];

describe.skipIf(hasNoBrowser)(
  "the reference in a browser (skipped where there is no Chromium, unless NEUADD_REQUIRE_ALL=1)",
  () => {
    let api: TestApi;
    let server: ServedApp;
    let browser: Browser;
    const faults: string[] = [];

    beforeAll(async () => {
      [browser, api] = await Promise.all([openBrowser(), makeApi()]);
      server = await serveApp(api.app);
    });
    afterAll(async () => {
      await browser.close();
      server.close();
      await api.services.store.close();
    });

    async function openContext(
      options: Parameters<Browser["newContext"]>[0],
    ): Promise<BrowserContext> {
      const context = await browser.newContext(options);
      // What the content security policy refuses is an error of the console.
      context.on("console", (message) => {
        if (message.type() === "error") faults.push(message.text());
      });
      return context;
    }

    it.each(PAGES)(
      "has nothing that axe finds against WCAG 2.2 AA, and breaks no policy of its own: %s",
      async (path) => {
        const context = await openContext({});
        const page = await context.newPage();
        await page.goto(`${server.url}${path}`);
        expect(await axeFaults(page)).toEqual([]);
        expect(faults).toEqual([]);
        await context.close();
      },
    );

    it("fits a screen 320 pixels wide without scrolling sideways", async () => {
      const context = await openContext({ viewport: { width: 320, height: 640 } });
      const page = await context.newPage();
      for (const path of PAGES) {
        await page.goto(`${server.url}${path}`);
        const overflow = await page.evaluate<number>(
          "document.documentElement.scrollWidth - document.documentElement.clientWidth",
        );
        expect([path, overflow]).toEqual([path, 0]);
      }
      await context.close();
    });

    it("is walked by keyboard: from the contents to an operation, to the shape of its answer", async () => {
      const context = await openContext({ viewport: { width: 1280, height: 900 } });
      const page = await context.newPage();
      await page.goto(`${server.url}/docs?lang=en`);
      await page.locator('.contents a[href="#requestBooking"]').focus();
      await page.keyboard.press("Enter");
      expect(new URL(page.url()).hash).toBe("#requestBooking");
      await page.keyboard.press("Tab");
      const focused = await page.evaluate<string>("document.activeElement.getAttribute('href')");
      expect(focused).toMatch(/^#shape-/);
      await page.keyboard.press("Enter");
      expect(new URL(page.url()).hash).toBe(focused);
      await context.close();
    });
  },
);
