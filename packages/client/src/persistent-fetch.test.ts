import { getEventListeners } from "node:events";
import { constantFrom, array, asyncProperty, assert, boolean, integer } from "fast-check";
import { describe, expect, it } from "vitest";
import { manualSchedule } from "../test/manual-schedule.ts";
import { json, scriptedServer, type Outcome } from "../test/scripted-server.ts";
import { fetchPersistently } from "./persistent-fetch.ts";

const ADDRESS = "https://neuadd.example/v1/schools";
const NO_NETWORK = new TypeError("fetch failed");

function get(init: RequestInit = {}): Request {
  return new Request(ADDRESS, init);
}

function post(init: RequestInit = {}): Request {
  return new Request(ADDRESS, { method: "POST", body: '{"a":1}', ...init });
}

interface Setting {
  readonly retries?: number;
  readonly isRepeatable?: boolean;
  readonly timeoutMilliseconds?: number;
  readonly signal?: AbortSignal;
}

/** Sends a request through a network with the outcomes given, and says what was seen of it. */
function sending(request: Request, outcomes: readonly Outcome[], setting: Setting = {}) {
  const { retries = 3, isRepeatable = true, timeoutMilliseconds = 30_000, signal } = setting;
  const time = manualSchedule();
  const server = scriptedServer(...outcomes);
  const persistence = { ...server, ...time, retries, timeoutMilliseconds, signal };
  const answer = time.settle(fetchPersistently(request, isRepeatable, persistence));
  return { answer, received: server.received, now: () => time.now() };
}

const busy = (headers: Record<string, string> = {}) => new Response("", { status: 503, headers });
const tooMany = (headers: Record<string, string> = {}) =>
  new Response("", { status: 429, headers });

describe("a request that may be repeated", () => {
  it("is sent again when the network fails, and its answer given", async () => {
    const { answer, received } = sending(get(), [NO_NETWORK, NO_NETWORK, json({ ok: true })]);
    expect(await (await answer).json()).toEqual({ ok: true });
    expect(received).toHaveLength(3);
  });

  it.each([502, 503, 504])("is sent again after %i", async (status) => {
    const { answer } = sending(get(), [new Response("", { status }), json({})]);
    expect((await answer).status).toBe(200);
  });

  it.each([400, 401, 404, 409, 412, 422, 500])("is answered with %i at once", async (status) => {
    const { answer, received } = sending(get(), [new Response("", { status })]);
    expect((await answer).status).toBe(status);
    expect(received).toHaveLength(1);
  });

  it("is the same each time: its method, its headers and its body", async () => {
    const request = post({ headers: { "idempotency-key": "one", "content-type": "text/plain" } });
    const { answer, received } = sending(request, [NO_NETWORK, busy(), json({})]);
    await answer;
    const seen = received.map(({ method, body, headers }) => [
      method,
      body,
      headers.get("idempotency-key"),
      headers.get("content-type"),
    ]);
    expect(seen).toEqual(Array(3).fill(["POST", '{"a":1}', "one", "text/plain"]));
  });

  it("is given up after the retries that are allowed: then the last failure is thrown", async () => {
    const { answer, received } = sending(get(), [NO_NETWORK, NO_NETWORK, NO_NETWORK], {
      retries: 2,
    });
    await expect(answer).rejects.toMatchObject({
      name: "NeuaddConnectionError",
      code: "NETWORK_FAILED",
      cause: NO_NETWORK,
    });
    expect(received).toHaveLength(3);
  });

  it("gives the last answer when the server stays busy", async () => {
    const { answer } = sending(get(), [busy(), busy()], { retries: 1 });
    expect((await answer).status).toBe(503);
  });

  it("is never sent again with no retries", async () => {
    const { answer, received } = sending(get(), [NO_NETWORK], { retries: 0 });
    await expect(answer).rejects.toMatchObject({ code: "NETWORK_FAILED" });
    expect(received).toHaveLength(1);
  });

  it("is sent again when its answer breaks off in the middle", async () => {
    const brokenOff = () =>
      new Response(
        new ReadableStream({
          start(controller) {
            controller.enqueue(new TextEncoder().encode('{"a":'));
            controller.error(new TypeError("terminated"));
          },
        }),
      );
    const { answer } = sending(get(), [brokenOff(), json({ whole: true })]);
    expect(await (await answer).json()).toEqual({ whole: true });
  });
});

describe("a request that would do harm if it happened twice", () => {
  it.each([NO_NETWORK, busy()])("is not sent again after %s", async (outcome) => {
    const { answer, received } = sending(post(), [outcome], { isRepeatable: false });
    await answer.catch(() => undefined);
    expect(received).toHaveLength(1);
  });

  it("is sent again when the server refused to look at it", async () => {
    const { answer, received } = sending(post(), [tooMany(), json({})], { isRepeatable: false });
    expect((await answer).status).toBe(200);
    expect(received).toHaveLength(2);
  });

  it("is not sent again after a 409 that says when to come back", async () => {
    const outcome = new Response("", { status: 409, headers: { "retry-after": "1" } });
    const { answer } = sending(post(), [outcome], { isRepeatable: false });
    expect((await answer).status).toBe(409);
  });
});

