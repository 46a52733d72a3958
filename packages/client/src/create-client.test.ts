import { describe, expect, it } from "vitest";
import { manualSchedule } from "../test/manual-schedule.ts";
import { json, problem, scriptedServer, type Outcome } from "../test/scripted-server.ts";
import { createClient, type ClientOptions } from "./create-client.ts";

function clientOf(outcomes: readonly Outcome[], options: Partial<ClientOptions> = {}) {
  const { fetch, received } = scriptedServer(...outcomes);
  const time = manualSchedule();
  const { schedule } = time;
  const server = "https://neuadd.example";
  return { client: createClient({ server, fetch, schedule, ...options }), received, time };
}

const booking = { id: "bok_1", school: "y-bryn", etag: '"4"' };
const answered = { id: "bok_1", revision: 5 };

describe("every request", () => {
  it("carries the key and the language", async () => {
    const { client, received } = clientOf([json({ items: [] })], { key: "k-1", language: "cy" });
    await client.schools.list();
    expect(received[0]?.headers.get("authorization")).toBe("Bearer k-1");
    expect(received[0]?.headers.get("accept-language")).toBe("cy");
  });

  it("refuses a key that is empty", () => {
    expect(() => createClient({ server: "https://neuadd.example", key: "" })).toThrow(
      "The key is empty. Leave it out where none is needed.",
    );
  });

  it("carries neither when none is given", async () => {
    const { client, received } = clientOf([json({ items: [] })]);
    await client.schools.list();
    expect(received[0]?.headers.has("authorization")).toBe(false);
    expect(received[0]?.headers.has("accept-language")).toBe(false);
  });

  it.each(["https://county.example/neuadd/", new URL("https://county.example/neuadd")])(
    "goes to the server at %s",
    async (server) => {
      const { client, received } = clientOf([json({ items: [] })], { server });
      await client.schools.list();
      expect(received[0]?.url).toBe("https://county.example/neuadd/v1/schools");
    },
  );

  it.each(["neuadd.example", "ftp://neuadd.example", ""])("is not made for %j", (server) => {
    expect(() => createClient({ server })).toThrow(TypeError);
  });

  it("that is answered by something else than JSON ends in an error", async () => {
    const { client } = clientOf([new Response("<h1>Welcome</h1>")]);
    await expect(client.schools.list()).rejects.toMatchObject({ code: "ANSWER_UNREADABLE" });
  });
});

describe("an idempotency key", () => {
  it("is made for each request that writes, and kept when it is sent again", async () => {
    const outcomes = [new TypeError("no network"), json(answered), json(answered)];
    const { client, received, time } = clientOf(outcomes);
    await time.settle(client.bookings.approve(booking));
    await time.settle(client.bookings.approve(booking));
    const [first, again, second] = received.map(({ headers }) => headers.get("idempotency-key"));
    expect(first).toMatch(/^[0-9a-f]{32}$/);
    expect(again).toBe(first);
    expect(second).not.toBe(first);
  });

  it("is the caller's own when one is given", async () => {
    const { client, received } = clientOf([json(answered)]);
    await client.bookings.cancel(booking, { idempotencyKey: "mine" });
    expect(received[0]?.headers.get("idempotency-key")).toBe("mine");
  });

  it("is not needed for a preview, which is sent again all the same", async () => {
    const request = { space: "hall", first: "2026-09-08", startTime: "18:00", endTime: "19:00" };
    const { client, received, time } = clientOf([new TypeError("no network"), json({})]);
    await time.settle(client.bookings.preview("y-bryn", request));
    expect(received.map(({ headers }) => headers.has("idempotency-key"))).toEqual([false, false]);
  });
});

describe("what is not sent again when the network fails", () => {
  it.each([
    [
      "removing a block",
      (client: ReturnType<typeof createClient>) => client.blocks.remove("y-bryn", "blk_1"),
    ],
    [
      "changing a hirer",
      (client: ReturnType<typeof createClient>) =>
        client.hirers.change({ id: "hir_1", etag: '"1"' }, { language: "cy" }),
    ],
    [
      "a request of one's own that posts without a key",
      (client: ReturnType<typeof createClient>) => client.request("/v1/x/a", { method: "POST" }),
    ],
  ])("is %s", async (_what, act) => {
    const { client, received } = clientOf([new TypeError("no network")]);
    await expect(act(client)).rejects.toMatchObject({ code: "NETWORK_FAILED" });
    expect(received).toHaveLength(1);
  });
});

