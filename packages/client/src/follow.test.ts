import { describe, expect, it } from "vitest";
import { manualSchedule, type ManualSchedule } from "../test/manual-schedule.ts";
import { json, problem, scriptedServer, type Outcome } from "../test/scripted-server.ts";
import { createClient, type Client } from "./create-client.ts";

function clientOf(...outcomes: readonly Outcome[]) {
  const { fetch, received } = scriptedServer(...outcomes);
  const time = manualSchedule();
  const { schedule } = time;
  const server = "https://neuadd.example";
  const client = createClient({ server, fetch, schedule, retries: 0 });
  return { client, received, time };
}

function entries(revisions: readonly number[], next?: number): Response {
  const items = revisions.map((revision, ordinal) => ({
    revision,
    ordinal,
    type: "booking.approved",
  }));
  const headers = next === undefined ? {} : { link: `</e?after=${next}>; rel="next"` };
  return json({ items }, { headers });
}

/** The first changes that are followed, so many of them. */
async function firstChanges(
  time: ManualSchedule,
  client: Client,
  count: number,
  options: Parameters<Client["events"]["follow"]>[1] = {},
): Promise<[revision: number, entries: number][]> {
  const seen: [number, number][] = [];
  async function read() {
    for await (const { revision, events } of client.events.follow("y-bryn", options)) {
      seen.push([revision, events.length]);
      if (seen.length === count) return;
    }
  }
  await time.settle(read());
  return seen;
}

describe("following a school's ledger", () => {
  it("gives each revision whole, goes from page to page without waiting, then asks from time to time", async () => {
    const { client, received, time } = clientOf(
      entries([1, 1, 2], 2),
      entries([3]),
      entries([]),
      entries([4, 4]),
    );
    expect(await firstChanges(time, client, 4)).toEqual([
      [1, 2],
      [2, 1],
      [3, 1],
      [4, 2],
    ]);
    const asked = received.map(({ url }) => new URL(url).searchParams.get("after"));
    expect(asked).toEqual(["0", "2", "3", "3"]);
    expect(time.now()).toBe(10_000);
  });

  it("starts after the revision that is given, and waits as long as it is told", async () => {
    const { client, received, time } = clientOf(entries([]), entries([8]));
    const options = { after: 7, everyMilliseconds: 60_000 };
    expect(await firstChanges(time, client, 1, options)).toEqual([[8, 1]]);
    expect(received[0]?.url).toMatch(/after=7$/);
    expect(time.now()).toBe(60_000);
  });

  it("waits for a server that is away, says so, and misses nothing", async () => {
    const { client, time } = clientOf(
      entries([1]),
      new TypeError("no network"),
      problem("STORE_UNAVAILABLE", 503),
      entries([2]),
    );
    const interruptions: unknown[] = [];
    const onInterruption = (error: unknown) => void interruptions.push(error);
    expect(await firstChanges(time, client, 2, { onInterruption })).toEqual([
      [1, 1],
      [2, 1],
    ]);
    expect(interruptions).toMatchObject([
      { code: "NETWORK_FAILED" },
      { code: "STORE_UNAVAILABLE" },
    ]);
  });

  it("throws what will not pass", async () => {
    const { client, time } = clientOf(problem("FORBIDDEN", 403));
    await expect(firstChanges(time, client, 1)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it.each([200, 404])(
    "throws what is no answer of the server's, with the status of one that is meant (%i)",
    async (status) => {
      const page = new Response("<h1>Welcome</h1>", { status });
      const { client, time } = clientOf(page);
      await expect(firstChanges(time, client, 1)).rejects.toMatchObject({
        code: "ANSWER_UNREADABLE",
        status,
      });
    },
  );

  it("waits for a server behind a proxy that says in its own words that it is away", async () => {
    const { client, time } = clientOf(new Response("<h1>502</h1>", { status: 502 }), entries([1]));
    expect(await firstChanges(time, client, 1)).toEqual([[1, 1]]);
  });

  it("ends without an error when the signal is aborted while it waits", async () => {
    const { client, time } = clientOf(entries([1]));
    const controller = new AbortController();
    time.schedule(2000, () => controller.abort());
    const { signal } = controller;
    expect(await firstChanges(time, client, 9, { signal })).toEqual([[1, 1]]);
    expect(time.now()).toBe(2000);
  });

  it("ends without an error when the signal is aborted while it asks", async () => {
    const controller = new AbortController();
    const { client, time } = clientOf(() => {
      controller.abort();
      return new Promise<Response>(() => undefined);
    });
    const { signal } = controller;
    expect(await firstChanges(time, client, 9, { signal })).toEqual([]);
  });

  it("asks for nothing when the signal is aborted already", async () => {
    const { client, received, time } = clientOf();
    const signal = AbortSignal.abort();
    expect(await firstChanges(time, client, 9, { signal })).toEqual([]);
    expect(received).toEqual([]);
  });
});

describe("following a booking", () => {
  it("gives it as it is, and again only when it has changed", async () => {
    const at = (revision: number, status: string) =>
      json({ revision, status }, { headers: { etag: `"${revision}"` } });
    const { client, received, time } = clientOf(
      at(4, "requested"),
      new Response(null, { status: 304 }),
      at(6, "approved"),
    );
    const seen: string[] = [];
    async function read() {
      for await (const { status } of client.bookings.follow({ school: "y-bryn", id: "bok_1" })) {
        seen.push(status);
        if (status !== "requested") return;
      }
    }
    await time.settle(read());
    expect(seen).toEqual(["requested", "approved"]);
    expect(received.map(({ headers }) => headers.get("if-none-match"))).toEqual([
      null,
      '"4"',
      '"4"',
    ]);
  });
});
