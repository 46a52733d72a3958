import type { PluginHost } from "@neuadd/plugin-kit";
import { makeCallOut } from "@neuadd/plugin-kit/host";
import { openTestHost, TEST_START, type TestHost } from "@neuadd/plugin-kit/testing";
import { Webhook } from "standardwebhooks";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { webhooks, type WebhooksApi, type WebhooksOptions } from "../src/index.ts";
import { openReceiver, type Receiver } from "./receiver.ts";

const LOOPBACK = ["127.0.0.0/8"];
const HOUR_MS = 3_600_000;

let receiver: Receiver;
const receivers: Receiver[] = [];
const hosts: TestHost<WebhooksApi>[] = [];
/** Timers that are set and never fire: a test says when. */
const timers: { readonly delayMs: number; readonly work: () => void }[] = [];
const schedule: PluginHost["schedule"] = (delayMs, work) => {
  const timer = { delayMs, work };
  timers.push(timer);
  timerSet(delayMs);
  return () => void timers.splice(timers.indexOf(timer), 1);
};

let timerSet: (delayMs: number) => void = () => undefined;

beforeEach(async () => {
  receiver = await receive();
});

afterEach(async () => {
  // First: a host waits for the answers that its receivers still hold back, as when a test fails meanwhile.
  for (const one of receivers.splice(0)) await one.close();
  for (const host of hosts.splice(0)) await host.close();
  timers.length = 0;
  timerSet = () => undefined;
});

async function receive(): Promise<Receiver> {
  const opened = await openReceiver();
  receivers.push(opened);
  return opened;
}

async function start(
  options: WebhooksOptions = { allowAddresses: LOOPBACK },
  addresses: readonly string[] = ["127.0.0.1"],
): Promise<TestHost<WebhooksApi>> {
  const host = await openTestHost(webhooks(options), {
    // The schools are there before anything else.
    now: TEST_START - 1,
    schedule,
    callOut: makeCallOut({ schedule: () => () => undefined, resolve: async () => addresses }),
    // No jitter.
    randomBytes: (count) => new Uint8Array(count).fill(count === 1 ? 0 : (fills += 1)),
  });
  hosts.push(host);
  host.setNow(TEST_START);
  return host;
}
let fills = 0;

interface Made {
  readonly id: string;
  readonly secret: string;
}

async function ask(host: TestHost<WebhooksApi>, method: string, path: string, body?: unknown) {
  const response = await host.request(`/schools/${host.school}/endpoints${path}`, {
    method,
    as: "school",
    ...(body !== undefined && { body }),
  });
  const text = await response.text();
  const json: unknown = text === "" ? undefined : JSON.parse(text);
  return { status: response.status, json };
}

async function addEndpoint(host: TestHost<WebhooksApi>, given: object = {}): Promise<Made> {
  const { status, json } = await ask(host, "POST", "", { url: receiver.url, ...given });
  expect(status).toBe(201);
  return json as Made;
}

async function happen(host: TestHost<WebhooksApi>, first = "2026-09-08"): Promise<void> {
  await host.ledger().request({
    hirer: "hir_clwb",
    title: "Noson y clwb",
    activity: "badminton",
    space: "sports-hall",
    first,
    startTime: "18:00",
    endTime: "19:00",
  });
  await host.deliver();
}

function verified(made: Made, index = 0): unknown {
  const { body, headers } = receiver.received[index] ?? { body: "", headers: {} };
  return new Webhook(made.secret).verify(body, headers as Record<string, string>);
}

describe("what happens at a school", () => {
  it("is told to its endpoint at once, signed, with ids and nothing personal", async () => {
    const host = await start();
    const made = await addEndpoint(host);
    await happen(host);
    await host.api.sendDue();
    expect(receiver.received).toHaveLength(1);
    expect(verified(made)).toMatchObject({
      type: "booking.requested",
      timestamp: new Date(TEST_START).toISOString(),
      data: { school: host.school, booking: "bok_0001", dates: ["2026-09-08"] },
    });
    const [{ body, headers } = { body: "", headers: {} }] = receiver.received;
    expect(headers["content-type"]).toBe("application/json");
    expect(body).not.toContain("Noson");
  });

  it("is sent once, though the ledger tells it twice", async () => {
    const host = await start();
    await addEndpoint(host);
    await happen(host);
    await host.deliverAgain();
    await host.api.sendDue();
    await host.api.sendDue();
    expect(receiver.received.map(({ headers }) => headers["webhook-id"])).toEqual([
      `msg_${host.school}_2_0`,
    ]);
  });

  it("is told of the kinds that were asked for alone, and of no other school", async () => {
    const host = await start();
    await addEndpoint(host, { types: ["booking.approved"] });
    await happen(host);
    await host.ledger().approve("bok_0001");
    host
      .ledger("ysgol-arall")
      .block({ space: "main-hall", kind: "schoolUse", first: "2026-09-10" });
    await host.deliver();
    await host.api.sendDue();
    expect(
      receiver.received.map(({ body }) => (JSON.parse(body) as { type: string }).type),
    ).toEqual(["booking.approved"]);
  });

  it("keeps to the order of the ledger", async () => {
    const host = await start();
    await addEndpoint(host);
    await happen(host, "2026-09-08");
    await happen(host, "2026-09-09");
    await happen(host, "2026-09-10");
    await host.api.sendDue();
    expect(receiver.received.map(({ headers }) => headers["webhook-id"])).toEqual(
      [2, 3, 4].map((revision) => `msg_${host.school}_${revision}_0`),
    );
  });
});

