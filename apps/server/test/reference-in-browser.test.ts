import AxeBuilder from "@axe-core/playwright";
import { type ServerType, serve } from "@hono/node-server";
import { type Browser, type BrowserContext, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHROMIUM_ARGUMENTS, findChromium } from "./fixtures/find-chromium.ts";
import { makeApi, type TestApi } from "./fixtures/make-api.ts";

const executable = findChromium();
const isRequired = process.env["NEUADD_REQUIRE_ALL"] === "1";

const PAGES = [
  "/docs?lang=cy",
  "/docs?lang=en",
  "/problems/DECISION_CHANGED?lang=cy",
  "/problems/DECISION_CHANGED?lang=en",
];

const STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

describe.skipIf(executable === undefined && !isRequired)(
  "the reference in a browser (skipped where there is no Chromium, unless NEUADD_REQUIRE_ALL=1)",
  () => {
    let api: TestApi;
    let server: ServerType;
    let browser: Browser;
    let url = "";
    const faults: string[] = [];

    beforeAll(async () => {
      if (executable === undefined) {
        throw new Error("There is no Chromium. Install it, or name it with CHROMIUM.");
      }
      api = await makeApi();
      const port = await new Promise<number>((resolve) => {
        server = serve({ fetch: api.app.fetch, port: 0 }, (info) => resolve(info.port));
      });
      url = `http://localhost:${port}`;
      browser = await chromium.launch({
        executablePath: executable,
        args: [...CHROMIUM_ARGUMENTS],
      });
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

    async function findFaults(
      colorScheme: "light" | "dark",
      paths: readonly string[],
      restrict: (axe: AxeBuilder) => AxeBuilder,
    ): Promise<unknown[]> {
      const context = await openContext({ colorScheme });
      const page = await context.newPage();
      const found: unknown[] = [];
      for (const path of paths) {
        await page.goto(`${url}${path}`);
        const { violations } = await restrict(new AxeBuilder({ page })).analyze();
        found.push(...violations.map(({ id, nodes }) => [path, id, nodes[0]?.html]));
      }
      await context.close();
      return found;
    }

    it("has nothing that axe finds against WCAG 2.2 AA, and breaks no policy of its own", async () => {
      expect(await findFaults("light", PAGES, (axe) => axe.withTags(STANDARDS))).toEqual([]);
      expect(faults).toEqual([]);
    });

    it("is as legible in dark colours", async () => {
      const paths = PAGES.filter((path) => path.endsWith("en"));
      const found = await findFaults("dark", paths, (axe) =>
        axe.withRules(["color-contrast", "link-in-text-block"]),
      );
      expect(found).toEqual([]);
    });

    it("fits a screen 320 pixels wide without scrolling sideways", async () => {
      const context = await openContext({ viewport: { width: 320, height: 640 } });
      const page = await context.newPage();
      for (const path of PAGES) {
        await page.goto(`${url}${path}`);
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
      await page.goto(`${url}/docs?lang=en`);
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
