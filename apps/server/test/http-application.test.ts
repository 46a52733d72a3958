import { afterEach, describe, expect, it } from "vitest";
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { definePlugin, type PluginEnvironment } from "@neuadd/plugin-kit";
import { pino } from "pino";
import { ServerError } from "../src/server-error.ts";
import { makeApi, PUBLIC_URL, type TestApi, type TestApiOptions } from "./fixtures/make-api.ts";
import { SCHOOL } from "./fixtures/school-definition.ts";

const open: TestApi[] = [];
afterEach(async () => {
  for (const api of open.splice(0)) await api.services.store.close();
});

async function start(options: TestApiOptions = {}): Promise<TestApi> {
  const api = await makeApi(options);
  open.push(api);
  return api;
}

describe("every answer", () => {
  it("carries an id, its language and what keeps browsers careful", async () => {
    const api = await start();
    for (const request of ["GET /v1/schools", "GET /v1/nothing", "GET /healthz", "POST bookings"]) {
      const { headers } = await api.call(request);
      expect(headers.get("x-request-id")).toMatch(/^[\w-]{36}$/);
      expect(headers.get("content-language")).toBe("en");
      expect(headers.get("vary")).toContain("Accept-Language");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("content-security-policy")).toBe(
        "default-src 'none'; frame-ancestors 'none'",
      );
      expect(headers.get("referrer-policy")).toBe("no-referrer");
    }
  });

  it("of a page lets nothing in from elsewhere, and nothing inline", async () => {
    const api = await start();
    for (const path of ["/", "/docs", "/problems/FORBIDDEN", "/en/nothing"]) {
      const response = await api.app.request(path);
      const policy = response.headers.get("content-security-policy") ?? "";
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain("unsafe");
      const html = await response.text();
      expect(html).not.toMatch(/<script|\sstyle=|\son\w+=|<style/);
    }
  });

  it("keeps a request id that a proxy gave, if it is of a safe form", async () => {
    const api = await start();
    const kept = await api.call("GET /healthz", { headers: { "x-request-id": "edge-0123.abc" } });
    expect(kept.headers.get("x-request-id")).toBe("edge-0123.abc");
    const made = await api.call("GET /healthz", { headers: { "x-request-id": 'a"b{}' } });
    expect(made.headers.get("x-request-id")).not.toContain('"');
  });
});

