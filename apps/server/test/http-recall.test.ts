import { once } from "node:events";
import { createServer as createHttpServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { beginExchange } from "../src/http/begin-exchange.ts";
import type { HttpEnvironment } from "../src/http/exchange.ts";
import { DEFAULT_LIMITS } from "../src/http/limits.ts";
import { createMetrics } from "../src/http/metrics.ts";
import { recallFirst, recallParts } from "../src/http/recall-first.ts";
import { importSchool } from "../src/ledger/import-school.ts";
import { createServer, type Server } from "../src/server.ts";
import { emptyStoreSetting } from "./fixtures/empty-store-setting.ts";
import { keptLogger } from "./fixtures/kept-logger.ts";
import { makeServices } from "./fixtures/make-services.ts";
import { SCHOOL, schoolDefinition, START } from "./fixtures/school-definition.ts";

interface Answer {
  readonly status: number;
  readonly headers: Record<string, unknown>;
  readonly text: string;
}

interface Question {
  readonly path: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

async function ask(
  port: number,
  { path, method = "GET", headers = {} }: Question,
): Promise<Answer> {
  const outgoing = request({ port, host: "127.0.0.1", path, method, headers });
  outgoing.end();
  const [incoming] = await once(outgoing, "response");
  const pieces: Buffer[] = [];
  for await (const piece of incoming) pieces.push(piece);
  const text = Buffer.concat(pieces).toString("utf8");
  return { status: incoming.statusCode, headers: { ...incoming.headers }, text };
}

const WEEK = "from=2026-09-07&to=2026-09-14";
const OF_SPACE = `/v1/schools/${SCHOOL}/spaces/sports-hall/availability?${WEEK}`;
const OF_SCHOOL = `/v1/schools/${SCHOOL}/availability?${WEEK}&minutes=60`;

describe("what is answered from memory", () => {
  let server: Server;
  let port = 0;
  beforeAll(async () => {
    server = await createServer({
      store: await emptyStoreSetting(),
      host: "127.0.0.1",
      port: 0,
      clock: new Date(START).toISOString(),
      logLevel: "silent",
      plugins: [],
    });
    await importSchool(server.services, "system", schoolDefinition);
    ({ port } = await server.listen());
  });
  afterAll(() => server.close());

  /** What the app itself answers, that knows of no shorter way. */
  async function askApp({ path, method = "GET", headers = {} }: Question): Promise<Answer> {
    const response = await server.app.request(path, { method, headers });
    const told = Object.fromEntries(response.headers);
    return { status: response.status, headers: told, text: await response.text() };
  }

  /** Without what differs from one answer to the next, and what belongs to the connection. */
  function comparable({ status, headers, text }: Answer): unknown {
    const {
      date: _date,
      connection: _connection,
      "keep-alive": _keepAlive,
      "content-length": _length,
      "transfer-encoding": _encoding,
      ratelimit,
      "x-request-id": requestId,
      ...others
    } = headers;
    const withoutId = text.replaceAll(String(requestId), "");
    return { status, others, isCounted: ratelimit !== undefined, text: withoutId };
  }

  it.each<[string, Question]>([
    ["a space", { path: OF_SPACE }],
    ["a whole school", { path: OF_SCHOOL }],
    [
      "somebody who reads Welsh",
      { path: OF_SPACE, headers: { "accept-language": "cy, en;q=0.5" } },
    ],
    ["an id of one's own", { path: OF_SPACE, headers: { "x-request-id": "edge-0123.abc" } }],
    ["any copy", { path: OF_SPACE, headers: { "if-none-match": "*" } }],
    ["another copy", { path: OF_SPACE, headers: { "if-none-match": '"other"' } }],
    ["the header alone", { path: OF_SPACE, method: "HEAD" }],
    ["a page of another origin", { path: OF_SPACE, headers: { origin: "https://club.example" } }],
    ["an unknown school", { path: "/v1/schools/nowhere/availability" }],
    ["an unknown space", { path: `/v1/schools/${SCHOOL}/spaces/nowhere/availability` }],
    ["a query that is none", { path: `${OF_SPACE}&minutes=0` }],
    ["a parameter given twice", { path: `${OF_SPACE}&minutes=30&minutes=60` }],
    ["a query with an escape", { path: `${OF_SPACE}&minutes=%36%30` }],
    ["a path with an escape", { path: OF_SPACE.replace("sports", "%73ports") }],
    ["another method", { path: OF_SPACE, method: "DELETE" }],
    ["a key that is not valid", { path: OF_SPACE, headers: { authorization: "Bearer nea_none" } }],
  ])("is what the app answers to %s", async (_, question) => {
    for (const round of [1, 2]) {
      const { headers, ...answer } = await ask(port, question);
      expect(comparable({ ...answer, headers }), `round ${round}`).toEqual(
        comparable(await askApp(question)),
      );
      if (typeof headers["etag"] !== "string") continue;
      const again = {
        ...question,
        headers: { ...question.headers, "if-none-match": headers["etag"] },
      };
      const unchanged = await ask(port, again);
      expect(unchanged.status).toBe(304);
      expect(comparable(unchanged)).toEqual(comparable(await askApp(again)));
    }
  });

  it("is another answer as soon as the school is another", async () => {
    const { headers, text } = await ask(port, { path: OF_SPACE });
    const copy = { "if-none-match": String(headers["etag"]) };
    expect((await ask(port, { path: OF_SPACE, headers: copy })).status).toBe(304);
    await importSchool(server.services, "system", {
      ...schoolDefinition,
      premises: schoolDefinition.premises.map((site) => ({ ...site, communityHours: [] })),
    });
    const changed = await ask(port, { path: OF_SPACE, headers: copy });
    expect(changed.status).toBe(200);
    expect(changed.text).not.toBe(text);
  });
});

describe("recallFirst", () => {
  /** A small app with one route behind the same listener, and all that is logged. */
  async function smallServer(addressRequestsPerMinute: number) {
    const { logger, lines } = keptLogger();
    const services = { ...(await makeServices()), logger };
    onTestFinished(() => services.store.close());
    const limits = { ...DEFAULT_LIMITS, addressRequestsPerMinute };
    const parts = recallParts(services, limits, createMetrics());
    const app = new Hono<HttpEnvironment>();
    app.use(beginExchange(parts.tell));
    app.get("/v1/schools/:school/availability", (context) => {
      context.get("exchange").route = "/v1/schools/{school}/availability";
      return parts.kept.answer(context, async () => ({ bytes: Buffer.from("{}") }));
    });
    let asked = 0;
    const listener = getRequestListener(app.fetch);
    const http = createHttpServer(
      recallFirst(parts, (incoming, outgoing) => {
        asked += 1;
        return listener(incoming, outgoing);
      }),
    ).listen(0, "127.0.0.1");
    onTestFinished(() => void http.close());
    await once(http, "listening");
    const { port } = http.address() as AddressInfo;
    return { lines, port, timesAppWasAsked: () => asked };
  }
  const path = `/v1/schools/${SCHOOL}/availability`;

  it("asks the app once, and logs each request as the app does", async () => {
    const { lines, port, timesAppWasAsked } = await smallServer(100);
    const headers = { "x-request-id": "edge-0123.abc" };
    for (let time = 0; time < 3; time += 1) await ask(port, { path: `${path}?${WEEK}`, headers });
    expect(timesAppWasAsked()).toBe(1);
    const [first, ...others] = lines.map(({ time: _time, milliseconds: _taken, ...line }) => line);
    expect(first).toMatchObject({ requestId: "edge-0123.abc", path, status: 200, method: "GET" });
    expect(others).toEqual([first, first]);
  });

  it("leaves those to the app who have nothing left", async () => {
    const { port, timesAppWasAsked } = await smallServer(2);
    for (let time = 0; time < 5; time += 1) await ask(port, { path });
    // The first, which nobody had asked for before, and from the fourth on, since the app's own count is not in this app.
    expect(timesAppWasAsked()).toBe(3);
  });
});
