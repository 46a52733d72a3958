import { afterEach, describe, expect, it } from "vitest";
import { systemClock } from "../src/clock.ts";
import { createHirer } from "../src/hirers/create-hirer.ts";
import { importSchool } from "../src/ledger/import-school.ts";
import { requestBooking } from "../src/ledger/request-booking.ts";
import { type OpenPages, openPages, pagePlugin } from "./fixtures/open-pages.ts";
import { SCHOOL, schoolDefinition } from "./fixtures/school-definition.ts";

const opened: OpenPages[] = [];

afterEach(async () => {
  for (const { services } of opened.splice(0)) await services.store.close();
});

async function open(options: Parameters<typeof openPages>[0] = {}): Promise<OpenPages> {
  const pages = await openPages(options);
  opened.push(pages);
  return pages;
}

const WEEK = `/en/schools/${SCHOOL}/week`;
const WYTHNOS = `/cy/ysgolion/${SCHOOL}/wythnos`;

/** Every kind of page. */
const EVERY_PAGE = [
  "/cy",
  "/en",
  `/cy/ysgolion/${SCHOOL}`,
  `/en/schools/${SCHOOL}`,
  WYTHNOS,
  WEEK,
  `${WEEK}?week=2026-10-28&view=table`,
  `${WYTHNOS}?week=2026-10-28&view=list&space=sports-hall-a`,
  "/cy/hygyrchedd",
  "/en/accessibility",
  "/cy/x/notices",
  "/en/x/notices",
];

describe("the language of a page", () => {
  it("follows Accept-Language at the root, and the path elsewhere", async () => {
    const { get } = await open();
    const welsh = await get("/", { "accept-language": "cy,en;q=0.5" });
    expect(welsh.headers.get("content-language")).toBe("cy");
    expect(welsh.headers.get("vary")).toContain("Accept-Language");
    expect(await welsh.text()).toContain('<html lang="cy">');
    const english = await get("/en", { "accept-language": "cy" });
    expect(english.headers.get("content-language")).toBe("en");
    expect(await english.text()).toContain('<html lang="en">');
  });

  it("leads from the words of the other language to the page that was meant", async () => {
    const { get } = await open();
    const swapped = await get(`/cy/schools/${SCHOOL}/week?week=2026-10-28`);
    expect(swapped.status).toBe(302);
    expect(swapped.headers.get("location")).toBe(`${WYTHNOS}?week=2026-10-28`);
    const bare = await get(`/schools/${SCHOOL}`, { "accept-language": "cy" });
    expect(bare.headers.get("location")).toBe(`/cy/ysgolion/${SCHOOL}`);
    expect(bare.headers.get("vary")).toContain("Accept-Language");
    const strange = await get("/schools/%0d%0a%C5%B5");
    expect(strange.headers.get("location")).toBe("/en/schools/%0d%0a%C5%B5");
  });

  it("says on the home page in the other language too what this is", async () => {
    const { read } = await open();
    expect(await read("/cy")).toMatch(/<p class="aside" lang="en">Neuadd is Welsh for hall/);
    expect(await read("/en")).toMatch(/<p class="aside" lang="cy">Yma gall grwpiau/);
  });

  it("can be switched on every page, without leaving it", async () => {
    const { read } = await open({ plugins: [pagePlugin] });
    for (const path of EVERY_PAGE) {
      const [, twin = ""] =
        /<a class="language-switch" href="([^"]+)" lang="(?:cy|en)" hreflang/.exec(
          await read(path),
        ) ?? [];
      expect(twin.slice(0, 3)).toBe(path.startsWith("/cy") ? "/en" : "/cy");
      const [, back = ""] =
        /<a class="language-switch" href="([^"]+)"/.exec(await read(unescaped(twin))) ?? [];
      expect(unescaped(back).split("?")[0]).toBe(path.split("?")[0]);
      expect(parameters(unescaped(back))).toEqual(parameters(path));
    }
  });
});