describe("an endpoint that does not answer well", () => {
  it("is tried again by the schedule, with the same id and a timestamp of its own, until it does", async () => {
    let world = Date.now();
    const host = await start({ allowAddresses: LOOPBACK, worldNow: () => world });
    await addEndpoint(host);
    receiver.answerWith((response) => void response.writeHead(503).end());
    await happen(host);
    await host.api.sendDue();
    expect(timers.at(-1)?.delayMs).toBe(5_000);
    await host.api.sendDue();
    expect(receiver.received).toHaveLength(1);
    host.setNow(TEST_START + 5_000);
    world += 5_000;
    receiver.answerWith((response) => void response.writeHead(200).end("thanks"));
    await host.api.sendDue();
    const [first, second] = receiver.received;
    expect(second?.headers["webhook-id"]).toBe(first?.headers["webhook-id"]);
    expect(Number(second?.headers["webhook-timestamp"])).toBe(
      Number(first?.headers["webhook-timestamp"]) + 5,
    );
    host.setNow(TEST_START + 100 * HOUR_MS);
    await host.api.sendDue();
    expect(receiver.received).toHaveLength(2);
  });

  it("is heard by its status, however much else it says", async () => {
    const host = await start();
    const { id } = await addEndpoint(host);
    const page = "x".repeat(1024 * 1024);
    receiver.answerWith((response) => void response.writeHead(200).end(page));
    await happen(host);
    await host.api.sendDue();
    const { json } = await ask(host, "GET", `/${id}/deliveries/msg_${host.school}_2_0`);
    expect(json).toMatchObject({ status: "delivered", attempts: 1, log: [{ status: 200 }] });

    receiver.answerWith((response) => void response.writeHead(410).end(page));
    await happen(host, "2026-09-09");
    await host.api.sendDue();
    expect((await ask(host, "GET", `/${id}`)).json).toMatchObject({
      disabled: "GONE",
    });
  });

  it("is given up after ten attempts, each in the log, and told again when the school says so", async () => {
    const host = await start();
    const { id } = await addEndpoint(host);
    receiver.answerWith((response) => void response.writeHead(500).end());
    await happen(host);
    for (let turn = 0; turn < 12; turn += 1) {
      await host.api.sendDue();
      host.setNow(TEST_START + (turn + 1) * 24 * HOUR_MS);
    }
    expect(receiver.received).toHaveLength(10);
    const path = `/${id}/deliveries/msg_${host.school}_2_0`;
    const { json } = await ask(host, "GET", path);
    expect(json).toMatchObject({ status: "failed", attempts: 10 });
    expect((json as { log: unknown[] }).log).toHaveLength(10);
    expect((json as { log: unknown[] }).log[0]).toEqual({
      attempt: 1,
      at: new Date(TEST_START).toISOString(),
      status: 500,
    });
    receiver.answerWith((response) => void response.writeHead(204).end());
    expect((await ask(host, "POST", `${path}/resend`)).status).toBe(202);
    await host.api.sendDue();
    expect(receiver.received.at(-1)?.body).toBe(receiver.received[0]?.body);
    expect((await ask(host, "GET", path)).json).toMatchObject({
      status: "delivered",
      attempts: 11,
    });
  });

  it("is switched off by 410, and has nothing sent until it is switched on", async () => {
    const host = await start();
    const { id } = await addEndpoint(host);
    receiver.answerWith((response) => void response.writeHead(410).end());
    await happen(host, "2026-09-08");
    await host.api.sendDue();
    expect((await ask(host, "GET", `/${id}`)).json).toMatchObject({
      isEnabled: false,
      disabled: "GONE",
    });
    await happen(host, "2026-09-09");
    await host.api.sendDue();
    expect(receiver.received).toHaveLength(1);
    expect((await ask(host, "POST", `/${id}/test`)).status).toBe(409);
    receiver.answerWith((response) => void response.writeHead(204).end());
    expect((await ask(host, "PATCH", `/${id}`, { isEnabled: true })).status).toBe(200);
    await ask(host, "POST", `/${id}/test`);
    await host.api.sendDue();
    expect(JSON.parse(receiver.received.at(-1)?.body ?? "{}")).toMatchObject({
      type: "webhooks.test",
    });
  });

  it("is not followed elsewhere: a redirect is a failure", async () => {
    const host = await start();
    const { id } = await addEndpoint(host);
    receiver.answerWith((response) => void response.writeHead(302, { location: "/other" }).end());
    await happen(host);
    await host.api.sendDue();
    expect(receiver.received.map(({ path }) => path)).toEqual(["/in"]);
    expect((await ask(host, "GET", `/${id}/deliveries`)).json).toMatchObject({
      items: [{ status: "pending", attempts: 1 }],
    });
  });

  it("does not hold up another", async () => {
    const host = await start();
    const other = await receive();
    await addEndpoint(host);
    await addEndpoint(host, { url: other.url });
    const waiting: (() => void)[] = [];
    receiver.answerWith((response) => void waiting.push(() => response.writeHead(204).end()));
    const arrived = new Promise<void>((done) =>
      other.answerWith((response) => {
        response.writeHead(204).end();
        done();
      }),
    );
    await happen(host);
    const sent = host.api.sendDue();
    await arrived;
    receiver.answerWith((response) => void response.writeHead(204).end());
    for (const answer of waiting) answer();
    await sent;
    expect(other.received).toHaveLength(1);
  });

  it("does not keep another from being tried again in time", async () => {
    const host = await start();
    const other = await receive();
    await addEndpoint(host);
    await addEndpoint(host, { url: other.url });
    const waiting: (() => void)[] = [];
    receiver.answerWith((response) => void waiting.push(() => response.writeHead(204).end()));
    other.answerWith((response) => void response.writeHead(503).end());
    const setInTime = new Promise<number>((done) => (timerSet = done));
    await happen(host);
    const sent = host.api.sendDue();
    expect(await setInTime).toBe(5_000);
    receiver.answerWith((response) => void response.writeHead(204).end());
    for (const answer of waiting) answer();
    await sent;
  });
});

