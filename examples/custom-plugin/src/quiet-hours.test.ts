import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bankHolidaysEnglandAndWales, welshTermDates } from "@neuadd/core";
import {
  createHirer,
  createServer,
  importSchool,
  issueKey,
  type Schedule,
  type Server,
} from "@neuadd/server";
import { afterEach, beforeEach, describe, expect, expectTypeOf, it } from "vitest";
import { type QuietHoursApi, quietHours } from "./index.ts";

const SCHOOL = "ysgol-y-bryn";
const CLOCK = "2026-08-24T08:00:00Z";

const definition = {
  school: {
    id: SCHOOL,
    name: { cy: "Ysgol y Bryn", en: "Ysgol y Bryn" },
    authority: "blaenau-gwent",
    category: "community",
    languageMedium: "dual",
    phases: ["secondary"],
    controller: "governingBody",
    zone: "Europe/London",
  },
  premises: [
    {
      id: "main-site",
      name: { cy: "Prif safle", en: "Main site" },
      communityHours: [{ hours: [{ start: "09:00", end: "23:00" }] }],
      spaces: [
        {
          id: "main-hall",
          name: { cy: "Prif neuadd <llwyfan>", en: "Main hall <stage>" },
          kind: "schoolHall",
          capacity: 300,
          facilities: ["amplification"],
        },
        {
          id: "community-room",
          name: { cy: "Ystafell gymunedol", en: "Community room" },
          kind: "communityRoom",
          capacity: 30,
        },
      ],
    },
  ],
  calendar: { layers: [bankHolidaysEnglandAndWales, welshTermDates] },
};

/** Timers that only a test fires. */
const timers = new Set<{ readonly delayMs: number; readonly work: () => void }>();
const schedule: Schedule = (delayMs, work) => {
  const timer = { delayMs, work };
  timers.add(timer);
  return () => void timers.delete(timer);
};

type QuietServer = Server<readonly [ReturnType<typeof quietHours>]>;

let directory: string;
const servers: Server[] = [];

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "quiet-hours-"));
  timers.clear();
});

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
  rmSync(directory, { recursive: true });
});

const settings = (clock: string) => ({
  store: { sqlite: join(directory, "neuadd.sqlite") },
  clock,
  logLevel: "silent" as const,
});

async function start(clock = CLOCK): Promise<QuietServer> {
  const plugins = [quietHours({ from: "21:00", soundCheckPence: 500 })] as const;
  const server = await createServer({ ...settings(clock), plugins }, { schedule });
  servers.push(server);
  await importSchool(server.services, "system", definition);
  return server;
}

/** Lets everything that needs no timer run its course. */
async function settle(): Promise<void> {
  for (let round = 0; round < 10; round += 1) await new Promise((done) => setImmediate(done));
}

