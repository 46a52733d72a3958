import { isProblem } from "@neuadd/client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SCHOOL } from "./school.ts";
import { gala, tuesdays } from "./season-request.ts";
import { startServer, type StartedServer } from "./start-server.ts";
import { withoutWaiting } from "./without-waiting.ts";

let started: StartedServer;
beforeAll(async () => {
  started = await startServer();
});
afterAll(() => started.server.close());

const anyone = () => started.client("anyone");
const keeper = () => started.client("school");

async function codeThrownBy(call: Promise<unknown>): Promise<string | undefined> {
  return call.then(
    () => undefined,
    (error: unknown) => (isProblem(error) ? error.code : "no problem"),
  );
}

describe("without a key", () => {
  it("schools are listed and read, with the date that it is there", async () => {
    const schools = await anyone().schools.list();
    expect(schools.map(({ id }) => id)).toEqual([SCHOOL]);
    expect(await anyone().schools.get(SCHOOL)).toMatchObject({ id: SCHOOL, today: "2026-08-24" });
    expect(await codeThrownBy(anyone().schools.get("none"))).toBe("SCHOOL_UNKNOWN");
  });

  it("a calendar is read from one date up to another, which is not included", async () => {
    const span = { from: "2026-10-24", to: "2026-10-27" };
    const { days } = await anyone().schools.calendar(SCHOOL, span);
    expect(days.map(({ date, kind }) => `${date} ${kind}`)).toEqual([
      "2026-10-24 weekend",
      "2026-10-25 weekend",
      "2026-10-26 halfTerm",
    ]);
  });

  it("spaces are listed and read", async () => {
    const spaces = await anyone().spaces.list(SCHOOL);
    expect(spaces.map(({ id }) => id)).toEqual(["sports-hall", "sports-hall-a", "sports-hall-b"]);
    expect((await anyone().spaces.get(SCHOOL, "sports-hall-a")).parent).toBe("sports-hall");
    expect(await codeThrownBy(anyone().spaces.get(SCHOOL, "pool"))).toBe("SPACE_UNKNOWN");
  });

  it("availability is asked for again only when something has changed", async () => {
    const query = { from: "2026-09-08", to: "2026-09-09" };
    const { spaces } = anyone();
    const seen = await spaces.availability(SCHOOL, "sports-hall-b", query);
    expect(seen.days[0]?.free).toMatchObject([{ startTime: "17:00", endTime: "22:00" }]);
    const options = { previous: seen };
    expect(await spaces.availability(SCHOOL, "sports-hall-b", query, options)).toBe(seen);
    const request = { ...gala, first: "2026-09-08", hirer: started.hirer };
    await keeper().bookings.book(SCHOOL, request);
    const later = await spaces.availability(SCHOOL, "sports-hall-b", query, options);
    expect(later.days[0]?.free).toMatchObject([{ startTime: "21:00", endTime: "22:00" }]);
  });

  it("availability of all spaces is asked for by what they must have", async () => {
    const query = { from: "2026-09-10", to: "2026-09-11", capacity: 200, minutes: 60 };
    const { spaces } = await anyone().schools.availability(SCHOOL, query);
    expect(spaces.map(({ space }) => space)).toEqual(["sports-hall"]);
  });

  it("what is on is read, with the titles of those who have agreed to that", async () => {
    const { bookings } = keeper();
    const evening = { ...gala, first: "2026-10-01", publicTitle: true, hirer: started.hirer };
    await bookings.approve(await bookings.book(SCHOOL, evening));
    const span = { from: "2026-10-01", to: "2026-10-02" };
    const seen = await anyone().schools.whatsOn(SCHOOL, span);
    expect(seen.items).toMatchObject([{ title: "Gala", date: "2026-10-01" }]);
    expect(await anyone().schools.whatsOn(SCHOOL, span, { previous: seen })).toBe(seen);
  });

  it("the server says that it is alive, and that its clock is a demonstration's", async () => {
    const health = await anyone().health();
    expect(health).toMatchObject({ demonstrationClock: true, today: "2026-08-24" });
  });

  it("paths beyond the document are answered by their routes", async () => {
    const answer = await anyone().request("/readyz");
    expect(await answer.json()).toEqual({ status: "ready" });
    expect(await codeThrownBy(anyone().request("/v1/x/none"))).toBe("ROUTE_UNKNOWN");
  });
});

