import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { issueKey } from "../src/keys/issue-key.ts";
import { axeFaults } from "./fixtures/axe-faults.ts";
import { COVER_ENDS, coverPlugin } from "./fixtures/cover-plugin.ts";
import { deskPlugin } from "./fixtures/desk-plugin.ts";
import { hasNoBrowser, openBrowser } from "./fixtures/open-browser.ts";
import { type OpenPages, openPages, pagePlugin } from "./fixtures/open-pages.ts";
import { SCHOOL } from "./fixtures/school-definition.ts";
import { type ServedApp, serveApp } from "./fixtures/serve-app.ts";

const WEEK = `/en/schools/${SCHOOL}/week`;
const WYTHNOS = `/cy/ysgolion/${SCHOOL}/wythnos`;

/** A weekly series from before a half term until after it. */
const SERIES =
  "space=main-hall&date=2026-10-16&start=19:00&end=21:00&until=2026-11-13&termTime=yes";

const EVERY_PAGE = [
  "/cy",
  "/en",
  `/cy/ysgolion/${SCHOOL}`,
  `/en/schools/${SCHOOL}`,
  `${WYTHNOS}?week=2026-08-24`,
  `${WEEK}?week=2026-10-19&view=table`,
  `${WYTHNOS}?week=2026-10-19&view=list`,
  `${WEEK}?week=2026-09-07&space=main-hall`,
  `/en/schools/${SCHOOL}/request?${SERIES}`,
  `/cy/ysgolion/${SCHOOL}/cais?${SERIES}`,
  `/cy/ysgolion/${SCHOOL}/cais?${SERIES.replace("main-hall", "")}`,
  `/en/schools/${SCHOOL}/request?space=main-hall&date=${COVER_ENDS}&start=19:00&end=21:00`,
  "/cy/hygyrchedd",
  "/en/accessibility",
  "/cy/x/notices",
  "/en/x/notices",
  "/cy/dim-byd",
  "/en/x/notices/broken",
];

const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 320, height: 700 };

describe.skipIf(hasNoBrowser)(
  "pages in a browser (skipped where there is no Chromium, unless NEUADD_REQUIRE_ALL=1)",
  () => {
    let pages: OpenPages;
    let server: ServedApp;
    let browser: Browser;

    beforeAll(async () => {
      browser = await openBrowser();
      pages = await openPages({ plugins: [pagePlugin, coverPlugin, deskPlugin()] });
      server = await serveApp(pages.app);
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

    it.each(EVERY_PAGE)(
      "have nothing that axe finds against WCAG 2.2 AA, in light colours and in dark ones: %s",
      async (path) => {
        await withPage({ viewport: WIDE }, async (page) => {
          await page.goto(`${server.url}${path}`);
          expect(await axeFaults(page)).toEqual([]);
        });
      },
    );

    it("fit a screen 320 pixels wide without scrolling sideways, and still pass axe there", async () => {
      await withPage({ viewport: { width: 320, height: 640 } }, async (page) => {
        for (const path of EVERY_PAGE) {
          await page.goto(`${server.url}${path}`);
          const overflow = await page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth",
          );
          expect([path, overflow]).toEqual([path, 0]);
        }
        await page.goto(`${server.url}${WEEK}`);
        expect(await axeFaults(page)).toEqual([]);
      });
    });

    it("show the week as a table on wide screens, as a list on narrow ones, and as chosen on any", async () => {
      const shows = async (width: number, path: string): Promise<string[]> => {
        const shown: string[] = [];
        await withPage({ viewport: { width, height: 900 } }, async (page) => {
          await page.goto(`${server.url}${path}`);
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
        await page.goto(`${server.url}/en`);
        await page.keyboard.press("Tab");
        expect(await focusedText(page)).toBe("Skip to main content");
        await page.keyboard.press("Enter");
        await tabTo(page, "What is free this week");
        await page.keyboard.press("Enter");
        await page.waitForURL(`${server.url}${WEEK}`);
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

    it("show what a series would cost, and of which dates plugins warn, in either language", async () => {
      await withPage({ javaScriptEnabled: false, viewport: NARROW }, async (page) => {
        for (const [path, warning, price] of [
          [`/en/schools/${SCHOOL}/request`, "Please note: The insurance", "The price: £120.00"],
          [`/cy/ysgolion/${SCHOOL}/cais`, "Sylwch: Bydd yr yswiriant", "Y pris: £120.00"],
        ]) {
          await page.goto(`${server.url}${path}?${SERIES}`);
          const dates = page.getByRole("table").getByRole("row");
          expect(await dates.filter({ hasText: warning ?? "" }).count()).toBe(2);
          expect(await page.getByText(price ?? "").isVisible()).toBe(true);
          const lines = page.getByRole("group").filter({ hasText: "£30.00" });
          expect(await lines.getByRole("listitem").first().isVisible()).toBe(false);
          await lines.locator("summary").press("Enter");
          expect(await lines.getByRole("listitem").first().isVisible()).toBe(true);
        }
      });
    });

    it("let a school sign in, send a form, put it right, and sign out, without a script and past axe", async () => {
      const { key } = await issueKey(pages.services, { kind: "school", owner: SCHOOL, label: "" });
      await withPage({ viewport: { width: 320, height: 640 } }, async (page) => {
        const passes = async (): Promise<void> => expect(await axeFaults(page)).toEqual([]);
        await page.goto(`${server.url}/cy/x/lost-property`);
        await passes();
        await page.getByLabel("Allwedd yr ysgol").fill(key);
        await page.keyboard.press("Enter");
        await page.getByRole("heading", { name: "Eiddo coll" }).waitFor();
        await passes();
        await page.getByRole("button", { name: /^Rhoi’n ôl.*Raced$/ }).click();
        await page.getByRole("alert").getByRole("link").click();
        expect(await focusedText(page)).toBe("I bwy");
        await passes();
        await page.keyboard.type("Clwb y Bryn");
        await page.keyboard.press("Enter");
        await page.getByRole("status").filter({ hasText: "Fe’i rhoddwyd yn ôl." }).waitFor();
        expect(await page.getByRole("button", { name: "Raced" }).count()).toBe(0);
        await passes();
        await page.getByLabel("I bwy").fill("breaks");
        await page.keyboard.press("Enter");
        await page.getByRole("alert").filter({ hasText: "Ni orffennwyd y gwaith" }).waitFor();
        await passes();
        const overflow =
          "document.documentElement.scrollWidth - document.documentElement.clientWidth";
        expect(await page.evaluate(overflow)).toBe(0);
        await page.getByRole("button", { name: "Allgofnodi" }).click();
        await page.goto(`${server.url}/en/x/lost-property`);
        await page.getByRole("heading", { name: "Sign in to the school’s desk" }).waitFor();
      });
    });

    it("work without scripts, and ask for nothing from elsewhere", async () => {
      await withPage({ javaScriptEnabled: false }, async (page) => {
        const asked: string[] = [];
        page.on("request", (request) => asked.push(new URL(request.url()).origin));
        for (const path of EVERY_PAGE) await page.goto(`${server.url}${path}`);
        expect(new Set(asked)).toEqual(new Set([server.url]));
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