describe("the time between attempts", () => {
  it("doubles from a quarter of a second up to eight seconds, each time shortened by chance", async () => {
    const times: number[] = [];
    const outcomes = Array.from({ length: 9 }, () => () => {
      times.push(setting.now());
      return busy();
    });
    const setting = sending(get(), outcomes, { retries: 8 });
    await setting.answer;
    const delays = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    const longest = [250, 500, 1000, 2000, 4000, 8000, 8000, 8000];
    for (const [index, delay] of delays.entries()) {
      expect(delay).toBeGreaterThanOrEqual((longest[index] ?? 0) / 2);
      expect(delay).toBeLessThanOrEqual(longest[index] ?? 0);
    }
    expect(delays).toHaveLength(8);
  });

  it("is what Retry-After says, and a little chance", async () => {
    const { answer, now } = sending(get(), [tooMany({ "retry-after": "7" }), json({})]);
    await answer;
    expect(now()).toBeGreaterThanOrEqual(7000);
    expect(now()).toBeLessThan(7100);
  });

  it("waits for the first sending of the same request to end", async () => {
    const running = new Response("", { status: 409, headers: { "retry-after": "60" } });
    const { answer, now } = sending(post(), [running, json({})]);
    expect((await answer).status).toBe(200);
    expect(now()).toBeGreaterThanOrEqual(60_000);
  });

  it("is not waited for when Retry-After asks for more than a minute", async () => {
    const { answer, now } = sending(get(), [tooMany({ "retry-after": "61" })]);
    expect((await answer).status).toBe(429);
    expect(now()).toBe(0);
  });
});

describe("time and patience", () => {
  const never = () => new Promise<Response>(() => undefined);

  it("an attempt that is not answered in time is given up, whether or not fetch heeds its signal", async () => {
    const { answer, now } = sending(get(), [never], { retries: 0, timeoutMilliseconds: 1500 });
    await expect(answer).rejects.toMatchObject({ code: "TIMED_OUT" });
    expect(now()).toBe(1500);
  });

  it("the signal that fetch gets is aborted when time is up", async () => {
    let seen: AbortSignal | undefined;
    const { answer } = sending(
      get(),
      [
        (request) => {
          seen = request.signal;
          return never();
        },
      ],
      { retries: 0 },
    );
    await expect(answer).rejects.toMatchObject({ code: "TIMED_OUT" });
    expect(seen?.aborted).toBe(true);
  });

  it("a time-out is for each attempt: a later one may still be answered", async () => {
    const { answer } = sending(get(), [never, json({ late: false })]);
    expect(await (await answer).json()).toEqual({ late: false });
  });

  it("a body that never ends is late, too", async () => {
    const endless = new Response(new ReadableStream({ start: () => undefined }));
    const { answer } = sending(get(), [endless], { retries: 0 });
    await expect(answer).rejects.toMatchObject({ code: "TIMED_OUT" });
  });
});

describe("a signal that is aborted", () => {
  const reason = new Error("The user went elsewhere.");

  it("beforehand lets nothing be sent, and its reason is thrown", async () => {
    const { answer, received } = sending(get(), [NO_NETWORK], {
      signal: AbortSignal.abort(reason),
    });
    await expect(answer).rejects.toBe(reason);
    expect(received).toEqual([]);
  });

  it("during an attempt ends it", async () => {
    const controller = new AbortController();
    const { answer, received } = sending(
      get(),
      [
        () => {
          controller.abort(reason);
          return new Promise<Response>(() => undefined);
        },
      ],
      controller,
    );
    await expect(answer).rejects.toBe(reason);
    expect(received).toHaveLength(1);
  });

  it("between attempts ends the waiting", async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const time = manualSchedule();
    const server = scriptedServer(busy({ "retry-after": "30" }));
    time.schedule(10_000, () => controller.abort(reason));
    const persistence = { ...server, ...time, retries: 3, timeoutMilliseconds: 60_000, signal };
    await expect(time.settle(fetchPersistently(get(), true, persistence))).rejects.toBe(reason);
    expect(time.now()).toBe(10_000);
    expect(server.received).toHaveLength(1);
  });
});

describe("a signal that is never aborted", () => {
  it("gathers no listeners, however many requests are made with it", async () => {
    const { signal } = new AbortController();
    const outcomes = () => [NO_NETWORK, busy(), json({})];
    for (let count = 0; count < 20; count += 1) {
      await sending(get(), outcomes(), { signal }).answer;
    }
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });
});

describe("any sequence of outcomes", () => {
  const kinds = { ok: 200, gone: 404, broken: 500, busy: 503, tooMany: 429, network: 0 } as const;
  type Kind = keyof typeof kinds;

  /** What must come of it, read off the list: the first outcome that is not passing, or the last one allowed. */
  function expected(list: readonly Kind[], isRepeatable: boolean, retries: number) {
    const isFinal = (kind: Kind) =>
      isRepeatable ? kind === "ok" || kind === "gone" || kind === "broken" : kind !== "tooMany";
    const first = list.findIndex(isFinal);
    const place = first === -1 ? retries : Math.min(first, retries);
    return { sent: place + 1, kind: list[place] };
  }

  it("ends with the first that is not passing, or the last that is allowed", async () => {
    const kind = constantFrom(...(Object.keys(kinds) as Kind[]));
    await assert(
      asyncProperty(
        array(kind, { minLength: 6, maxLength: 6 }),
        boolean(),
        integer({ min: 0, max: 5 }),
        async (list, isRepeatable, retries) => {
          const outcomes = list.map((name) =>
            name === "network" ? NO_NETWORK : new Response("", { status: kinds[name] }),
          );
          const { answer, received } = sending(post(), outcomes, { isRepeatable, retries });
          const found = await answer.then(
            ({ status }) => status,
            () => 0,
          );
          const { sent, kind: last = "ok" } = expected(list, isRepeatable, retries);
          expect([received.length, found]).toEqual([sent, kinds[last]]);
        },
      ),
      { numRuns: 60 },
    );
  });
});