describe("a school's own time", () => {
  it("is taken only where no booking is in the way, or with a word that it may go", async () => {
    const { blocks, bookings } = keeper();
    const booking = await bookings.book(SCHOOL, { ...tuesdays, hirer: started.hirer });
    await bookings.approve(booking);
    const examination = {
      space: "sports-hall",
      kind: "examination",
      first: "2026-11-10",
      reason: { cy: "Arholiadau", en: "Examinations" },
    } as const;
    expect((await blocks.preview(SCHOOL, examination)).displaces).toHaveLength(1);

    const refusal = await blocks.create(SCHOOL, examination).catch((error: unknown) => error);
    const displaced = isProblem(refusal, "WOULD_DISPLACE") && refusal.preview.displaces;
    expect(displaced).toMatchObject([{ booking: booking.id, date: "2026-11-10" }]);

    const block = await blocks.create(SCHOOL, { ...examination, displace: true });
    expect(await blocks.get(SCHOOL, block.id)).toEqual(block);
    const listed = await blocks.list(SCHOOL, { from: "2026-11-01", to: "2026-12-01" }).all();
    expect(listed.map(({ id }) => id)).toEqual([block.id]);
    expect(await codeThrownBy(blocks.create(SCHOOL, examination))).toBe("BLOCK_OVERLAPS");

    await blocks.remove(SCHOOL, block.id);
    expect((await blocks.get(SCHOOL, block.id)).removedAt).toBeDefined();
  });
});

const CHOIR = {
  name: "Côr Brynmawr",
  category: "communityGroup",
  language: "cy",
  contact: { name: "Ysgrifennydd", email: "cor@example.org" },
} as const;

describe("hirers", () => {
  it("are entered, listed, read and changed as they were seen", async () => {
    const { hirers } = keeper();
    const choir = await hirers.create(CHOIR);
    const names: string[] = [];
    for await (const { name } of hirers.list({ pageSize: 1 })) names.push(name);
    expect(names.toSorted()).toEqual(["Clwb Badminton Brynmawr", "Côr Brynmawr"]);

    const changed = await hirers.change(choir, { language: "en" });
    expect(await hirers.get(choir.id)).toEqual(changed);
    expect(await hirers.get(choir.id, { previous: changed })).toBe(changed);
    const stale = await hirers.change(choir, { language: "cy" }).catch((error: unknown) => error);
    expect(isProblem(stale, "REVISION_STALE") && stale.etag).toBe(changed.etag);
    expect(await codeThrownBy(hirers.get("hir_none"))).toBe("HIRER_UNKNOWN");
  });

  it("are given all that is held of them, and erased by the operator alone", async () => {
    const own = started.client("hirer").hirers;
    expect(await own.export(started.hirer)).toMatchObject({ id: started.hirer, plugins: {} });
    expect(await codeThrownBy(own.erase(started.hirer))).toBe("FORBIDDEN");
    expect(await codeThrownBy(keeper().hirers.export(started.hirer))).toBe("FORBIDDEN");
    const operator = started.client("operator").hirers;
    const inUse = await operator.erase(started.hirer).catch((error: unknown) => error);
    expect(isProblem(inUse, "TRANSITION_REFUSED")).toBe(true);
    const { id } = await keeper().hirers.create(CHOIR);
    expect(await operator.erase(id)).toEqual({ schools: 1, bookings: 0, kept: [] });
    expect((await operator.get(id)).name).not.toBe(CHOIR.name);
  });
});

describe("the ledger of a school", () => {
  it("is listed whole, page by page, and followed from any revision", async () => {
    const { events } = keeper();
    const all = await events.list(SCHOOL, { pageSize: 2 }).all();
    const revisions = all.map(({ revision }) => revision);
    expect(revisions).toEqual(revisions.toSorted((one, other) => one - other));
    expect(all[0]).toMatchObject({ revision: 1, type: "school.imported" });

    const followed: number[] = [];
    const last = revisions.at(-1) ?? 0;
    for await (const { revision, events: entries } of events.follow(SCHOOL, { after: 1 })) {
      followed.push(...entries.map(() => revision));
      if (revision === last) break;
    }
    expect(followed).toEqual(revisions.filter((revision) => revision > 1));
  });

  it("is not for hirers", async () => {
    const { events } = started.client("hirer");
    expect(await codeThrownBy(events.list(SCHOOL).all())).toBe("FORBIDDEN");
  });
});

describe("too many requests", () => {
  it("are held back until there is room again, as the server says", async () => {
    const slow = await startServer({ keyRequestsPerMinute: 1 });
    try {
      const { waits, ...timers } = withoutWaiting();
      const client = slow.client("hirer", { retries: 1, ...timers });
      await client.schools.list();
      const error = await client.schools.list().catch((reason: unknown) => reason);
      expect(isProblem(error, "RATE_LIMITED")).toBe(true);
      expect(waits).toHaveLength(1);
      expect(waits[0]).toBeGreaterThan(1000);
    } finally {
      await slow.server.close();
    }
  });
});
