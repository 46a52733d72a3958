import type { Browser } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { approveBooking } from "../src/ledger/approve-booking.ts";
import { requestBooking } from "../src/ledger/request-booking.ts";
import { axeFaults } from "./fixtures/axe-faults.ts";
import { makeHirer } from "./fixtures/make-hirer.ts";
import { hasNoBrowser, openBrowser } from "./fixtures/open-browser.ts";
import { openSites, type Sites } from "./fixtures/open-sites.ts";
import { SCHOOL } from "./fixtures/school-definition.ts";
import { visit } from "./fixtures/visit.ts";

/** What else stands on a school's page is the school's. */
const OURS = { within: "main" };

const WEEK = `<neuadd-availability school="${SCHOOL}" space="sports-hall-a" from="2026-09-08"></neuadd-availability>`;
const WHOLE_SCHOOL = `<neuadd-availability school="${SCHOOL}" from="2026-09-08"></neuadd-availability>`;
const MONTH = WEEK.replace(" from", ' view="month" from');
const MONTH_LIST = WEEK.replace(" from", ' view="month-list" from');
const WHATS_ON = `<neuadd-whats-on school="${SCHOOL}" from="2026-09-08"></neuadd-whats-on>`;

/** Every state that the elements show when all is well, on one page. */
const STATES = [
  WEEK,
  WHOLE_SCHOOL,
  WHOLE_SCHOOL.replace(" from", ' view="month" from'),
  MONTH_LIST,
  `<neuadd-availability school="${SCHOOL}" space="main-hall" view="month" from="2026-12-08"></neuadd-availability>`,
  `<neuadd-availability school="${SCHOOL}" space="community-room" view="week-list"></neuadd-availability>`,
  WHATS_ON,
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

    for (const lang of ["cy", "en"] as const) {
      it(`finds nothing in any state, in ${lang}`, async () => {
        await visit(
          browser,
          sites.publish(STATES, { lang }),
          async ({ page }) => {
            await expect.poll(() => page.locator('[aria-busy="false"]').count()).toBe(8);
            await expect.poll(() => page.locator("neuadd-whats-on .heading").count()).toBe(2);
            expect(await axeFaults(page, OURS)).toEqual([]);
          },
          { bypassCSP: true, viewport: { width: 1000, height: 800 } },
        );
      });

      it(`finds nothing while it waits, is stale, has days that are not known or has failed, in ${lang}`, async () => {
        const options = { bypassCSP: true };
        // The last two are led to days that nobody has seen.
        const body = WEEK + WHATS_ON + MONTH_LIST + MONTH + WHATS_ON;
        sites.behave("hold");
        await visit(
          browser,
          sites.publish(body, { lang }),
          async ({ page }) => {
            await expect.poll(() => page.locator(".loading").count()).toBe(5);
            expect(await axeFaults(page, OURS)).toEqual([]);
            sites.behave("answer");
            await expect.poll(() => page.locator('[aria-busy="false"]').count()).toBe(5);
            await page.context().setOffline(true);
            // Each says that its clock is a demonstration's, and that its times may be out of date.
            await expect.poll(() => page.locator(".notice").count()).toBe(10);
            for (const index of [3, 4]) {
              await page.locator('[data-focus="next"]').nth(index).click();
            }
            await expect.poll(() => page.locator('[part="notice error"]').count()).toBe(2);
            expect(await page.locator(".cell.unknown").count()).toBe(31);
            expect(await axeFaults(page, OURS)).toEqual([]);
          },
          options,
        );
        sites.behave("fail");
        await visit(
          browser,
          sites.publish(WEEK + WHATS_ON, { lang }),
          async ({ page }) => {
            await expect.poll(() => page.locator('[part="notice error"]').count()).toBe(2);
            expect(await axeFaults(page, OURS)).toEqual([]);
          },
          options,
        );
      });
    }

    it("finds nothing in 240 pixels, in a week and a month, a table and a list, Welsh and English", async () => {
      const body = WHOLE_SCHOOL + MONTH + MONTH_LIST.replace(" from", ' lang="en" from') + WHATS_ON;
      await visit(
        browser,
        sites.publish(body, { lang: "cy" }),
        async ({ page }) => {
          await expect.poll(() => page.locator('[aria-busy="false"]').count()).toBe(4);
          expect(await axeFaults(page, OURS)).toEqual([]);
        },
        { bypassCSP: true, viewport: { width: 240, height: 800 } },
      );
    });
  },
);
