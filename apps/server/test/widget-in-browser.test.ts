import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { approveBooking } from "../src/ledger/approve-booking.ts";
import { requestBooking } from "../src/ledger/request-booking.ts";
import { makeHirer } from "./fixtures/make-hirer.ts";
import { hasNoBrowser, openBrowser } from "./fixtures/open-browser.ts";
import { openSites, type Sites } from "./fixtures/open-sites.ts";
import { SCHOOL } from "./fixtures/school-definition.ts";
import { heard, listenFor, visit } from "./fixtures/visit.ts";

const HALL = `<neuadd-availability school="${SCHOOL}" space="sports-hall" from="2026-09-08"></neuadd-availability>`;
const SCHOOL_WIDE = `<neuadd-availability school="${SCHOOL}" from="2026-09-08"></neuadd-availability>`;

describe.skipIf(hasNoBrowser)(
  "the widget on a school's own site (skipped where there is no Chromium, unless NEUADD_REQUIRE_ALL=1)",
  () => {
    let browser: Browser;
    let sites: Sites;

    beforeAll(async () => {
      [browser, sites] = await Promise.all([openBrowser(), openSites()]);
      const { services } = sites.pages;
      const hirer = await makeHirer(services);
      const { booking } = await requestBooking(services, SCHOOL, "system", {
        hirer: hirer.id,
        title: "Clwb Badminton y Bryn",
        activity: "badminton",
        space: "sports-hall-a",
        first: "2026-09-08",
        startTime: "18:00",
        endTime: "19:30",
        publicTitle: true,
      });
      await approveBooking(services, SCHOOL, "system", booking.id, { revision: booking.revision });
    });

    afterAll(async () => {
      await browser.close();
      await sites.close();
    });

    it("shows a week of one space from another origin under a strict policy, without cookies or third parties", async () => {
      await visit(browser, sites.publish(HALL), async ({ page, complaints }) => {
        const origins = new Set<string>();
        page.on("request", (request) => origins.add(new URL(request.url()).origin));
        await page.reload();
        await cell(page, "2026-09-08").waitFor();
        await settled(page);
        expect(await nameOf(cell(page, "2026-09-08"))).toBe(
          "Tuesday 8 September 2026, Autumn term. Free: 5pm to 6pm, 7:30pm to 10pm",
        );
        expect(await nameOf(cell(page, "2026-09-09"))).toContain("Free: 5pm to 10pm");
        expect(await page.locator(".heading").textContent()).toBe("What is free: Sports hall");
        expect(await page.locator(".title").textContent()).toBe("7 to 13 September 2026");
        expect(origins).toEqual(new Set([sites.site, sites.server]));
        expect(complaints).toEqual([]);
        expect(await page.context().cookies()).toEqual([]);
        expect(sites.seen.filter(({ cookie }) => cookie !== undefined)).toEqual([]);
      });
    });

    it("leads to the request page with the time filled in, where it can be had", async () => {
      await visit(browser, sites.publish(HALL), async ({ page }) => {
        await page
          .getByRole("link", {
            name: "Ask for this time: Sports hall, Tuesday 8 September 2026, 7:30pm to 10pm",
          })
          .click();
        await page.waitForURL(/\/en\/schools\/.*\/request\?/);
        expect(new URL(page.url()).search).toBe(
          "?space=sports-hall&date=2026-09-08&start=19%3A30&end=20%3A30",
        );
        expect(await page.locator(".outcome").textContent()).toContain("This time is free");
      });
    });

    it("proposes as many minutes as the page says, and leaves out free time that is shorter", async () => {
      const body = HALL.replace(" from", ' minutes="90" from');
      await visit(browser, sites.publish(body), async ({ page }) => {
        await settled(page);
        expect(await nameOf(cell(page, "2026-09-08"))).toContain("Free: 7:30pm to 10pm");
        const link = page.locator('a[part="request-link"]');
        expect(await link.getAttribute("href")).toContain("start=19%3A30&end=21%3A00");
      });
    });

    it("shows every space of a school, and one of them when it is chosen", async () => {
      await visit(browser, sites.publish(SCHOOL_WIDE), async ({ page }) => {
        await settled(page);
        expect(await page.getByRole("rowheader").allTextContents()).toEqual([
          "Sports hall",
          "Sports hall, half A",
          "Badminton court 1",
          "Badminton court 2",
          "Sports hall, half B",
          "Badminton court 3",
          "Badminton court 4",
          "Main hall",
          "Community room",
        ]);
        await page.getByLabel("Space").selectOption("community-room");
        await settled(page);
        expect(await page.getByRole("rowheader").count()).toBe(0);
        expect(await page.getByRole("gridcell").count()).toBe(7);
      });
    });

    it("says in the list what it says in the table, in a week and in a month", async () => {
      await visit(browser, sites.publish(HALL), async ({ page }) => {
        await settled(page);
        await page.getByRole("button", { name: "List" }).click();
        expect(await page.getByRole("grid").count()).toBe(0);
        expect(await page.locator(".day").count()).toBe(7);
        expect(
          await page.locator(".day", { hasText: "Tuesday 8 September" }).textContent(),
        ).toMatch(/5pm to 6pm.*7:30pm to 10pm/);
        await page.getByRole("button", { name: "Month" }).click();
        await settled(page);
        expect(await page.locator(".day").count()).toBe(30);
        await page.getByRole("button", { name: "Table" }).click();
        expect(await page.locator("[data-date]").count()).toBe(30);
        expect(await page.locator("neuadd-availability").getAttribute("view")).toBe("month");
      });
    });

    it("is one stop for the Tab key, and is walked through as date grids are", async () => {
      await visit(browser, sites.publish(HALL), async ({ page }) => {
        await settled(page);
        await page.getByRole("button", { name: "List" }).focus();
        await page.keyboard.press("Tab");
        expect(await focusedDate(page)).toBe("2026-09-08");
        const steps: [string, string][] = [
          ["ArrowRight", "2026-09-09"],
          ["ArrowLeft", "2026-09-08"],
          ["End", "2026-09-13"],
          ["Home", "2026-09-07"],
          ["PageDown", "2026-09-14"],
          ["Shift+PageDown", "2026-10-14"],
          ["PageUp", "2026-10-07"],
          ["ArrowDown", "2026-10-14"],
          ["ArrowUp", "2026-10-07"],
        ];
        for (const [key, date] of steps) {
          await page.keyboard.press(key);
          expect([key, await focusedDate(page)]).toEqual([key, date]);
        }
        expect(await page.locator('[role="status"]').textContent()).toBe("5 to 11 October 2026");
        expect(await page.locator('[tabindex="0"]').count()).toBe(1);
        await page.keyboard.press("Tab");
        expect(
          await page.evaluate("document.activeElement.shadowRoot.activeElement.localName"),
        ).toBe("a");
      });
    });

    it("walks through a month by months and years, and never before what the page asks for", async () => {
      const body = HALL.replace(" from", ' view="month" from');
      await visit(browser, sites.publish(body), async ({ page }) => {
        await settled(page);
        await cell(page, "2026-09-08").focus();
        const steps: [string, string][] = [
          ["PageDown", "2026-10-08"],
          ["Shift+PageDown", "2027-10-08"],
          ["Shift+PageUp", "2026-10-08"],
          ["Shift+PageUp", "2026-08-24"],
          ["ArrowLeft", "2026-08-24"],
        ];
        for (const [key, date] of steps) {
          await page.keyboard.press(key);
          expect([key, await focusedDate(page)]).toEqual([key, date]);
        }
        const back = page.getByRole("button", { name: "Previous month" });
        expect(await back.getAttribute("aria-disabled")).toBe("true");
      });
    });

    it("tells the page what is chosen, in events that leave the shadow root and can be cancelled", async () => {
      await visit(browser, sites.publish(SCHOOL_WIDE), async ({ page }) => {
        await settled(page);
        await listenFor(page, "neuadd-select", "neuadd-navigate");
        await page.evaluate(
          "document.addEventListener('neuadd-select', (event) => event.preventDefault())",
        );
        await cell(page, "2026-09-10").nth(1).click();
        await page.keyboard.press("Enter");
        await page.locator('a[part="request-link"]').first().click();
        await page.getByRole("button", { name: "Next week" }).click();
        const chosen = { school: SCHOOL, space: "sports-hall-a", date: "2026-09-10" };
        expect(await heard(page)).toEqual([
          ["neuadd-select", chosen],
          ["neuadd-select", chosen],
          [
            "neuadd-select",
            {
              ...chosen,
              startTime: "17:00",
              endTime: "22:00",
              href: expect.stringContaining("/request?space=sports-hall-a&date=2026-09-10"),
            },
          ],
          ["neuadd-navigate", { from: "2026-09-14", to: "2026-09-21", view: "week" }],
        ]);
        expect(page.url()).toContain(sites.site);
      });
    });

    it("speaks Welsh where the page does, all of it", async () => {
      const body =
        SCHOOL_WIDE + `<neuadd-whats-on school="${SCHOOL}" from="2026-09-08"></neuadd-whats-on>`;
      await visit(browser, sites.publish(body, { lang: "cy" }), async ({ page }) => {
        await settled(page);
        await page.locator(".event").waitFor();
        const text = await page.evaluate(
          "[...document.querySelectorAll('neuadd-availability, neuadd-whats-on')].map((element) => element.shadowRoot.textContent).join(' ')",
        );
        expect(text).toContain("Beth sydd ar gael: Ysgol y Bryn");
        expect(text).toContain("Dydd Mawrth 8 Medi 2026");
        expect(text).toContain("5yh tan 6yh");
        expect(text).not.toMatch(
          /\b(?:the|free|week|month|space|today|closed|hall|pm|September)\b/i,
        );
      });
    });

    it("follows its own lang and attributes that change", async () => {
      await visit(browser, sites.publish(HALL), async ({ page }) => {
        await settled(page);
        const element = page.locator("neuadd-availability");
        await page.evaluate(
          "{ const element = document.querySelector('neuadd-availability'); element.lang = 'cy'; element.space = 'main-hall'; element.view = 'month'; element.minutes = 60 }",
        );
        await page.locator(".heading", { hasText: "Beth sydd ar gael: Prif neuadd" }).waitFor();
        expect(await page.locator(".title").textContent()).toBe("Medi 2026");
        expect(await element.getAttribute("minutes")).toBe("60");
      });
    });

    it("shows the times of the school's clocks and the school's today, wherever the visitor is", async () => {
      const shown: unknown[] = [];
      for (const timezoneId of ["Europe/London", "America/Los_Angeles", "Pacific/Kiritimati"]) {
        await visit(
          browser,
          sites.publish(SCHOOL_WIDE.replace(' from="2026-09-08"', "")),
          async ({ page }) => {
            await settled(page);
            shown.push(await page.getByRole("grid").ariaSnapshot());
          },
          { timezoneId },
        );
      }
      expect(shown[0]).toContain(
        '"Monday 24 August 2026, School holiday. Free: 9am to 9pm" [selected]',
      );
      expect(shown[1]).toEqual(shown[0]);
      expect(shown[2]).toEqual(shown[0]);
    });

    it("says that the clock is a demonstration's", async () => {
      await visit(browser, sites.publish(HALL), async ({ page }) => {
        await settled(page);
        const notice = page.locator(".notice");
        expect(await notice.textContent()).toBe(
          "Demonstration: the clock here is not the real time.",
        );
      });
    });

    it("names what is on, and only what may be named", async () => {
      const body = `<neuadd-whats-on school="${SCHOOL}" from="2026-09-08"></neuadd-whats-on>`;
      await visit(browser, sites.publish(body), async ({ page, complaints }) => {
        await page.locator(".event").waitFor();
        expect(await page.locator("li.day").allTextContents()).toEqual([
          "Tuesday 8 September 20266pm to 7:30pmClwb Badminton y BrynSports hall, half A",
        ]);
        await page.getByRole("button", { name: "Next month" }).click();
        await page.getByText("No public events are listed for these days.").waitFor();
        expect(await page.locator(".title").textContent()).toBe("October 2026");
        expect(complaints).toEqual([]);
      });
    });

    it("has a button that follows what is chosen beside it", async () => {
      const body =
        HALL.replace(" school", ' id="hall" school') +
        `<neuadd-book-button for="hall" school="${SCHOOL}">Llogi</neuadd-book-button>` +
        `<neuadd-book-button school="${SCHOOL}" space="main-hall" from="2026-09-08T18:00" minutes="90"></neuadd-book-button>`;
      await visit(browser, sites.publish(body), async ({ page }) => {
        await settled(page);
        const [following, fixed] = [
          page.locator("neuadd-book-button a").first(),
          page.locator("neuadd-book-button a").last(),
        ];
        expect(await following.textContent()).toBe("Llogi");
        await cell(page, "2026-09-11").click();
        await following.getByText("Friday 11 September 2026").waitFor();
        expect(await following.getAttribute("href")).toBe(
          `${sites.server}/en/schools/${SCHOOL}/request?space=sports-hall&date=2026-09-11`,
        );
        expect(await fixed.textContent()).toBe(
          "Ask to bookTuesday 8 September 2026, 6pm to 7:30pm",
        );
        expect(await fixed.getAttribute("href")).toBe(
          `${sites.server}/en/schools/${SCHOOL}/request?space=main-hall&date=2026-09-08&start=18%3A00&end=19%3A30`,
        );
      });
    });

    it("fits into 240 pixels, where the details say what the marks mean", async () => {
      const body = HALL + SCHOOL_WIDE.replace(" from", ' view="month" from');
      await visit(
        browser,
        sites.publish(body),
        async ({ page }) => {
          await settled(page);
          const overflow = await page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth",
          );
          expect(overflow).toBe(0);
          const box = await cell(page, "2026-09-08").first().boundingBox();
          expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
          expect(await page.getByText("7:30pm to 10pm").first().isVisible()).toBe(true);
        },
        { viewport: { width: 240, height: 800 } },
      );
    });

    it("leaves the buttons out of print, and moves nothing for those who want no motion", async () => {
      await visit(browser, sites.publish(HALL), async ({ page }) => {
        await settled(page);
        const button = page.getByRole("button", { name: "Next week" });
        const duration = () =>
          page.evaluate(
            "getComputedStyle(document.querySelector('neuadd-availability').shadowRoot.querySelector('button')).transitionDuration",
          );
        expect(await duration()).not.toBe("0s");
        await page.emulateMedia({ reducedMotion: "reduce" });
        expect(await duration()).toBe("0s");
        await page.emulateMedia({ media: "print" });
        expect(await button.isVisible()).toBe(false);
        expect(await cell(page, "2026-09-08").isVisible()).toBe(true);
      });
    });

    it("takes its colours from the page where the page sets them", async () => {
      await visit(browser, sites.publish(HALL), async ({ page }) => {
        await settled(page);
        await page.evaluate(
          "document.querySelector('neuadd-availability').style.setProperty('--neuadd-accent', 'rgb(1, 2, 3)')",
        );
        const colour = await page.evaluate(
          "getComputedStyle(document.querySelector('neuadd-availability').shadowRoot.querySelector('a[part=page-link]')).color",
        );
        expect(colour).toBe("rgb(1, 2, 3)");
      });
    });

    it("shows two on one page, each on its own, with what they share read once", async () => {
      const from = sites.seen.length;
      const body = SCHOOL_WIDE + SCHOOL_WIDE;
      await visit(browser, sites.publish(body), async ({ page }) => {
        await expect.poll(() => page.locator('[aria-busy="false"]').count()).toBe(2);
        const asked = sites.seen
          .slice(from)
          .map(({ path }) => path)
          .filter((path) => path.startsWith("/v1/"));
        expect(asked.toSorted()).toEqual([...new Set(asked)].toSorted());
        await page.getByRole("button", { name: "Next week" }).first().click();
        await expect
          .poll(() => page.locator(".title").allTextContents())
          .toEqual(["14 to 20 September 2026", "7 to 13 September 2026"]);
      });
    });

    it("holds on to nothing over 400 days of weeks", async () => {
      await visit(browser, sites.publish(HALL), async ({ page }) => {
        await settled(page);
        const session = await page.context().newCDPSession(page);
        const counted = async () => {
          await session.send("HeapProfiler.collectGarbage");
          return session.send("Memory.getDOMCounters");
        };
        await cell(page, "2026-09-08").focus();
        const walk = async (weeks: number) => {
          for (let week = 0; week < weeks; week += 1) await page.keyboard.press("PageDown");
          await settled(page);
        };
        await walk(20);
        const before = await counted();
        await walk(38);
        await expect.poll(async () => (await counted()).nodes - before.nodes).toBeLessThan(60);
        const after = await counted();
        expect(await focusedDate(page)).toBe("2027-10-19");
        expect(after.jsEventListeners - before.jsEventListeners).toBeLessThan(20);
        await page.evaluate("document.querySelector('neuadd-availability').remove()");
        await expect.poll(async () => (await counted()).nodes).toBeLessThan(100);
      });
    });
  },
);

/** What a screen reader calls it. */
async function nameOf(place: Locator): Promise<string | undefined> {
  return /"(.*)"/.exec(await place.ariaSnapshot())?.[1];
}

function cell(page: Page, date: string) {
  return page.locator(`[data-date="${date}"]`);
}

/** Waits until the days shown have come. */
async function settled(page: Page): Promise<void> {
  await page.locator('neuadd-availability [aria-busy="false"]').first().waitFor();
  await expect.poll(() => page.locator('[aria-busy="true"]').count()).toBe(0);
}

async function focusedDate(page: Page): Promise<unknown> {
  return page.evaluate("document.activeElement.shadowRoot?.activeElement?.dataset.date");
}