describe("problem details", () => {
  it("say the same in both languages, under one code and one address that answers", async () => {
    const api = await start();
    const english = await api.call("GET /v1/schools/nowhere", {
      headers: { "accept-language": "en" },
    });
    const welsh = await api.call("GET /v1/schools/nowhere", {
      headers: { "accept-language": "cy" },
    });
    expect(english.headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
    expect(welsh.headers.get("content-language")).toBe("cy");
    for (const field of ["type", "status", "code"]) expect(welsh.at(field)).toBe(english.at(field));
    for (const field of ["title", "detail"]) expect(welsh.at(field)).not.toBe(english.at(field));
    const type = String(english.at("type"));
    expect(type).toBe(`${PUBLIC_URL}/problems/SCHOOL_UNKNOWN`);
    const page = await api.app.request(type.slice(PUBLIC_URL.length), {
      headers: { "accept-language": "cy" },
    });
    expect(page.status).toBe(200);
    expect(await page.text()).toContain(String(welsh.at("title")).replace("'", "&#39;"));
  });

  it("answer another method with those that are possible", async () => {
    const api = await start();
    for (const [request, allow] of [
      ["PUT /v1/schools", "GET, HEAD, OPTIONS"],
      ["DELETE bookings", "POST, GET, HEAD, OPTIONS"],
      ["POST /healthz", "GET, HEAD, OPTIONS"],
    ] as const) {
      const answer = await api.call(request);
      expect([answer.status, answer.at("code"), answer.headers.get("allow")]).toEqual([
        405,
        "METHOD_NOT_ALLOWED",
        allow,
      ]);
    }
    const options = await api.call("OPTIONS bookings");
    expect([options.status, options.headers.get("allow")]).toEqual([
      204,
      "POST, GET, HEAD, OPTIONS",
    ]);
  });

  it("are for programs: a person who follows a link to nowhere gets a page", async () => {
    const api = await start();
    const headers = { accept: "text/html,*/*;q=0.8", "accept-language": "cy" };
    const response = await api.app.request("/nothing", { headers });
    expect(response.status).toBe(404);
    expect(response.headers.get("content-type")).toContain("text/html");
    expect(await response.text()).toContain('<html lang="cy">');
    expect((await api.call("GET /nothing")).at("code")).toBe("ROUTE_UNKNOWN");
    expect((await api.call("GET /v1/nothing", { headers })).at("code")).toBe("ROUTE_UNKNOWN");
  });

  it("tell nothing of a fault of ours but where to find it in the log", async () => {
    const lines: string[] = [];
    const logger = pino({}, { write: (line: string) => void lines.push(line) });
    const api = await start({
      override: (services) => ({
        ...services,
        logger,
        clock: {
          ...services.clock,
          now: () => {
            throw new Error("the secret detail");
          },
        },
      }),
    });
    const answer = await api.call("GET /healthz");
    expect([answer.status, answer.at("code")]).toEqual([500, "INTERNAL"]);
    expect(answer.text).not.toMatch(/secret|stack|\.ts/);
    const fault = lines.find((line) => line.includes("the secret detail"));
    expect(fault).toContain(String(answer.at("requestId")));
  });

  it("say when to come back, when the store itself says that it is busy or gone", async () => {
    const api = await makeApi({
      override: (services) => ({
        ...services,
        clock: {
          ...services.clock,
          now: () => {
            throw new ServerError("STORE_UNAVAILABLE", {
              cy: "Nid yw'r gronfa ddata'n ateb.",
              en: "The database does not answer.",
            });
          },
        },
      }),
    });
    const answer = await api.call("GET /healthz");
    expect([answer.status, answer.at("code")]).toEqual([503, "STORE_UNAVAILABLE"]);
    expect(answer.headers.get("retry-after")).toBe("1");
  });

  it("say that the store can't be reached, with 503", async () => {
    const api = await makeApi();
    await api.services.store.close();
    const answer = await api.call("GET /readyz");
    expect([answer.status, answer.at("code")]).toEqual([503, "STORE_UNAVAILABLE"]);
    expect(answer.headers.get("retry-after")).toBe("1");
  });
});

describe("HEAD", () => {
  it("answers as GET does, without the body", async () => {
    const api = await start();
    const path = `/v1/schools/${SCHOOL}/spaces/sports-hall/availability?from=2026-09-08`;
    const get = await api.app.request(path);
    const head = await api.app.request(path, { method: "HEAD" });
    expect([head.status, await head.text()]).toEqual([200, ""]);
    expect(head.headers.get("etag")).toBe(get.headers.get("etag"));
  });
});

describe("the rate limit", () => {
  it("tells what is left, and refuses with 429 when nothing is", async () => {
    const api = await start({ limits: { addressRequestsPerMinute: 2 } });
    const first = await api.call("GET /v1/schools");
    expect(first.headers.get("ratelimit-policy")).toBe('"address";q=2;w=60');
    expect(first.headers.get("ratelimit")).toMatch(/^"address";r=1;t=\d+$/);
    await api.call("GET /v1/schools");
    const refused = await api.call("GET /v1/schools");
    expect([refused.status, refused.at("code")]).toEqual([429, "RATE_LIMITED"]);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(refused.headers.get("access-control-allow-origin")).toBe("*");
    expect((await api.call("GET /healthz")).status).toBe(200);
  });

  it("counts each key by itself, wherever it is sent from", async () => {
    const api = await start({ limits: { keyRequestsPerMinute: 1, addressRequestsPerMinute: 1 } });
    for (const as of ["none", "hirer", "school"] as const) {
      expect((await api.call("GET /v1/schools", { as })).status).toBe(200);
      expect((await api.call("GET /v1/schools", { as })).status).toBe(429);
    }
  });

  it("slows down whoever tries keys, and nobody with a valid one at the same address", async () => {
    const api = await start({ limits: { badKeysPerMinute: 3 } });
    const statuses: number[] = [];
    for (let index = 0; index < 5; index += 1) {
      statuses.push(
        (await api.call("GET /v1/schools", { headers: { authorization: `Bearer guess-${index}` } }))
          .status,
      );
    }
    expect(statuses).toEqual([401, 401, 401, 429, 429]);
    expect((await api.call("GET /v1/schools", { as: "hirer" })).status).toBe(200);
  });
});

describe("the log", () => {
  it("has one line for each request, without queries, keys or anything of a body", async () => {
    const lines: string[] = [];
    const logger = pino({}, { write: (line: string) => void lines.push(line) });
    const api = await start({ override: (services) => ({ ...services, logger }) });
    await api.call("POST bookings/preview?token=hidden", {
      as: "hirer",
      body: { title: "Pen-blwydd preifat" },
      headers: { "idempotency-key": "hidden-too" },
    });
    expect(lines).toHaveLength(1);
    const [line = ""] = lines;
    expect(JSON.parse(line)).toMatchObject({
      msg: "request",
      method: "POST",
      route: "/v1/schools/{school}/bookings/preview",
      status: 422,
      requestId: expect.any(String),
      keyId: expect.stringMatching(/^key_/),
    });
    for (const secret of ["hidden", "Pen-blwydd", api.keys.hirer ?? "?"])
      expect(line).not.toContain(secret);
  });
});

describe("metrics", () => {
  it("count requests by route and decisions by verdict", async () => {
    const api = await start();
    await api.call("GET /v1/schools");
    await api.call("POST bookings/preview", {
      as: "hirer",
      body: { space: "community-room", first: "2026-09-09", startTime: "18:00", endTime: "19:00" },
    });
    const { text, headers } = await api.call("GET /metrics", { as: "operator" });
    expect(headers.get("content-type")).toContain("text/plain; version=0.0.4");
    expect(text).toContain(
      'neuadd_http_request_duration_seconds_count{method="GET",route="/v1/schools",status="200"} 1',
    );
    expect(text).toContain('neuadd_decided_dates_total{purpose="preview",verdict="bookable"} 1');
  });

  it("count why dates are denied, of requests that are refused too", async () => {
    const api = await start();
    const body = {
      space: "community-room",
      title: "Te",
      activity: "meeting",
      first: "2026-09-09",
      startTime: "03:00",
      endTime: "04:00",
      recurrence: { rule: "FREQ=DAILY", count: 2 },
      onClash: { policy: "refuse" },
    };
    await api.call("POST bookings/preview", { as: "hirer", body });
    const headers = { "idempotency-key": "refused" };
    const refused = await api.call("POST bookings", { as: "hirer", body, headers });
    expect(refused.at("code")).toBe("SERIES_NOT_BOOKABLE");
    const { text } = await api.call("GET /metrics", { as: "operator" });
    for (const purpose of ["preview", "request"]) {
      expect(text).toContain(
        `neuadd_denied_dates_total{purpose="${purpose}",reason="OUTSIDE_COMMUNITY_HOURS"} 2`,
      );
      expect(text).toContain(`neuadd_decided_dates_total{purpose="${purpose}",verdict="denied"} 2`);
    }
  });

  it("make no series of whatever method or path a caller invents", async () => {
    const api = await start();
    for (let index = 0; index < 20; index += 1) await api.call(`GET /v1/nothing-${index}`);
    await api.app.request("/v1/schools", { method: "PURGE" });
    const { text } = await api.call("GET /metrics", { as: "operator" });
    expect(text).not.toContain("nothing-");
    expect(text).not.toContain("PURGE");
  });
});

describe("routes of a plugin", () => {
  const routes = new OpenAPIHono<PluginEnvironment>();
  routes.openapi(
    createRoute({
      method: "post",
      path: "/echo",
      request: {
        body: {
          required: true,
          content: { "application/json": { schema: z.object({ word: z.string() }) } },
        },
      },
      responses: {
        200: {
          description: "The word.",
          content: { "application/json": { schema: z.object({ word: z.string() }) } },
        },
      },
    }),
    (context) => context.json(context.req.valid("json"), 200),
  );
  routes.get("/broken", () => {
    throw new Error("the plugin's own trouble");
  });
  const plugin = definePlugin({ id: "echo", setup: () => ({ routes }) });

  it("are found under their name and in the document, and their faults are problem details", async () => {
    const api = await start({ plugins: [plugin] });
    const answer = await api.call("POST /v1/x/echo/echo", { body: { word: "helo" } });
    expect([answer.status, answer.json]).toEqual([200, { word: "helo" }]);
    expect(answer.headers.get("x-request-id")).not.toBeNull();
    const wrong = await api.call("POST /v1/x/echo/echo", { body: {} });
    expect([wrong.status, wrong.at("code"), wrong.at("errors.0.pointer")]).toEqual([
      422,
      "BODY_INVALID",
      "#/word",
    ]);
    const broken = await api.call("GET /v1/x/echo/broken");
    expect([broken.status, broken.at("code")]).toEqual([500, "INTERNAL"]);
    expect(broken.text).not.toContain("trouble");
    const document = await api.call("GET /openapi.json");
    expect(Object.keys(Object(document.at("paths")))).toContain("/v1/x/echo/echo");
    expect((await api.call("GET /v1/x/other/echo")).status).toBe(404);
  });
});
