import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { issueKey } from "../src/keys/issue-key.ts";
import { allPlugins, pluginsWithPages } from "./fixtures/all-plugins.ts";
import { axeFaults } from "./fixtures/axe-faults.ts";
import { hasNoBrowser, openBrowser } from "./fixtures/open-browser.ts";
import { type OpenPages, openPages } from "./fixtures/open-pages.ts";
import { schoolDefinition, schoolLike } from "./fixtures/school-definition.ts";
import { type ServedApp, serveApp } from "./fixtures/serve-app.ts";

describe.skipIf(hasNoBrowser)(
  "pages of plugins for anyone, in a browser (skipped where there is no Chromium, unless NEUADD_REQUIRE_ALL=1)",
  () => {
    let pages: OpenPages;
    let server: ServedApp;
    let browser: Browser;

    beforeAll(async () => {
      browser = await openBrowser();
      pages = await openPages({ plugins: pluginsWithPages() });
      server = await serveApp(pages.app);
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
          const answer = await page.goto(`${server.url}/${language}/x/${path}`);
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

describe.skipIf(hasNoBrowser)(
  "pages of plugins for schools, in a browser (skipped where there is no Chromium, unless NEUADD_REQUIRE_ALL=1)",
  () => {
    let pages: OpenPages;
    let server: ServedApp;
    let browser: Browser;

    beforeAll(async () => {
      browser = await openBrowser();
      const schools = [schoolDefinition, schoolLike("ysgol-arall"), schoolLike("ysgol-uchel")];
      pages = await openPages({ plugins: allPlugins(), schools });
      server = await serveApp(pages.app);
    });

    afterAll(async () => {
      await browser.close();
      server.close();
      await pages.services.store.close();
    });

    it.each(["vat", "email/outbox", "webhooks", "hirer-checks", "calendar-feed/outside"])(
      "/x/%s shows an operator one school at a time, and the next page the same one",
      async (path) => {
        const { services } = pages;
        const { key } = await issueKey(services, { kind: "operator", owner: "", label: "" });
        const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
        const page = await context.newPage();
        for (const [language, school, show, signIn] of [
          ["cy", "Ysgol", "Dangos", "Allwedd yr ysgol"],
          ["en", "School", "Show", "The school’s key"],
        ] as const) {
          await context.clearCookies();
          await page.goto(`${server.url}/${language}/x/${path}`);
          await page.getByLabel(signIn).fill(key);
          await page.keyboard.press("Enter");
          const choice = page.getByRole("combobox", { name: school, exact: true });
          await choice.selectOption("ysgol-uchel");
          await page.getByRole("button", { name: show, exact: true }).click();
          await page.waitForURL(`${server.url}/${language}/x/${path}?school=ysgol-uchel`);
          expect(await choice.inputValue()).toBe("ysgol-uchel");
          expect(await axeFaults(page)).toEqual([]);
          const overflow =
            "document.documentElement.scrollWidth - document.documentElement.clientWidth";
          expect(await page.evaluate(overflow)).toBe(0);
          await page.locator(".desk-bar").getByRole("link").last().click();
          await page.waitForURL(/\?school=ysgol-uchel$/);
          expect(await choice.inputValue()).toBe("ysgol-uchel");
        }
        await context.close();
      },
    );
  },
);
