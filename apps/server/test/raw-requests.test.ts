import { once } from "node:events";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createServer, type Server } from "../src/server.ts";

let server: Server;
let port = 0;

beforeAll(async () => {
  server = await createServer({
    store: { sqlite: ":memory:" },
    host: "127.0.0.1",
    port: 0,
    logLevel: "silent",
    plugins: [],
  });
  ({ port } = await server.listen());
});
afterAll(() => server.close());

/** Sends bytes as they are, and answers all that comes back until the server ends the connection. */
async function send(request: string | Uint8Array): Promise<string> {
  const socket = connect({ port, host: "127.0.0.1" });
  const pieces: Buffer[] = [];
  socket.on("data", (piece: Buffer) => pieces.push(piece));
  // A server that has heard enough may end the connection while it is still being talked to.
  socket.on("error", () => undefined);
  await once(socket, "connect");
  socket.end(typeof request === "string" ? request.replaceAll("\n", "\r\n") : request);
  await once(socket, "close");
  return Buffer.concat(pieces).toString("latin1");
}

function get(path: string, ...headers: string[]): string {
  const lines = [`GET ${path} HTTP/1.1`, "Host: neuadd.test", "Connection: close", ...headers];
  return `${lines.join("\n")}\n\n`;
}

function post(body: string, ...headers: string[]): string {
  const lines = [
    "POST /v1/schools/a/bookings/preview HTTP/1.1",
    "Host: neuadd.test",
    "Connection: close",
    ...headers,
  ];
  return `${lines.join("\n")}\n\n${body}`;
}

const JSON_TYPE = "Content-Type: application/json";

describe("what no client of good will sends", () => {
  it.each([
    ["a path that climbs", get("/v1/schools/../../../../etc/passwd"), 404],
    ["a path that climbs in disguise", get("/v1/%2e%2e/%2e%2e/etc/passwd"), 404],
    ["a path with back-slashes", get("/..\\..\\etc\\passwd"), 400],
    ["a static file that climbs", get("/static/..%2f..%2fpackage.json"), 404],
    ["a path with two slashes", get("//v1//schools"), 404],
    ["a path with NUL in it", get("/v1/schools/%00"), 404],
    ["a path that is no UTF-8", get("/v1/schools/%ff%fe"), 404],
    ["a path with half an escape", get("/v1/schools/%e"), 404],
    ["an address of another server", get("http://example.org/v1/schools"), 200],
    ["an asterisk for a path", get("*"), 400],
    ["a fragment", get("/v1/schools#a"), 200],
    ["a very long query", get(`/v1/schools?${"a".repeat(15_000)}`), 200],
    ["headers beyond all measure", get("/v1/schools", `X-A: ${"a".repeat(20_000)}`), 431],
    [
      "more headers than there are uses for",
      get("/v1/schools", ...Array.from({ length: 1900 }, () => "A: b")),
      431,
    ],
    ["a header with a line break in it", get("/v1/schools", "X-A: b\rX-B: c"), 400],
    ["a header without a name", get("/v1/schools", ": b"), 400],
    ["two keys", get("/v1/schools", "Authorization: Bearer a", "Authorization: Bearer b"), 401],
    ["two hosts, of which none counts", get("/v1/schools", "Host: example.org"), 200],
    ["no host", "GET /v1/schools HTTP/1.1\nConnection: close\n\n", 400],
    ["a host that is none", "GET /v1/schools HTTP/1.1\nHost: a b/c?\nConnection: close\n\n", 400],
    ["a method that is none", get("/v1/schools").replace("GET", "BREW"), 400],
    ["a version that is none", get("/v1/schools").replace("HTTP/1.1", "HTTP/9.9"), 400],
    ["two lengths", post("{}", JSON_TYPE, "Content-Length: 2", "Content-Length: 3"), 400],
    ["a length that is less than nothing", post("{}", JSON_TYPE, "Content-Length: -2"), 400],
    [
      "a length beyond all measure",
      post("{}", JSON_TYPE, `Content-Length: ${"9".repeat(30)}`),
      400,
    ],
    [
      "a length and chunks",
      post("0\n\n", JSON_TYPE, "Content-Length: 3", "Transfer-Encoding: chunked"),
      400,
    ],
    ["chunks that are none", post("zz\n{}\n0\n\n", JSON_TYPE, "Transfer-Encoding: chunked"), 400],
    ["an encoding that nobody knows", post("{}", JSON_TYPE, "Transfer-Encoding: cow"), 400],
    ["plain text where TLS was meant", "\u0016\u0003\u0001\u0002\u0000", 400],
    [
      "an upgrade to something else",
      get("/v1/schools", "Connection: upgrade", "Upgrade: websocket"),
      200,
    ],
  ])("is answered in order: %s", async (_what, request, status) => {
    const answer = await send(request);
    expect([answer.slice(0, 12), answer.slice(0, 300)]).toEqual([
      `HTTP/1.1 ${status}`,
      expect.not.stringMatching(/\n\s+at |node_modules|\.ts:\d/),
    ]);
  });

  it("does no harm when it ends in the middle", async () => {
    await send("GET /v1/schools HTT");
    await send(post('{"space":', JSON_TYPE, "Content-Length: 500"));
    await send(new Uint8Array([0, 255, 10, 13, 10, 13]));
    expect(await send(get("/healthz"))).toContain('"status":"alive"');
  });
});
