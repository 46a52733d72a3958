import { addDays, type LocalDate } from "@neuadd/core";
import { createServer, listBookings, type Server } from "@neuadd/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demonstrationConfig } from "./demonstration-config.ts";
import { demonstrationHirers } from "./demonstration-hirers.ts";
import { readBookings } from "./read-bookings.ts";
import { type HirerIds, seedDemonstration } from "./seed-demonstration.ts";

interface Answer {
  readonly spaces: readonly { readonly id: string; readonly parent?: string }[];
  readonly items: readonly { readonly id: string; readonly revision: number }[];
  readonly days: readonly {
    readonly date: LocalDate;
    readonly kind: string;
    readonly open: readonly { readonly startTime: string; readonly endTime: string }[];
    readonly free: readonly { readonly startTime: string; readonly endTime: string }[];
  }[];
}

const SCHOOL = "brynmawr-foundation";

let server: Server;
let hirers: HirerIds;

beforeAll(async () => {
  server = await createServer({
    ...demonstrationConfig(""),
    store: { sqlite: ":memory:" },
    logLevel: "error",
  });
  hirers = await seedDemonstration(server.services);
});

afterAll(() => server.close());

async function read(path: string): Promise<Answer> {
  const response = await server.app.request(`/v1/schools${path}`);
  expect(response.status).toBe(200);
  return (await response.json()) as Answer;
}

describe("the demonstration", () => {
  it("has the schools that the source names", async () => {
    const { items } = await read("");
    expect(items.map(({ id }) => id).toSorted()).toEqual([
      "abertillery",
      "brynmawr-foundation",
      "cwm-primary",
      "ebbw-fawr",
      "pen-y-cwm",
      "rhos-y-fedwen",
      "tredegar-comprehensive",
    ]);
  });

  it("marks all premises as illustrative, in both languages", async () => {
    const response = await server.app.request(`/en/schools/${SCHOOL}`);
    expect(await response.text()).toContain("Main site (illustrative)");
    const welsh = await server.app.request(`/cy/ysgolion/${SCHOOL}`);
    expect(await welsh.text()).toContain("Prif safle (enghreifftiol)");
  });

  it("approves every season that does not wait, with all its dates but closed ones", async () => {
    for (const booking of await readBookings()) {
      const { items } = await listBookings(server.services, booking.school, { limit: 100 });
      const stored = items.find(
        ({ title, hirer }) => title === booking.title && hirer === hirers.get(booking.hirer),
      );
      expect(stored?.status).toBe(booking.isWaiting ? "requested" : "approved");
      const denials = stored?.occurrences
        .filter(({ status }) => status === "denied")
        .flatMap(({ denials: reasons }) => reasons.map(({ code }) => code));
      expect(new Set(denials)).toEqual(new Set(denials?.length === 0 ? [] : ["CLOSED"]));
    }
  });

  it("gives every school a season, and every hirer one", async () => {
    const bookings = await readBookings();
    expect(new Set(bookings.map(({ school }) => school)).size).toBe(7);
    expect([...new Set(bookings.map(({ hirer }) => hirer))].toSorted()).toEqual(
      Object.keys(demonstrationHirers).toSorted(),
    );
  });

  it("adds nothing when it is seeded again", async () => {
    const before = (await read("")).items.map(({ id, revision }) => [id, revision]);
    expect(await seedDemonstration(server.services)).toEqual(hirers);
    expect((await read("")).items.map(({ id, revision }) => [id, revision])).toEqual(before);
  });
});

describe("the plugin of the example beside it", () => {
  it("shows in the demonstration's pages which spaces fall silent, and when", async () => {
    const response = await server.app.request("/en/x/quiet-hours");
    const text = await response.text();
    expect(text).toContain("quiet from 9pm");
    expect(text).toContain("Dance studio");
  });
});

describe("Brynmawr, as the walk and other examples rely on it", () => {
  it("has the spaces that are pinned, in their places", async () => {
    const { items } = (await read(`/${SCHOOL}/spaces`)) as unknown as {
      items: Answer["spaces"];
    };
    const parents = new Map(items.map(({ id, parent }) => [id, parent]));
    expect(parents.get("sports-hall-a")).toBe("sports-hall");
    expect(parents.get("sports-hall-b")).toBe("sports-hall");
    for (const [court, half] of [
      ["1", "a"],
      ["2", "a"],
      ["3", "b"],
      ["4", "b"],
    ] as const) {
      expect(parents.get(`sports-hall-court-${court}`)).toBe(`sports-hall-${half}`);
    }
    for (const space of ["sports-hall", "main-hall", "community-room", "running-track"]) {
      expect(parents.has(space)).toBe(true);
    }
  });

  it("opens the sports hall in term from 17:00 to 22:00, at weekends from 09:00 to 18:00", async () => {
    const { days } = await read(
      `/${SCHOOL}/spaces/sports-hall/availability?from=2026-09-07&to=2026-09-14`,
    );
    expect(
      days.map(({ open }) => open.map(({ startTime, endTime }) => [startTime, endTime])),
    ).toEqual([
      ...Array.from({ length: 5 }, () => [["17:00", "22:00"]]),
      ...Array.from({ length: 2 }, () => [["09:00", "18:00"]]),
    ]);
  });

  it("leaves Tuesdays from 18:00 to 19:30 free in the whole sports hall for all of 2026/27", async () => {
    const { days } = await read(
      `/${SCHOOL}/spaces/sports-hall/availability?from=2026-09-01&to=2027-07-21`,
    );
    const tuesdays = new Set(
      Array.from({ length: 47 }, (_, weeks) => addDays("2026-09-01", 7 * weeks)),
    );
    const inTerm = days.filter(({ date, kind }) => tuesdays.has(date) && kind === "term");
    expect(inTerm.length).toBeGreaterThan(35);
    for (const { date, free } of inTerm) {
      const fits = free.some(
        ({ startTime, endTime }) => startTime <= "18:00" && endTime >= "19:30",
      );
      expect([date, fits]).toEqual([date, true]);
    }
  });

  it("has no INSET day on a Tuesday of the walk", async () => {
    const { days } = await read(
      `/${SCHOOL}/spaces/sports-hall/availability?from=2026-09-08&to=2027-07-16`,
    );
    const tuesdays = days.filter((_, index) => index % 7 === 0);
    expect(tuesdays.every(({ kind }) => kind !== "inset")).toBe(true);
  });
});
