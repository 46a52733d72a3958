import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { approveBooking } from "../src/ledger/approve-booking.ts";
import { requestBooking } from "../src/ledger/request-booking.ts";
import { makeHirer } from "./fixtures/make-hirer.ts";
import { hasNoBrowser, openBrowser } from "./fixtures/open-browser.ts";
import { openSites, type Sites } from "./fixtures/open-sites.ts";
import { SCHOOL } from "./fixtures/school-definition.ts";
import { visit } from "./fixtures/visit.ts";

const STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const WEEK = `<neuadd-availability school="${SCHOOL}" space="sports-hall-a" from="2026-09-08"></neuadd-availability>`;
const WHOLE_SCHOOL = `<neuadd-availability school="${SCHOOL}" from="2026-09-08"></neuadd-availability>`;

/** Every state that the elements show when all is well, on one page. */
const STATES = [
  WEEK,
  WHOLE_SCHOOL,
  `<neuadd-availability school="${SCHOOL}" space="main-hall" view="month" from="2026-12-08"></neuadd-availability>`,
  `<neuadd-availability school="${SCHOOL}" space="community-room" view="week-list"></neuadd-availability>`,
  `<neuadd-whats-on school="${SCHOOL}" from="2026-09-08"></neuadd-whats-on>`,
  `<neuadd-whats-on school="${SCHOOL}" view="week" from="2027-03-08"></neuadd-whats-on>`,
  `<neuadd-book-button school="${SCHOOL}" space="main-hall" from="2026-09-08T18:00" minutes="60"></neuadd-book-button>`,
].join("");

describe.skipIf(hasNoBrowser)(
  "axe on the widget (skipped where there is no Chromium, unless NEUADD_REQUIRE_ALL=1)",
  () => {
    let browser: Browser;
    let sites: Sites;

    beforeAll(async () => {
      [browser, sites] = await Promise.all([openBrowser(), openSites()]);
      const { services } = sites.pages;
      const { booking } = await requestBooking(services, SCHOOL, "system", {
        hirer: (await makeHirer(services)).id,
        title: "Cyngerdd",
        activity: "concert",
        space: "sports-hall",
        first: "2026-09-08",
        startTime: "17:00",
        endTime: "22:00",
        publicTitle: true,
      });
      await approveBooking(services, SCHOOL, "system", booking.id, { revision: booking.revision });
    });
    beforeEach(() => sites.behave("answer"));
    afterAll(async () => {
      await browser.close();
      await sites.close();
    });

    async function faultsOf(page: Page): Promise<unknown[]> {
      const { violations } = await new AxeBuilder({ page })
        .withTags(STANDARDS)
        // What else stands on a school's page is the school's.
        .include("main")
        .analyze();
      return violations.map(({ id, nodes }) => [id, nodes[0]?.html, nodes[0]?.failureSummary]);
    }

    for (const lang of ["cy", "en"] as const) {
      for (const colorScheme of ["light", "dark"] as const) {
        it(`finds nothing in any state, in ${lang}, ${colorScheme}`, async () => {
          await visit(
            browser,
            sites.publish(STATES, { lang }),
            async ({ page }) => {
              await expect.poll(() => page.locator('[aria-busy="false"]').count()).toBe(4);
              await expect.poll(() => page.locator("neuadd-whats-on .heading").count()).toBe(2);
              expect(await faultsOf(page)).toEqual([]);
            },
            { colorScheme, bypassCSP: true, viewport: { width: 1000, height: 800 } },
          );
        });

        it(`finds nothing while it waits, is stale or has failed, in ${lang}, ${colorScheme}`, async () => {
          const options = { colorScheme, bypassCSP: true };
          const body = WEEK;
          sites.behave("hold");
          await visit(
            browser,
            sites.publish(body, { lang }),
            async ({ page }) => {
              await page.locator(".loading").waitFor();
              expect(await faultsOf(page)).toEqual([]);
              sites.behave("answer");
              await page.locator('[aria-busy="false"]').waitFor();
              await page.context().setOffline(true);
              await page.locator(".notice").nth(1).waitFor();
              expect(await faultsOf(page)).toEqual([]);
            },
            options,
          );
          sites.behave("fail");
          await visit(
            browser,
            sites.publish(body, { lang }),
            async ({ page }) => {
              await page.locator('[part="notice error"]').waitFor();
              expect(await faultsOf(page)).toEqual([]);
            },
            options,
          );
        });
      }
    }

    it("finds nothing in 240 pixels", async () => {
      await visit(
        browser,
        sites.publish(WHOLE_SCHOOL),
        async ({ page }) => {
          await page.locator('[aria-busy="false"]').waitFor();
          expect(await faultsOf(page)).toEqual([]);
        },
        { bypassCSP: true, viewport: { width: 240, height: 800 } },
      );
    });
  },
);
