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

    it("offers no day beyond the horizon, and says where term dates are not published yet", async () => {
      const body = HALL.replace(/from="[^"]*"/, 'from="2027-10-08"');
      await visit(browser, sites.publish(body), async ({ page }) => {
        await settled(page);
        expect(await nameOf(cell(page, "2027-10-08"))).toBe(
          "Friday 8 October 2027, Term dates not published yet. Not open for requests yet",
        );
        expect(await page.locator(".details").textContent()).toContain(
          "Not open for requests until Thursday 3 September 2026",
        );
        expect(await page.locator('a[part="request-link"]').count()).toBe(0);
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
              endTime: "18:00",
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

    it("follows the lang of whatever it stands in, other shadow trees too, and asks nothing anew for it", async () => {
      const body =
        `<div lang="en">${HALL}</div><div id="host"></div>` +
        `<neuadd-book-button school="${SCHOOL}"></neuadd-book-button>`;
      await visit(browser, sites.publish(body), async ({ page }) => {
        await settled(page);
        await page.evaluate(
          `{ const inner = document.createElement("section"); inner.lang = "en"; const button = document.createElement("neuadd-book-button"); button.school = "${SCHOOL}"; inner.append(button); document.querySelector("#host").attachShadow({ mode: "open" }).append(inner); }`,
        );
        const buttons = page.locator(".link");
        const heading = page.locator(".heading");
        await expect.poll(() => buttons.allTextContents()).toEqual(["Ask to book", "Ask to book"]);
        const from = sites.seen.length;
        await page.evaluate("document.documentElement.lang = 'cy'");
        await expect
          .poll(() => buttons.allTextContents())
          .toEqual(["Ask to book", "Gofyn am gael archebu"]);
        expect(await heading.textContent()).toBe("What is free: Sports hall");
        await page.evaluate("document.querySelector('main > div').removeAttribute('lang')");
        await heading.getByText("Beth sydd ar gael: Neuadd chwaraeon").waitFor();
        const spoken = () =>
          heading.evaluate((part) => part.closest("[lang]")?.getAttribute("lang"));
        expect(await spoken()).toBe("cy");
        await page.evaluate("document.documentElement.lang = 'fr'");
        await heading.getByText("What is free: Sports hall").waitFor();
        expect(await spoken()).toBe("en");
        await page.evaluate("document.documentElement.lang = 'cy'");
        await page.evaluate(
          "document.querySelector('#host').shadowRoot.firstChild.removeAttribute('lang')",
        );
        await expect
          .poll(() => buttons.allTextContents())
          .toEqual(["Gofyn am gael archebu", "Gofyn am gael archebu"]);
        expect(sites.seen.slice(from)).toEqual([]);
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
        `<neuadd-book-button for="hall" school="${SCHOOL}"><a href="/llogi">Llogi</a></neuadd-book-button>` +
        `<neuadd-book-button school="${SCHOOL}" space="main-hall" from="2026-09-08T18:00" minutes="90"></neuadd-book-button>`;
      await visit(browser, sites.publish(body), async ({ page }) => {
        await settled(page);
        const [following, fixed] = [
          page.locator("neuadd-book-button .link").first(),
          page.locator("neuadd-book-button .link").last(),
        ];
        expect(await following.textContent()).toBe("Llogi");
        await cell(page, "2026-09-11").click();
        await following.getByText("Friday 11 September 2026").waitFor();
        expect(await following.getAttribute("href")).toBe(
          `${sites.server}/en/schools/${SCHOOL}/request?space=sports-hall&date=2026-09-11`,
        );
        await page.evaluate(
          "document.addEventListener('neuadd-select', (event) => event.preventDefault())",
        );
        const asked = page.locator('a[part="request-link"]').first();
        await asked.click();
        await following.getByText("Friday 11 September 2026, 5pm to 6pm").waitFor();
        expect(await following.getAttribute("href")).toBe(await asked.getAttribute("href"));
        expect(await fixed.textContent()).toBe(
          "Ask to bookTuesday 8 September 2026, 6pm to 7:30pm",
        );
        expect(await fixed.getAttribute("href")).toBe(
          `${sites.server}/en/schools/${SCHOOL}/request?space=main-hall&date=2026-09-08&start=18%3A00&end=19%3A30`,
        );
      });
    });

    it("has no button that leads nowhere: it says what the page leaves out", async () => {
      const button = (attributes: string) =>
        `<neuadd-book-button ${attributes}></neuadd-book-button>`;
      const body =
        button("") +
        button(`school="${SCHOOL}" server="http://"`) +
        button(`school="${SCHOOL}" server="javascript:void 0"`);
      await visit(browser, sites.publish(body), async ({ page }) => {
        const missing = page.getByText("The address of the booking server is missing.");
        await expect.poll(() => missing.locator("visible=true").count()).toBeGreaterThan(1);
        expect(await page.locator(".notice").allTextContents()).toEqual([
          "The page does not say which school is meant.",
          "The address of the booking server is missing.",
          "The address of the booking server is missing.",
        ]);
        expect(await page.getByText("Ask to book").count()).toBe(3);
        expect(await page.getByRole("link").count()).toBe(0);
        await page.evaluate(`document.querySelector("neuadd-book-button").school = "${SCHOOL}"`);
        await page.getByRole("link", { name: "Ask to book" }).waitFor();
      });
    });

    it("fits into 240 pixels, where the details say what the marks mean", async () => {
      const body =
        `<style>body { margin: 0; padding: 0; font-family: "DejaVu Sans", sans-serif; letter-spacing: 0.06em; }</style>` +
        HALL +
        SCHOOL_WIDE.replace(" from", ' view="month" lang="cy" from');
      await visit(
        browser,
        sites.publish(body, { policy: "style-src 'unsafe-inline'" }),
        async ({ page }) => {
          await settled(page);
          // Letters are the page's own: wide ones leave the least room.
          const broken = await page.evaluate(
            `[...document.querySelectorAll("neuadd-availability")].flatMap((element) =>
              [...element.shadowRoot.querySelectorAll(".number, th > span[aria-hidden]")].filter((part) => {
                const range = document.createRange();
                range.selectNodeContents(part);
                const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
                const cell = part.closest("td, th");
                return lines.size !== 1 || cell.scrollWidth > cell.clientWidth;
              }).map((part) => part.textContent))`,
          );
          expect(broken).toEqual([]);
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

    it("prints times for buttons, of one space and of all, and moves nothing for those who want no motion", async () => {
      const body =
        SCHOOL_WIDE +
        HALL.replace(" from", ' view="month" from') +
        SCHOOL_WIDE.replace(" from", ' view="month" from');
      await visit(
        browser,
        sites.publish(body),
        async ({ page }) => {
          await settled(page);
          const duration = () =>
            page.evaluate(
              "getComputedStyle(document.querySelector('neuadd-availability').shadowRoot.querySelector('button')).transitionDuration",
            );
          expect(await duration()).not.toBe("0s");
          await page.emulateMedia({ reducedMotion: "reduce" });
          expect(await duration()).toBe("0s");
          await page.emulateMedia({ media: "print" });
          const controls = page.locator("button, select, a, .details").locator("visible=true");
          expect(await controls.count()).toBe(0);
          const printed = async (index: number) =>
            cell(page.locator("neuadd-availability").nth(index), "2026-09-08").first().innerText();
          expect(await printed(0)).toMatch(/5pm.*6pm,.*7:30pm.*10pm/s);
          expect(await printed(1)).toMatch(/Partly free.*Free: 5pm to 6pm, 7:30pm to 10pm/s);
          expect(await printed(2)).toMatch(/Spaces with free time: 9 of 9/);
          const isCutOff = await page.evaluate(
            "[...document.querySelectorAll('neuadd-availability')].some((element) => [...element.shadowRoot.querySelectorAll('.more, .word')].some((part) => part.clientHeight > 0 && part.getBoundingClientRect().bottom > part.closest('td').getBoundingClientRect().bottom + 1))",
          );
          expect(isCutOff).toBe(false);
        },
        { viewport: { width: 700, height: 900 } },
      );
    });

    it("shows what is chosen under the pointer, and where the visitor forces the colours", async () => {
      await visit(browser, sites.publish(HALL), async ({ page }) => {
        await settled(page);
        const styleOf = (part: string, name: string) =>
          page.evaluate(
            `getComputedStyle(document.querySelector("neuadd-availability").shadowRoot.querySelector('${part}'))["${name}"]`,
          );
        const pressed = '[data-focus="week"]';
        const ink = await styleOf(pressed, "color");
        await page.emulateMedia({ reducedMotion: "reduce" });
        await page.locator(pressed).hover();
        expect(await styleOf(pressed, "color")).toBe(ink);
        await page.emulateMedia({ forcedColors: "active" });
        const [chosen, other] = ['[data-date="2026-09-08"]', '[data-date="2026-09-09"]'];
        expect(await styleOf(chosen, "borderTopColor")).not.toBe(
          await styleOf(other, "borderTopColor"),
        );
        expect(await styleOf(".notice", "borderTopWidth")).toBe("1px");
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

    it("holds on to nothing over 400 days of weeks, of what is free and of what is on", async () => {
      const body = `${HALL}<neuadd-whats-on school="${SCHOOL}" view="week" from="2026-09-08"></neuadd-whats-on>`;
      await visit(browser, sites.publish(body), async ({ page }) => {
        await settled(page);
        const session = await page.context().newCDPSession(page);
        const counted = async () => {
          await session.send("HeapProfiler.collectGarbage");
          return session.send("Memory.getDOMCounters");
        };
        const walk = async (weeks: number) => {
          await page.locator('[tabindex="0"]').focus();
          for (let week = 0; week < weeks; week += 1) await page.keyboard.press("PageDown");
          await page.getByRole("button", { name: "Next week" }).last().focus();
          for (let week = 0; week < weeks; week += 1) await page.keyboard.press("Enter");
          await settled(page);
        };
        await walk(20);
        const before = await counted();
        await walk(38);
        await expect.poll(async () => (await counted()).nodes - before.nodes).toBeLessThan(60);
        const after = await counted();
        expect(await page.locator(".title").allTextContents()).toEqual([
          "18 to 24 October 2027",
          "18 to 24 October 2027",
        ]);
        expect(after.jsEventListeners - before.jsEventListeners).toBeLessThan(20);
        await page.evaluate(
          "for (const element of document.querySelectorAll('neuadd-availability, neuadd-whats-on')) element.remove()",
        );
        await expect.poll(async () => (await counted()).nodes).toBeLessThan(100);
      });
    });
  },
);

/** What a screen reader calls it. */
async function nameOf(place: Locator): Promise<string | undefined> {
  return /"(.*)"/.exec(await place.ariaSnapshot())?.[1];
}

function cell(page: Page | Locator, date: string) {
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
