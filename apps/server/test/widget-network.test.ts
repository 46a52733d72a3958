import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { approveBooking } from "../src/ledger/approve-booking.ts";
import { requestBooking } from "../src/ledger/request-booking.ts";
import { makeHirer } from "./fixtures/make-hirer.ts";
import { hasNoBrowser, openBrowser } from "./fixtures/open-browser.ts";
import { openSites, type Sites } from "./fixtures/open-sites.ts";
import { SCHOOL } from "./fixtures/school-definition.ts";
import { heard, listenFor, visit } from "./fixtures/visit.ts";

const HALL =
  `<neuadd-availability school="${SCHOOL}" space="sports-hall" from="2026-09-08">` +
  `<a href="https://neuadd.example/">What the page itself offers</a></neuadd-availability>`;

const STALE = "These times may be out of date.";
const UNREACHABLE = "The booking server can’t be reached just now. We keep trying.";

describe.skipIf(hasNoBrowser)(
  "the widget and its network (skipped where there is no Chromium, unless NEUADD_REQUIRE_ALL=1)",
  () => {
    let browser: Browser;
    let sites: Sites;

    beforeAll(async () => {
      [browser, sites] = await Promise.all([openBrowser(), openSites()]);
    });
    beforeEach(() => sites.behave("answer"));
    afterAll(async () => {
      await browser.close();
      await sites.close();
    });

    it("asks with its ETag whether what it holds is still true, without a preflight", async () => {
      await visit(browser, sites.publish(HALL), async ({ page }) => {
        await settled(page);
        const from = sites.seen.length;
        await page.reload();
        await settled(page);
        const asked = sites.seen.slice(from).filter(({ path }) => path.includes("/availability"));
        expect(asked).toMatchObject([{ status: 304, origin: sites.site }]);
        expect(asked[0]?.ifNoneMatch).toBe(etagOf(asked[0]?.ifNoneMatch));
        await book(sites, "2026-09-09");
        await page.reload();
        await settled(page);
        expect(sites.seen.at(-1)?.status).toBe(200);
        expect(await cellName(page, "2026-09-09")).toContain("Free: 5pm to 6pm, 7pm to 10pm");
      });
    });

    it("shows at once that it is loading, and the times when they come", async () => {
      sites.behave("hold");
      await visit(browser, sites.publish(HALL), async ({ page }) => {
        await page.getByText("Loading the times …").waitFor();
        expect(await page.getByText("What the page itself offers").isVisible()).toBe(false);
        sites.behave("answer");
        await settled(page);
        sites.behave("hold");
        await page.getByRole("button", { name: "Next week" }).click();
        expect(await cellName(page, "2026-09-15")).toBe("Tuesday 15 September 2026. Loading");
        expect(await page.locator(".title").textContent()).toBe("14 to 20 September 2026");
        sites.behave("answer");
        await settled(page);
        expect(await cellName(page, "2026-09-15")).toContain("Free: 5pm to 10pm");
      });
    });

    it("shows only the days that were asked for last, in whatever order answers come", async () => {
      await visit(browser, sites.publish(HALL), async ({ page }) => {
        await settled(page);
        sites.behave("hold");
        for (let week = 0; week < 4; week += 1) {
          await page.getByRole("button", { name: "Next week" }).click();
        }
        await page.getByRole("button", { name: "Previous week" }).click();
        sites.behave("answer");
        await settled(page);
        expect(await page.locator(".title").textContent()).toBe("28 September to 4 October 2026");
        expect(await cellName(page, "2026-09-29")).toContain("Free: 5pm to 10pm");
      });
    });

    it("says that days are not known when their answer fails, wherever it shows them, and knows them with the next", async () => {
      await visit(browser, sites.publish(HALL), async ({ page }) => {
        await settled(page);
        sites.behave("fail");
        await page.getByRole("button", { name: "Next week" }).click();
        await page.locator(".notice", { hasText: UNREACHABLE }).waitFor();
        expect(await cellName(page, "2026-09-15")).toBe("Tuesday 15 September 2026. Not known");
        expect(await page.locator(".details").textContent()).toBe(
          "Tuesday 15 September 2026Not known",
        );
        expect(await page.locator(".kind").count()).toBe(0);
        await page.getByRole("button", { name: "List" }).click();
        expect(await page.locator(".day").allTextContents()).toContain(
          "Tuesday 15 September 2026Not known",
        );
        await page.getByRole("button", { name: "Month" }).click();
        await page.locator(".notice", { hasText: UNREACHABLE }).waitFor();
        expect(await page.locator(".day", { hasText: "Not known" }).count()).toBe(30);
        await page.getByRole("button", { name: "Table" }).click();
        expect(await cellName(page, "2026-09-15")).toBe("Tuesday 15 September 2026. Not known");
        await page.evaluate("document.documentElement.lang = 'cy'");
        await expect
          .poll(() => cellName(page, "2026-09-15"))
          .toBe("Dydd Mawrth 15 Medi 2026. Ddim yn hysbys");
        await page.evaluate("document.documentElement.lang = 'en'");
        expect(await page.getByText("Loading").count()).toBe(0);
        sites.behave("answer");
        await page.getByRole("button", { name: "Try again" }).click();
        await expect.poll(() => cellName(page, "2026-09-15")).toContain("Free: 5pm to 10pm");
        expect(await page.getByText("Not known").count()).toBe(0);
      });
    });

    it("tells whoever tries again what comes of it, and keeps the focus within what is shown", async () => {
      await visit(browser, sites.publish(HALL), async ({ page }) => {
        await settled(page);
        sites.behave("fail");
        await page.getByRole("button", { name: "Next week" }).click();
        const retry = page.getByRole("button", { name: "Try again" });
        const told = page.locator('[role="status"]');
        await retry.waitFor();
        sites.behave("hold");
        await retry.press("Enter");
        expect(await told.textContent()).toBe("Loading the times …");
        sites.behave("fail");
        await expect.poll(() => told.textContent()).toBe(UNREACHABLE);
        expect(await focused(page)).toBe("retry");
        sites.behave("answer");
        await retry.press("Enter");
        await retry.waitFor({ state: "detached" });
        expect(await focused(page)).toBe("frame");
        expect(await told.textContent()).toBe("");
      });
    });

    it("keeps the focus on a time that is still to be had when times beside it change", async () => {
      await visit(browser, sites.publish(HALL), async ({ page }) => {
        await settled(page);
        const link = page.locator('a[part="request-link"]');
        await link.focus();
        await book(sites, "2026-09-11");
        await page.evaluate("dispatchEvent(new Event('online'))");
        await expect
          .poll(() => cellName(page, "2026-09-11"))
          .toContain("Free: 5pm to 6pm, 7pm to 10pm");
        expect(await focused(page)).toBe(await link.getAttribute("href"));
      });
    });

    it("says of what is on only what belongs to the month it names, and keeps its buttons when the month can't be had", async () => {
      const services = sites.pages.services;
      const hirer = await makeHirer(services);
      const { booking } = await requestBooking(services, SCHOOL, "system", {
        hirer: hirer.id,
        title: "Cyngerdd",
        activity: "concert",
        space: "main-hall",
        first: "2026-09-08",
        startTime: "18:00",
        endTime: "19:00",
        publicTitle: true,
      });
      await approveBooking(services, SCHOOL, "system", booking.id, { revision: booking.revision });
      const body = `<neuadd-whats-on school="${SCHOOL}" from="2026-09-08"></neuadd-whats-on>`;
      await visit(browser, sites.publish(body), async ({ page }) => {
        const title = page.locator(".title");
        const event = page.locator(".event");
        const next = page.getByRole("button", { name: "Next month" });
        await event.waitFor();
        sites.behave("hold");
        await next.press("Enter");
        expect(await title.textContent()).toBe("October 2026");
        expect(await event.count()).toBe(0);
        expect(await page.locator('[aria-busy="true"]').count()).toBe(1);
        expect(await focused(page)).toBe("next");
        sites.behave("fail");
        await page.locator(".notice", { hasText: UNREACHABLE }).waitFor();
        expect(await page.getByRole("button", { name: "Try again" }).isVisible()).toBe(true);
        const toSite = page.getByRole("link", { name: "Open on the booking site" });
        expect(await toSite.getAttribute("href")).toBe(`${sites.server}/en/schools/${SCHOOL}`);
        await next.press("Enter");
        await page.locator('[aria-busy="false"]').waitFor({ state: "attached" });
        expect(await title.textContent()).toBe("November 2026");
        expect(await focused(page)).toBe("next");
        expect(await page.getByText("No public events").count()).toBe(0);
        for (const month of ["October 2026", "September 2026"]) {
          await page.getByRole("button", { name: "Previous month" }).press("Enter");
          expect(await title.textContent()).toBe(month);
        }
        await event.waitFor();
        sites.behave("answer");
        await next.click();
        await page.getByText("No public events").waitFor();
        await page.evaluate("document.querySelector('neuadd-whats-on').from = '2027-01-08'");
        await expect.poll(() => title.textContent()).toBe("January 2027");
        await page.evaluate("document.querySelector('neuadd-whats-on').from = '2026-09-09'");
        await event.waitFor();
        expect(await title.textContent()).toBe("September 2026");
      });
    });

    it("keeps what it has shown while the network is away, says so, and recovers by itself", async () => {
      await visit(browser, sites.publish(HALL), async ({ page }) => {
        await settled(page);
        await listenFor(page, "neuadd-load");
        await page.context().setOffline(true);
        await page.locator(".notice", { hasText: STALE }).waitFor();
        expect(await page.locator('[role="status"]').textContent()).toContain(STALE);
        expect(await cellName(page, "2026-09-10")).toContain("Free: 5pm to 10pm");
        await page.context().setOffline(false);
        await page.locator(".notice", { hasText: STALE }).waitFor({ state: "detached" });
        expect(await heard(page)).toEqual(
          expect.arrayContaining([
            ["neuadd-load", { isStale: true }],
            ["neuadd-load", { isStale: false }],
          ]),
        );
      });
    });

    it.each(["hangUp", "fail"] as const)(
      "says when it can show nothing because requests %s, offers what the page does, and tries again",
      async (how) => {
        sites.behave(how);
        // Nothing is in this browser's memory yet: each visit has a context of its own.
        await visit(browser, sites.publish(HALL), async ({ page }) => {
          await page.getByText(UNREACHABLE).first().waitFor();
          expect(await page.getByText("What the page itself offers").isVisible()).toBe(true);
          sites.behave("answer");
          await page.getByRole("button", { name: "Try again" }).click();
          await settled(page);
          expect(await page.getByText(UNREACHABLE).count()).toBe(0);
        });
      },
    );

    it("offers the school's page where the page itself has nothing inside", async () => {
      sites.behave("fail");
      const body = `<neuadd-whats-on school="${SCHOOL}"></neuadd-whats-on>`;
      await visit(browser, sites.publish(body, { lang: "cy" }), async ({ page }) => {
        const link = page.getByRole("link", { name: "Agor ar y safle archebu" });
        expect(await link.getAttribute("href")).toBe(`${sites.server}/cy/ysgolion/${SCHOOL}`);
        sites.behave("answer");
        await page.getByRole("button", { name: "Rhoi cynnig arall arni" }).click();
        await page.locator(".heading").waitFor();
      });
    });

    it("shows what the browser kept from an earlier visit while the server is away", async () => {
      await visit(browser, sites.publish(HALL), async ({ page }) => {
        await settled(page);
        sites.behave("hangUp");
        await page.reload();
        await page.locator(".notice", { hasText: STALE }).waitFor();
        expect(await cellName(page, "2026-09-10")).toContain("Free: 5pm to 10pm");
      });
    });

    it.each([
      [
        HALL.replace(SCHOOL, "nowhere"),
        "SCHOOL_UNKNOWN",
        "The booking server knows no such school.",
      ],
      [HALL.replace("sports-hall", "nowhere"), "SPACE_UNKNOWN", "This school has no such space."],
    ])(
      "says what is wrong with the page's own words, and does not ask again",
      async (body, code, message) => {
        await visit(browser, sites.publish(""), async ({ page }) => {
          await listenFor(page, "neuadd-error");
          await page.evaluate(
            `{ const [, school] = /school="([^"]+)"/.exec(${JSON.stringify(body)}); const [, space] = /space="([^"]+)"/.exec(${JSON.stringify(body)}); const element = document.createElement("neuadd-availability"); element.school = school; element.space = space; document.querySelector("main").append(element); }`,
          );
          await page.getByText(message).first().waitFor();
          expect(await heard(page)).toEqual([["neuadd-error", { code, message }]]);
          expect(await page.getByRole("button", { name: "Try again" }).count()).toBe(0);
        });
      },
    );

    it("asks nothing more once it is off the page", async () => {
      await visit(browser, sites.publish(HALL), async ({ page }) => {
        await settled(page);
        await page.evaluate("document.querySelector('neuadd-availability').remove()");
        const from = sites.seen.length;
        await page.context().setOffline(true);
        await page.context().setOffline(false);
        await page.evaluate("dispatchEvent(new Event('online'))");
        await page.evaluate(`fetch("${sites.server}/v1/schools")`);
        expect(sites.seen.slice(from).map(({ path }) => path)).toEqual(["/v1/schools"]);
      });
    });
  },
);

async function book({ pages: { services } }: Sites, first: string): Promise<void> {
  const hirer = await makeHirer(services);
  await requestBooking(services, SCHOOL, "system", {
    hirer: hirer.id,
    title: "Dawnsio",
    activity: "dance",
    space: "sports-hall",
    first,
    startTime: "18:00",
    endTime: "19:00",
  });
}

/** An entity tag, strong and not empty. */
function etagOf(header: string | undefined): string | undefined {
  return /^"[^"]+"$/.exec(header ?? "")?.[0];
}

async function cellName(page: Page, date: string): Promise<string | undefined> {
  const snapshot = await page.locator(`[data-date="${date}"]`).ariaSnapshot();
  return /"(.*)"/.exec(snapshot)?.[1];
}

/** The `data-focus` of what has the focus within an element. */
async function focused(page: Page): Promise<unknown> {
  return page.evaluate("document.activeElement.shadowRoot?.activeElement?.dataset.focus");
}

async function settled(page: Page): Promise<void> {
  await page.locator('neuadd-availability [aria-busy="false"]').first().waitFor();
}