interface Call {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Answer {
  readonly status: number;
  readonly etag: string;
  // What came back is looked at by the expectations, field by field.
  readonly body: Readonly<Record<string, unknown>>;
}

async function call(
  server: Server,
  path: string,
  key?: string,
  request: Call = {},
): Promise<Answer> {
  const response = await server.app.request(path, {
    method: request.method ?? "GET",
    headers: {
      ...(key !== undefined && { authorization: `Bearer ${key}` }),
      ...(request.body !== undefined && { "content-type": "application/json" }),
      ...request.headers,
    },
    ...(request.body !== undefined && { body: JSON.stringify(request.body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    etag: response.headers.get("etag") ?? "",
    body: text.startsWith("{") ? JSON.parse(text) : { text },
  };
}

async function keysOf(
  server: Server,
): Promise<{ hirer: string; hirerKey: string; schoolKey: string }> {
  const { id: hirer } = await createHirer(
    server.services,
    {
      name: "Band Pres y Bryn",
      category: "communityGroup",
      language: "cy",
      contact: { name: "Ysgrifennydd", email: "band@example.org" },
    },
    { school: SCHOOL },
  );
  const hirerKey = await issueKey(server.services, { kind: "hirer", owner: hirer, label: "" });
  const schoolKey = await issueKey(server.services, { kind: "school", owner: SCHOOL, label: "" });
  return { hirer, hirerKey: hirerKey.key, schoolKey: schoolKey.key };
}

function rehearsal(hirer: string, startTime: string, endTime: string, first = "2026-09-08") {
  return { space: "main-hall", hirer, title: "Band", activity: "music", first, startTime, endTime };
}

let booked = 0;

async function approve(
  server: Server,
  keys: Awaited<ReturnType<typeof keysOf>>,
  first: string,
): Promise<void> {
  const bookings = `/v1/schools/${SCHOOL}/bookings`;
  booked += 1;
  const requested = await call(server, bookings, keys.hirerKey, {
    method: "POST",
    body: rehearsal(keys.hirer, "18:00", "20:00", first),
    headers: { "idempotency-key": `rehearsal-${booked}` },
  });
  expect(requested.status).toBe(201);
  const approved = await call(
    server,
    `${bookings}/${String(requested.body["id"])}/approve`,
    keys.schoolKey,
    { method: "POST", headers: { "if-match": requested.etag } },
  );
  expect(approved.status).toBe(200);
}

describe("the rule", () => {
  it("denies what goes on after the quiet time, in a loud space only", async () => {
    const server = await start();
    const { hirer, hirerKey } = await keysOf(server);
    async function preview(space: string, endTime: string, language: string): Promise<unknown> {
      const { body } = await call(server, `/v1/schools/${SCHOOL}/bookings/preview`, hirerKey, {
        method: "POST",
        body: { ...rehearsal(hirer, "19:00", endTime), space },
        headers: { "accept-language": language },
      });
      return body["occurrences"];
    }
    const denied = {
      code: "quiet-hours/AFTER_QUIET_TIME",
      details: { space: "main-hall", from: "21:00" },
    };
    expect(await preview("main-hall", "21:30", "en")).toMatchObject([
      {
        verdict: "denied",
        denials: [
          {
            ...denied,
            message: "Main hall <stage> must be quiet from 9pm, as agreed with the neighbours.",
          },
        ],
      },
    ]);
    expect(await preview("main-hall", "21:30", "cy")).toMatchObject([
      {
        denials: [
          {
            ...denied,
            message:
              "Rhaid i Prif neuadd <llwyfan> fod yn dawel o 9yh, yn ôl y cytundeb â'r cymdogion.",
          },
        ],
      },
    ]);
    expect(await preview("main-hall", "21:00", "en")).toMatchObject([{ verdict: "bookable" }]);
    expect(await preview("community-room", "21:30", "en")).toMatchObject([{ verdict: "bookable" }]);
  });

  it("binds the booking as it bound the preview", async () => {
    const server = await start();
    const { hirer, hirerKey } = await keysOf(server);
    const { status, body } = await call(server, `/v1/schools/${SCHOOL}/bookings`, hirerKey, {
      method: "POST",
      body: rehearsal(hirer, "19:00", "22:00"),
      headers: { "idempotency-key": "late" },
    });
    expect({ status, code: body["code"] }).toEqual({ status: 409, code: "SERIES_NOT_BOOKABLE" });
  });
});

describe("the quote", () => {
  it("comes with the preview: a line for each late date that would be booked", async () => {
    const server = await start();
    const { hirer, hirerKey } = await keysOf(server);
    const { body } = await call(server, `/v1/schools/${SCHOOL}/bookings/preview`, hirerKey, {
      method: "POST",
      body: {
        ...rehearsal(hirer, "19:00", "20:30"),
        recurrence: { rule: "FREQ=WEEKLY", count: 2 },
      },
      headers: { "accept-language": "cy" },
    });
    const line = { label: "Mesur lefel y sain", amountPence: 500, currency: "GBP" };
    expect(body["quote"]).toMatchObject({
      lines: [
        { ...line, date: "2026-09-08" },
        { ...line, date: "2026-09-15" },
      ],
      missing: [],
    });
  });
});

describe("the routes", () => {
  const path = `/v1/x/quiet-hours/schools/${SCHOOL}`;

  it("answer under the plugin's own path, in the caller's language", async () => {
    const server = await start();
    const { status, body } = await call(server, path, undefined, {
      headers: { "accept-language": "cy" },
    });
    expect(status).toBe(200);
    expect(body).toEqual({
      from: "21:00",
      spaces: [{ id: "main-hall", name: "Prif neuadd <llwyfan>" }],
      approvals: 0,
    });
    expect(await call(server, "/v1/x/quiet-hours/schools/nowhere")).toMatchObject({ status: 404 });
  });

  it("take a reading from whoever acts for the school, and from nobody else", async () => {
    const server = await start();
    const { hirerKey, schoolKey } = await keysOf(server);
    const reading = { method: "POST", body: { decibels: 61 } };
    expect((await call(server, `${path}/readings`, undefined, reading)).status).toBe(401);
    expect((await call(server, `${path}/readings`, hirerKey, reading)).status).toBe(403);
    expect((await call(server, `${path}/readings`, schoolKey, reading)).status).toBe(204);
    const wrong = { method: "POST", body: { decibels: "loud" } };
    expect(await call(server, `${path}/readings`, schoolKey, wrong)).toMatchObject({
      status: 422,
      body: { code: "BODY_INVALID", errors: [{ pointer: "#/decibels" }] },
    });
    expect(await server.plugins["quiet-hours"].readings(SCHOOL)).toBe(1);
  });

  it("are in the server's OpenAPI document", async () => {
    const server = await start();
    const { body } = await call(server, "/openapi.json");
    expect(Object.keys(body["paths"] as object)).toEqual(
      expect.arrayContaining([
        "/v1/x/quiet-hours/schools/{school}",
        "/v1/x/quiet-hours/schools/{school}/readings",
      ]),
    );
  });
});

describe("the listener", () => {
  it("counts an approval after its commit, and keeps the count over a restart", async () => {
    const first = await start();
    const keys = await keysOf(first);
    await approve(first, keys, "2026-09-08");
    await settle();
    expect(await first.plugins["quiet-hours"].approvals(SCHOOL)).toBe(1);
    await first.close();
    const second = await start();
    await settle();
    expect(await second.plugins["quiet-hours"].approvals(SCHOOL)).toBe(1);
    await approve(second, keys, "2026-09-15");
    await settle();
    expect(await second.plugins["quiet-hours"].approvals(SCHOOL)).toBe(2);
  });

  it("counts what was approved while the plugin was not there", async () => {
    const first = await start();
    const keys = await keysOf(first);
    await first.close();
    const without = await createServer(settings(CLOCK), { schedule });
    servers.push(without);
    await approve(without, keys, "2026-09-08");
    await without.close();
    const second = await start();
    await settle();
    expect(await second.plugins["quiet-hours"].approvals(SCHOOL)).toBe(1);
  });
});

describe("the page", () => {
  it.each([
    ["/en/x/quiet-hours", "quiet from 9pm", "Main hall &lt;stage&gt;", "Quiet hours"],
    ["/cy/x/quiet-hours", "yn dawel o 9yh", "Prif neuadd &lt;llwyfan&gt;", "Oriau tawel"],
  ])("%s stands in the frame of the server's pages, with data escaped", async (path, ...texts) => {
    const server = await start();
    const { status, body } = await call(server, path);
    expect(status).toBe(200);
    for (const text of texts) expect(body["text"]).toContain(text);
    expect(body["text"]).not.toContain("<stage>");
  });
});

describe("the api", () => {
  it("is typed on the server, by the plugin's id", async () => {
    const server = await start();
    expectTypeOf(server.plugins["quiet-hours"]).toEqualTypeOf<QuietHoursApi>();
    expectTypeOf<keyof QuietServer["plugins"]>().toEqualTypeOf<"quiet-hours">();
    expect(await server.plugins["quiet-hours"].approvals("nowhere")).toBe(0);
  });
});

describe("quietHours", () => {
  it("refuses a quiet time that is none", () => {
    expect(() => quietHours({ from: "9pm" })).toThrow('from is "9pm"');
  });
});
