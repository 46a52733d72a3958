import AxeBuilder from "@axe-core/playwright";
import { type ServerType, serve } from "@hono/node-server";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHROMIUM_ARGUMENTS, findChromium } from "./fixtures/find-chromium.ts";
import { type OpenPages, openPages, pagePlugin } from "./fixtures/open-pages.ts";
import { SCHOOL } from "./fixtures/school-definition.ts";

const executable = findChromium();
const isRequired = process.env["NEUADD_REQUIRE_ALL"] === "1";

const WEEK = `/en/schools/${SCHOOL}/week`;
const WYTHNOS = `/cy/ysgolion/${SCHOOL}/wythnos`;

const EVERY_PAGE = [
  "/cy",
  "/en",
  `/cy/ysgolion/${SCHOOL}`,
  `/en/schools/${SCHOOL}`,
  `${WYTHNOS}?week=2026-08-24`,
  `${WEEK}?week=2026-10-19&view=table`,
  `${WYTHNOS}?week=2026-10-19&view=list`,
  `${WEEK}?week=2026-09-07&space=main-hall`,
  "/cy/hygyrchedd",
  "/en/accessibility",
  "/cy/x/notices",
  "/en/x/notices",
  "/cy/dim-byd",
  "/en/x/notices/broken",
];

const WIDE = { width: 1280, height: 900 };

const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

const STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

describe.skipIf(executable === undefined && !isRequired)(
  "pages in a browser (skipped where there is no Chromium, unless NEUADD_REQUIRE_ALL=1)",
  () => {
    let pages: OpenPages;
    let server: ServerType;
    let browser: Browser;
    let url: string;

    beforeAll(async () => {
      if (executable === undefined) {
        throw new Error("There is no Chromium. Install it, or name it with CHROMIUM.");
      }
      pages = await openPages({ plugins: [pagePlugin] });
      const port = await new Promise<number>((resolve) => {
        server = serve({ fetch: pages.app.fetch, port: 0 }, (info) => resolve(info.port));
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
      await pages.services.store.close();
    });

    async function withPage(
      options: Parameters<Browser["newContext"]>[0],
      work: (page: Page) => Promise<void>,
    ): Promise<void> {
      const context = await browser.newContext({ locale: "en-GB", ...options });
      await work(await context.newPage());
      await context.close();
    }

    async function findFaults(
      page: Page,
      restrict: (axe: AxeBuilder) => AxeBuilder,
    ): Promise<unknown[]> {
      const faults: unknown[] = [];
      for (const path of EVERY_PAGE) {
        await page.goto(`${url}${path}`);
        const { violations } = await restrict(new AxeBuilder({ page })).analyze();
        faults.push(...violations.map(({ id, nodes }) => [path, id, nodes[0]?.html]));
      }
      return faults;
    }

    it("have nothing that axe finds against WCAG 2.2 AA", async () => {
      await withPage({ colorScheme: "light", viewport: WIDE }, async (page) => {
        expect(await findFaults(page, (axe) => axe.withTags(STANDARDS))).toEqual([]);
      });
    });

    it("have nothing that axe finds against colours in the dark scheme", async () => {
      await withPage({ colorScheme: "dark", viewport: WIDE }, async (page) => {
        // Only colours differ: the same page is sent for both schemes.
        expect(await findFaults(page, (axe) => axe.withRules(COLOUR_RULES))).toEqual([]);
      });
    });

    it("fit a screen 320 pixels wide without scrolling sideways, and still pass axe there", async () => {
      await withPage({ viewport: { width: 320, height: 640 } }, async (page) => {
        for (const path of EVERY_PAGE) {
          await page.goto(`${url}${path}`);
          const overflow = await page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth",
          );
          expect([path, overflow]).toEqual([path, 0]);
        }
        await page.goto(`${url}${WEEK}`);
        const { violations } = await new AxeBuilder({ page }).withTags(STANDARDS).analyze();
        expect(violations).toEqual([]);
      });
    });

    it("show the week as a table on wide screens, as a list on narrow ones, and as chosen on any", async () => {
      const shows = async (width: number, path: string): Promise<string[]> => {
        const shown: string[] = [];
        await withPage({ viewport: { width, height: 900 } }, async (page) => {
          await page.goto(`${url}${path}`);
          for (const part of [".table-region", ".week-list"]) {
            const place = page.locator(part);
            if ((await place.count()) > 0 && (await place.isVisible())) shown.push(part);
          }
        });
        return shown;
      };
      expect(await shows(1280, WEEK)).toEqual([".table-region"]);
      expect(await shows(320, WEEK)).toEqual([".week-list"]);
      expect(await shows(320, `${WEEK}?view=table`)).toEqual([".table-region"]);
      expect(await shows(1280, `${WEEK}?view=list`)).toEqual([".week-list"]);
    });

    it("lead by keyboard alone from the home page to the week of one space, with the focus seen", async () => {
      await withPage({ viewport: WIDE }, async (page) => {
        await page.goto(`${url}/en`);
        await page.keyboard.press("Tab");
        expect(await focusedText(page)).toBe("Skip to main content");
        await page.keyboard.press("Enter");
        await tabTo(page, "What is free this week");
        await page.keyboard.press("Enter");
        await page.waitForURL(`${url}${WEEK}`);
        await tabTo(page, "Next week");
        await page.keyboard.press("Enter");
        await page.waitForURL(/week=2026-08-31/);
        await tabTo(page, "Space");
        await page.keyboard.press("ArrowDown");
        await tabTo(page, "Show");
        await page.keyboard.press("Enter");
        await page.waitForURL(/space=sports-hall/);
        expect(await page.locator("h1").textContent()).toContain("Sports hall");
        await page.keyboard.press("Tab");
        await tabTo(page, "Cymraeg");
        await page.keyboard.press("Enter");
        await page.waitForURL(/\/cy\/ysgolion\/.*week=2026-08-31.*space=sports-hall/);
      });
    });

    it("work without scripts, and ask for nothing from elsewhere", async () => {
      await withPage({ javaScriptEnabled: false }, async (page) => {
        const asked: string[] = [];
        page.on("request", (request) => asked.push(new URL(request.url()).origin));
        for (const path of EVERY_PAGE) await page.goto(`${url}${path}`);
        expect(new Set(asked)).toEqual(new Set([url]));
      });
    });
  },
);

/** Presses Tab until what has the focus bears the name, and checks that the focus can be seen there. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press("Tab");
    if ((await focusedText(page)).includes(name)) {
      const outline = await page.evaluate("getComputedStyle(document.activeElement).outlineStyle");
      expect([name, outline]).toEqual([name, "solid"]);
      return;
    }
  }
  throw new Error(`Tab does not lead to "${name}" on ${page.url()}.`);
}

async function focusedText(page: Page): Promise<string> {
  const text: unknown = await page.evaluate(
    "(document.activeElement.labels?.[0] ?? document.activeElement).textContent.trim()",
  );
  return String(text);
}