describe("addresses", () => {
  it.each([
    ["http://example.org/", "webhooks/URL_REFUSED"],
    ["https://name:word@example.org/", "webhooks/URL_REFUSED"],
    ["example.org", "webhooks/URL_REFUSED"],
    ["https://127.0.0.1/", "webhooks/ADDRESS_REFUSED"],
    ["https://[::1]/", "webhooks/ADDRESS_REFUSED"],
    ["https://192.168.0.9/", "webhooks/ADDRESS_REFUSED"],
  ])("%s is refused when it is given", async (url, code) => {
    const host = await start({});
    expect(await ask(host, "POST", "", { url })).toMatchObject({ status: 422, json: { code } });
  });

  it("are refused where a name leads into the server's own network", async () => {
    const host = await start({}, ["10.0.0.5"]);
    const { id } = await addEndpoint(host, { url: "https://inside.example/" });
    await happen(host);
    await host.api.sendDue();
    const { json } = await ask(host, "GET", `/${id}/deliveries/msg_${host.school}_2_0`);
    expect(json).toMatchObject({ status: "pending", log: [{ fault: "ADDRESS_REFUSED" }] });
  });
});

describe("a description", () => {
  it("stands on one line, or is empty", async () => {
    const host = await start();
    const { id } = await addEndpoint(host, { description: " The club's own calendar " });
    expect((await ask(host, "GET", `/${id}`)).json).toMatchObject({
      description: "The club's own calendar",
    });
    const turned = { description: "Club \u202Ernadnelac" };
    expect((await ask(host, "PATCH", `/${id}`, turned)).status).toBe(422);
    expect((await ask(host, "PATCH", `/${id}`, { description: "" })).status).toBe(200);
    expect((await ask(host, "GET", `/${id}`)).json).toMatchObject({ description: "" });
  });
});

describe("secrets", () => {
  it("sign together for a day after a new one, then the new one alone", async () => {
    const host = await start();
    const made = await addEndpoint(host);
    const { json } = await ask(host, "POST", `/${made.id}/secret`);
    const renewed = { id: made.id, secret: (json as Made).secret };
    expect(json).toMatchObject({
      previousUntil: new Date(TEST_START + 24 * HOUR_MS).toISOString(),
    });
    await happen(host, "2026-09-08");
    await host.api.sendDue();
    expect(verified(renewed)).toEqual(verified(made));
    host.setNow(TEST_START + 24 * HOUR_MS);
    await happen(host, "2026-09-09");
    await host.api.sendDue();
    expect(verified(renewed, 1)).toBeDefined();
    expect(() => verified(made, 1)).toThrow("No matching signature");
  });

  it("are shown when they are made, and never again", async () => {
    const host = await start();
    const { id, secret } = await addEndpoint(host);
    const answers = [await ask(host, "GET", ""), await ask(host, "GET", `/${id}`)];
    expect(JSON.stringify(answers)).not.toContain(secret);
  });
});