describe("every page", () => {
  it("has one title, one main heading and no id twice, and every reference to an id resolves", async () => {
    const { read } = await open({ plugins: [pagePlugin] });
    for (const path of EVERY_PAGE) {
      const text = await read(path);
      expect(text.startsWith("<!doctype html><html lang=")).toBe(true);
      expect(text.match(/<title>[^<]+ [^<]+<\/title>/g)).toHaveLength(1);
      expect(text.match(/<h1[ >]/g)).toHaveLength(1);
      const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const [, id] of text.matchAll(/ (?:aria-labelledby|for)="([^"]+)"/g)) {
        expect(ids).toContain(id);
      }
    }
  });

  it("needs no script, writes no style inline, and forbids both by its policy", async () => {
    const { get } = await open({ plugins: [pagePlugin] });
    for (const path of EVERY_PAGE) {
      const response = await get(path);
      expect(await response.text()).not.toMatch(/<script|<style| style=| on[a-z]+=/);
      const policy = response.headers.get("content-security-policy");
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toContain("unsafe");
    }
  });

  it("refers to files that are there, to be kept for ever", async () => {
    const { get, read } = await open();
    const text = await read("/en");
    const files = [...text.matchAll(/"(\/static\/[^"]+)"/g)].map(([, file = ""]) => file);
    expect(files).toHaveLength(2);
    for (const file of files) {
      const response = await get(file);
      expect(response.status).toBe(200);
      expect(response.headers.get("cache-control")).toContain("immutable");
      const inner = /url\("([^"]+)"\)/.exec(await response.text())?.[1];
      if (inner !== undefined) expect((await get(inner)).status).toBe(200);
    }
  });

  it("shows that the clock is a demonstration's, and only then", async () => {
    const demonstration = await open();
    expect(await demonstration.read("/en")).toContain("It shows: Monday 24 August 2026, 9am.");
    expect(await demonstration.read("/cy")).toContain("Dydd Llun 24 Awst 2026, 9yb.");
    const real = await open({ clock: systemClock });
    expect(await real.read("/en")).not.toContain("demonstration clock");
  });

  it("escapes what schools write", async () => {
    const hostile = `<script>alert("1")</script>'&`;
    const pages = await open();
    const { school, premises, calendar } = schoolDefinition;
    const [site] = premises;
    if (!site) throw new Error("The fixture has a site.");
    await importSchool(pages.services, "system", {
      school: { ...school, name: { cy: hostile, en: hostile } },
      premises: [
        {
          ...site,
          name: { cy: hostile, en: hostile },
          spaces: site.spaces.map((space) => ({ ...space, name: { cy: hostile, en: hostile } })),
        },
      ],
      calendar,
    });
    for (const path of EVERY_PAGE.filter((page) => !page.includes("/x/"))) {
      const text = await pages.read(path);
      expect(text).not.toContain("<script>");
      if (path.includes(SCHOOL)) expect(text).toContain("&lt;script&gt;");
    }
  });
});

describe("the home page", () => {
  it("links to the reference page and to each school's week", async () => {
    const { read } = await open();
    const text = await read("/");
    expect(text).toContain('href="/docs"');
    expect(text).toContain(`href="${WEEK}"`);
    expect(text).toContain(`href="/en/schools/${SCHOOL}"`);
  });

  it("says what to do when there is no school", async () => {
    const { read } = await open({ schools: [] });
    expect(await read("/en")).toContain("There is no school here yet.");
  });
});

