import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { issueKey } from "../src/keys/issue-key.ts";
import { axeFaults } from "./fixtures/axe-faults.ts";
import { makeHirer } from "./fixtures/make-hirer.ts";
import { hasNoBrowser, openBrowser } from "./fixtures/open-browser.ts";
import { openSites, type Sites } from "./fixtures/open-sites.ts";
import { SCHOOL } from "./fixtures/school-definition.ts";
import { visit } from "./fixtures/visit.ts";

describe.skipIf(hasNoBrowser)(
  "what lets the widget into other sites, in a browser (skipped where there is no Chromium, unless NEUADD_REQUIRE_ALL=1)",
  () => {
    let browser: Browser;
    let sites: Sites;

    beforeAll(async () => {
      [browser, sites] = await Promise.all([openBrowser(), openSites()]);
    });
    afterAll(async () => {
      await browser.close();
      await sites.close();
    });

    const frame = () =>
      `<iframe src="${sites.server}/embed/frame?school=${SCHOOL}&space=main-hall" title="What is free" width="600" height="150"></iframe>`;

    it("gives the frame the height of its content, and believes nobody else about it", async () => {
      const address = sites.publish(frame(), {
        script: "frame-parent.js",
        policy: `frame-src ${sites.server}`,
      });
      await visit(browser, address, async ({ page, complaints }) => {
        const height = async () => Number(await page.locator("iframe").getAttribute("height"));
        await expect.poll(height).toBeGreaterThan(300);
        const inner = page.frameLocator("iframe");
        await inner.locator('[aria-busy="false"]').waitFor();
        const before = await height();
        await inner.getByRole("button", { name: "List" }).click();
        await expect.poll(height).not.toBe(before);
        const honest = await height();
        await page.evaluate("postMessage({ neuadd: 'height', height: 5000 }, '*')");
        await page.evaluate("new Promise((resolve) => setTimeout(resolve))");
        expect(await height()).toBe(honest);
        expect(complaints).toEqual([]);
      });
    });

    it("opens links of the frame in the whole window", async () => {
      const address = sites.publish(frame(), { policy: `frame-src ${sites.server}` });
      await visit(browser, address, async ({ page }) => {
        // Today is within the notice of the hall; later days of the week are not.
        const framed = page.frameLocator("iframe");
        await framed.getByRole("button", { name: "List" }).click();
        await framed.locator('a[part="request-link"]').first().click();
        await page.waitForURL(/\/en\/schools\/.*\/request\?/);
        expect(await page.locator("h1").textContent()).toBe("Ask for a time");
      });
    });

    it("shows the link that the page has where scripts are off", async () => {
      const body = `<neuadd-availability school="${SCHOOL}"><a href="${sites.server}/en">See what is free</a></neuadd-availability>`;
      await visit(
        browser,
        sites.publish(body),
        async ({ page }) => {
          expect(await page.getByRole("link", { name: "See what is free" }).isVisible()).toBe(true);
        },
        { javaScriptEnabled: false },
      );
    });

    it("runs a script that is pinned by its digest, as the page about embedding has it", async () => {
      const text = await sites.pages.read("/en/embed");
      const integrity = /integrity=&quot;(sha384-[^&]+)&quot;/.exec(text)?.[1] ?? "";
      const path = /\/embed\/[^/]+\/neuadd\.js/.exec(text)?.[0] ?? "";
      const shown = async (digest: string) => {
        let isShown = false;
        const body =
          `<script type="module" src="${sites.server}${path}" integrity="${digest}" crossorigin="anonymous"></script>` +
          `<neuadd-availability school="${SCHOOL}" server="${sites.server}"></neuadd-availability>`;
        await visit(
          browser,
          sites.publish(body, { script: "frame-parent.js" }),
          async ({ page }) => {
            isShown =
              (await page.evaluate("customElements.get('neuadd-availability') !== undefined")) ===
              true;
          },
        );
        return isShown;
      };
      expect(await shown(integrity)).toBe(true);
      expect(await shown(`sha384-${"A".repeat(64)}`)).toBe(false);
    });

    it("is shown on the page about embedding, which axe finds nothing on, wide and narrow", async () => {
      for (const [path, width] of [
        [`/cy/mewnosod?school=${SCHOOL}`, 1280],
        [`/en/embed?school=${SCHOOL}`, 320],
        [`/embed/frame?school=${SCHOOL}&lang=cy`, 600],
      ] as const) {
        await visit(
          browser,
          sites.server + path,
          async ({ page, complaints }) => {
            await page.locator('[aria-busy="false"]').waitFor();
            expect([path, await axeFaults(page)]).toEqual([path, []]);
            const overflow = await page.evaluate(
              "document.documentElement.scrollWidth - document.documentElement.clientWidth",
            );
            expect([path, overflow]).toEqual([path, 0]);
            expect(complaints).toEqual([]);
          },
          { viewport: { width, height: 900 }, bypassCSP: false },
        );
      }
    });

    it("leads without scripts, by keyboard, from a time to a request that is sent, and axe finds nothing on the way", async () => {
      const { services } = sites.pages;
      const hirer = await makeHirer(services);
      const { key } = await issueKey(services, { kind: "hirer", owner: hirer.id, label: "clwb" });
      const query = "space=main-hall&date=2026-09-18&start=19:00&end=21:00";
      await visit(
        browser,
        `${sites.server}/en/schools/${SCHOOL}/request?${query}`,
        async ({ page }) => {
          await page.getByLabel("Name of the event", { exact: true }).fill("Cyngerdd");
          await page.getByRole("button", { name: "Send the request" }).press("Enter");
          await page.getByRole("alert").waitFor();
          await page.getByRole("link", { name: "Enter the activity." }).press("Enter");
          await page.getByLabel("Activity").fill("concert");
          await page.getByLabel("Your organisation’s key").fill(key);
          expect(await page.getByLabel("Name of the event", { exact: true }).inputValue()).toBe(
            "Cyngerdd",
          );
          await page.keyboard.press("Enter");
          await page.getByText("This time is free", { exact: true }).waitFor();
          await page.getByLabel("Last date").fill("2026-10-02");
          await page.keyboard.press("Enter");
          await page.getByText("Dates that can be had: 3", { exact: true }).waitFor();
          await page.getByRole("button", { name: "Send the request" }).press("Enter");
          await page.waitForURL(/\/request\/sent\?booking=bok_/);
        },
        { javaScriptEnabled: false },
      );
      await visit(
        browser,
        `${sites.server}/cy/ysgolion/${SCHOOL}/cais?${query}`,
        async ({ page }) => {
          expect(await axeFaults(page)).toEqual([]);
          await page.getByRole("button", { name: "Anfon y cais" }).click();
          await page.getByRole("alert").waitFor();
          expect(await axeFaults(page)).toEqual([]);
        },
        { viewport: { width: 320, height: 800 } },
      );
    });
  },
);