describe("the page", () => {
  it("sends a message again, of which it says how it fared, while its endpoint is on", async () => {
    const host = await start();
    const made = await addEndpoint(host);
    await happen(host);
    expect(await host.forms("")).toEqual([]);
    await host.api.sendDue();
    expect(await host.page("", "en", { as: "operator" })).toContain("(addresses: 1)");
    const [form] = await host.forms("");
    if (form === undefined) throw new Error("There must be a form.");
    const elsewhere = await host.send("", form, { as: "otherSchool" });
    expect([...(elsewhere.faults?.values() ?? [])]).toEqual([{ cy: "FORBIDDEN", en: "FORBIDDEN" }]);
    expect((await host.send("", form)).done?.en).toMatch(
      /^The message is being sent to \S+ again\.$/,
    );
    const page = await host.page("", "cy");
    expect(page).toContain("yn aros");
    expect(page).toContain("24 Awst 2026, 9yb");
    expect(await host.page("", "en")).toContain("24 August 2026, 9am");
    await host.api.sendDue();
    expect(receiver.received.map(({ headers }) => headers["webhook-id"])).toEqual([
      `msg_${host.school}_2_0`,
      `msg_${host.school}_2_0`,
    ]);
    await ask(host, "PATCH", `/${made.id}`, { isEnabled: false });
    expect(await host.forms("")).toEqual([]);
    expect((await host.send("", form)).faults?.get("")?.en).toContain("Switch it on");
  });
});

describe("the log", () => {
  it("goes through pages, the newest first, and forgets after a month what has arrived", async () => {
    const host = await start();
    const { id } = await addEndpoint(host);
    for (const [index, day] of ["08", "09", "10"].entries()) {
      host.setNow(TEST_START + index);
      await happen(host, `2026-09-${day}`);
    }
    await host.api.sendDue();
    const first = await ask(host, "GET", `/${id}/deliveries?limit=2`);
    const { items, next } = first.json as { items: { message: string }[]; next: string };
    expect(items.map(({ message }) => message.slice(-3))).toEqual(["4_0", "3_0"]);
    const second = await ask(host, "GET", `/${id}/deliveries?limit=2&after=${next}`);
    expect(second.json).toMatchObject({ items: [{ message: `msg_${host.school}_2_0` }] });
    expect(second.json).not.toHaveProperty("next");
    host.setNow(TEST_START + 31 * 24 * HOUR_MS);
    await host.runJob("send");
    expect((await ask(host, "GET", `/${id}/deliveries`)).json).toEqual({ items: [] });
  });

  it("is for those who act for the school", async () => {
    const host = await start();
    await addEndpoint(host);
    const path = `/schools/${host.school}/endpoints`;
    for (const [as, status] of [
      [{ hirer: "hir_clwb" }, 403],
      ["otherSchool", 403],
      ["authority", 200],
      ["operator", 200],
    ] as const) {
      expect((await host.request(path, { as })).status).toBe(status);
    }
  });
});

describe("removing an endpoint", () => {
  it("forgets it with all that waits for it", async () => {
    const host = await start();
    const { id } = await addEndpoint(host);
    await happen(host);
    expect((await ask(host, "DELETE", `/${id}`)).status).toBe(204);
    expect((await ask(host, "DELETE", `/${id}`)).status).toBe(404);
    expect((await ask(host, "GET", "")).json).toEqual({ items: [] });
  });
});

describe("webhooks", () => {
  it("ask their tables for nothing once they are closed, though they were woken again while they looked", async () => {
    const host = await start();
    const asked = [host.api.sendDue(), host.api.sendDue()];
    hosts.pop();
    await host.close();
    await Promise.all(asked);
    expect(host.logs).toEqual([]);
  });

  it("refuses options that can't be", () => {
    expect(() => webhooks({ allowAddresses: ["localhost"] })).toThrow("localhost");
    expect(() => webhooks({ timeoutMs: 60_000 })).toThrow(RangeError);
    expect(() => webhooks({ rotationHours: -1 })).toThrow(RangeError);
    const mistyped: object = { timeout: 5_000 };
    expect(() => webhooks(mistyped)).toThrow('"timeout" is no option');
  });
});