describe("the week", () => {
  it("begins on Monday, and is this one unless another is asked for", async () => {
    const { read } = await open();
    expect(await read(WEEK)).toContain("Week of 24 to 30 August 2026");
    expect(await read(`${WEEK}?week=2026-09-10`)).toContain("Week of 7 to 13 September 2026");
    expect(await read(`${WYTHNOS}?week=2026-12-31`)).toContain(
      "Wythnos 28 Rhagfyr 2026 i 3 Ionawr 2027",
    );
  });

  it("names what each day is", async () => {
    const { read } = await open();
    expect(await read(`${WEEK}?week=2026-08-31`)).toMatch(/Summer bank holiday.*INSET day/s);
    expect(await read(`${WEEK}?week=2026-10-26`)).toContain("Half term");
    expect(await read(`${WYTHNOS}?week=2026-10-26`)).toContain("Hanner tymor");
    expect(await read(`${WEEK}?week=2026-12-24`)).toContain("Closed for Christmas");
    expect(await read(`${WEEK}?week=2027-09-06`)).toContain("Term dates not published yet");
    expect(await read(WEEK)).toContain("Weekend");
  });

  it("shows the time of a booking as no longer free, and nothing of the booking", async () => {
    const { services, read } = await open();
    const path = `${WEEK}?week=2026-09-08&space=sports-hall-a&view=list`;
    expect(await read(path)).not.toContain("5pm to 6pm");
    const hirer = await createHirer(services, {
      name: "Clwb Cyfrinachol",
      category: "club",
      language: "cy",
      contact: { name: "Archebion", email: "clwb@cyfrinachol.example" },
    });
    await requestBooking(services, SCHOOL, "system", {
      hirer: hirer.id,
      title: "Noson ddirgel",
      activity: "badminton",
      space: "sports-hall",
      first: "2026-09-08",
      startTime: "18:00",
      endTime: "19:30",
    });
    const text = await read(path);
    expect(text).toContain("5pm to 6pm");
    expect(text).toContain("7:30pm to 10pm");
    for (const page of EVERY_PAGE.filter((each) => each.includes(SCHOOL))) {
      expect(await read(page)).not.toMatch(/Cyfrinachol|Noson ddirgel|hir_|bok_/);
    }
  });

  it("says the same in the table and in the list", async () => {
    const { read } = await open();
    const week = `${WEEK}?week=2026-10-12`;
    const times = (text: string): string[] =>
      [...text.matchAll(/<li><a [^>]*>([^<]* to [^<]*)<\/a><\/li>/g)]
        .map(([, time = ""]) => time)
        .toSorted();
    const table = times(await read(`${week}&view=table`));
    expect(table.length).toBeGreaterThan(50);
    expect(times(await read(`${week}&view=list`))).toEqual(table);
    expect(times(await read(week))).toHaveLength(2 * table.length);
  });

  it("leads from each free time to a form that says that it is free", async () => {
    const { read } = await open();
    for (const day of ["2026-08-24", "2026-10-12"]) {
      const text = await read(`${WEEK}?week=${day}&view=list`);
      const links = [...text.matchAll(/<li><a href="([^"]*\/request[^"]*)"/g)];
      for (const [, path = ""] of [links[0], links.at(-1)].map((link) => link ?? [])) {
        expect([path, await read(unescaped(path))]).toEqual([
          path,
          expect.stringContaining("This time is free"),
        ]);
      }
    }
  });

  it("offers neither what is past today nor what is beyond the horizon", async () => {
    const { read, services } = await open();
    const room = `${WEEK}?space=community-room&view=list`;
    services.clock.set(Date.UTC(2026, 8, 8, 19));
    expect(await read(room)).toContain(
      "8pm to 10pm: ask for Community room, Tuesday 8 September 2026",
    );
    services.clock.set(Date.UTC(2026, 8, 8, 21));
    expect(await read(room)).toContain("Nothing left to ask for");
    const far = await read(`${room}&week=2027-10-18`);
    expect(far).toContain("Not open for requests until 14 September 2026");
    expect(far).not.toContain(": ask for ");
  });

  it("keeps the space and the form of the week when going on to another one", async () => {
    const { read } = await open();
    const text = await read(`${WEEK}?week=2026-09-08&space=main-hall&view=list`);
    const [, next = ""] = /<a rel="next" href="([^"]+)"/.exec(text) ?? [];
    expect(parameters(unescaped(next))).toEqual({
      week: "2026-09-14",
      space: "main-hall",
      view: "list",
    });
    expect(await read(unescaped(next))).toContain("Week of 14 to 20 September 2026");
  });

  it("is not found for an unknown school, space, day or form, nor beyond two years", async () => {
    const { get } = await open();
    for (const path of [
      "/en/schools/nowhere",
      "/en/schools/nowhere/week",
      `${WEEK}?space=nowhere`,
      `${WEEK}?week=2026-02-30`,
      `${WEEK}?view=circle`,
      `${WEEK}?week=2029-01-01`,
      `${WEEK}?week=2023-01-01`,
      "/cy/dim-byd",
    ]) {
      const response = await get(path);
      expect(response.status).toBe(404);
      expect(response.headers.get("content-type")).toContain("text/html");
    }
  });

  it("ends where its links would lead beyond reach", async () => {
    const { read } = await open();
    const text = await read(`${WEEK}?week=2028-08-28`);
    const directions = [...text.matchAll(/<a rel="(\w+)"/g)].map(([, direction]) => direction);
    expect(directions).toEqual(["prev"]);
  });
});

describe("a page that is not there", () => {
  it("is told to people as a page, and to programs as problem details", async () => {
    const { get } = await open();
    const page = await get("/nowhere", { accept: "text/html,*/*", "accept-language": "cy" });
    expect(page.status).toBe(404);
    expect(await page.text()).toContain("Heb ddod o hyd i’r dudalen");
    const problem = await get("/nowhere");
    expect(problem.status).toBe(404);
    expect(problem.headers.get("content-type")).toContain("application/problem+json");
  });
});

function unescaped(attribute: string): string {
  return attribute.replaceAll("&amp;", "&");
}

function parameters(path: string): Record<string, string> {
  return Object.fromEntries(new URL(path, "http://localhost").searchParams);
}