describe("entity tags", () => {
  it("of what was seen go with every action, as If-Match", async () => {
    const { client, received } = clientOf([json(answered), json(answered)]);
    await client.bookings.decline(booking, { reason: "Examinations." });
    await client.bookings.withdraw(booking);
    expect(received.map(({ headers, body }) => [headers.get("if-match"), body])).toEqual([
      ['"4"', '{"reason":"Examinations."}'],
      ['"4"', "{}"],
    ]);
  });

  it("come with what is read; a weak one, as proxies make it, is strong again", async () => {
    const { client } = clientOf([json(answered, { headers: { etag: 'W/"5"' } })]);
    expect((await client.bookings.get("y-bryn", "bok_1")).etag).toBe('"5"');
  });

  it("of items of a list follow from their revisions", async () => {
    const { client } = clientOf([json({ items: [answered] })]);
    const [item] = await client.bookings.list("y-bryn").all();
    expect(item?.etag).toBe('"5"');
  });

  it("of the last answer are asked with, and that answer is given again while it holds", async () => {
    const { client, received } = clientOf([
      json(answered, { headers: { etag: '"5"' } }),
      new Response(null, { status: 304, headers: { etag: '"5"' } }),
      json({ ...answered, revision: 6 }, { headers: { etag: '"6"' } }),
    ]);
    const first = await client.bookings.get("y-bryn", "bok_1");
    expect(await client.bookings.get("y-bryn", "bok_1", { previous: first })).toBe(first);
    const later = await client.bookings.get("y-bryn", "bok_1", { previous: first });
    expect(later.etag).toBe('"6"');
    const asked = received.map(({ headers }) => headers.get("if-none-match"));
    expect(asked).toEqual([null, '"5"', '"5"']);
  });

  it("are not sent when one date is cancelled, so that several can be, one after the other", async () => {
    const { client, received } = clientOf([json(answered)]);
    await client.bookings.cancelDate(booking, "2026-12-15");
    expect(received[0]?.headers.has("if-match")).toBe(false);
    expect(received[0]?.url).toMatch(/\/occurrences\/2026-12-15\/cancel$/);
  });
});

describe("a request of one's own", () => {
  it("has the key, the language and its own headers, and gives the answer as it is", async () => {
    const { client, received } = clientOf([new Response("4.50")], { key: "k-1", language: "en" });
    const headers = { accept: "text/plain" };
    const answer = await client.request("/v1/x/tariffs/rate?hours=1", { headers });
    expect(await answer.text()).toBe("4.50");
    expect(received[0]?.url).toBe("https://neuadd.example/v1/x/tariffs/rate?hours=1");
    const names = ["authorization", "accept-language", "accept"] as const;
    expect(names.map((name) => received[0]?.headers.get(name))).toEqual([
      "Bearer k-1",
      "en",
      "text/plain",
    ]);
  });

  it("leaves bytes as they are, in what is sent and in what is answered", async () => {
    const bytes = Uint8Array.of(0xff, 0x00, 0x80);
    const echo = async (request: Request) => new Response(await request.arrayBuffer());
    const client = createClient({ server: "https://neuadd.example", fetch: echo });
    const answer = await client.request("/v1/x/pictures", { method: "POST", body: bytes });
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes);
  });

  it("throws problems as all others do", async () => {
    const { client } = clientOf([problem("ROUTE_UNKNOWN", 404)]);
    await expect(client.request("/v1/x/none")).rejects.toMatchObject({ code: "ROUTE_UNKNOWN" });
  });

  it.each(["https://elsewhere.example/", "@elsewhere.example/", ".elsewhere.example/", ""])(
    "is refused for %j, so that the key never goes elsewhere",
    async (path) => {
      const { client, received } = clientOf([], { key: "k-1" });
      await expect(client.request(path)).rejects.toThrow(TypeError);
      expect(received).toEqual([]);
    },
  );

  it("stays with the server, however the path begins", async () => {
    const { client, received } = clientOf([new Response("")], { key: "k-1" });
    await client.request("//elsewhere.example/x");
    expect(new URL(received[0]?.url ?? "").host).toBe("neuadd.example");
  });
});
