import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { OutwardFault, type OutwardRequest } from "../outward-call.ts";
import { realTimer } from "../testing/time-limit.ts";
import { makeCallOut, type ResolveName } from "./make-call-out.ts";

const LOOPBACK = ["127.0.0.0/8"];
const open = new Set<Server>();

afterEach(() => {
  for (const server of open) {
    server.closeAllConnections();
    server.close();
  }
  open.clear();
});

async function listen(answer: RequestListener): Promise<number> {
  const server = createServer(answer);
  open.add(server);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return (server.address() as AddressInfo).port;
}

const never: ResolveName = async () => {
  throw new Error("Nothing was to be looked up.");
};

async function faultOf(
  request: OutwardRequest,
  resolve: ResolveName = never,
  schedule = realTimer,
): Promise<string> {
  const error: unknown = await makeCallOut({ schedule, resolve })(request).catch(
    (fault: unknown) => fault,
  );
  if (error instanceof OutwardFault) return error.code;
  throw new Error("It must end in an OutwardFault.", { cause: error });
}

describe("callOut", () => {
  it("sends what it is given to the address of the name, and gives the answer back", async () => {
    const port = await listen((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        response.writeHead(202, { "x-seen": request.headers["x-sent"] ?? "" });
        response.end(
          `${request.method} ${request.headers.host} ${Buffer.concat(chunks).toString()}`,
        );
      });
    });
    const callOut = makeCallOut({ schedule: realTimer, resolve: async () => ["127.0.0.1"] });
    const answer = await callOut({
      url: `http://hook.example:${port}/in`,
      method: "POST",
      headers: { "x-sent": "yes" },
      body: "tŷ",
      allowAddresses: LOOPBACK,
    });
    expect(answer).toMatchObject({ status: 202, headers: { "x-seen": "yes" } });
    expect(new TextDecoder().decode(answer.body)).toBe(`POST hook.example:${port} tŷ`);
  });

  it.each([
    "https://127.0.0.1/",
    "https://0x7f.1/",
    "https://2130706433/",
    "https://[::1]/",
    "https://[::ffff:127.0.0.1]/",
    "https://169.254.169.254/latest/meta-data",
    "https://10.0.0.7:8443/",
  ])("refuses %s, which is not of the public internet", async (url) => {
    expect(await faultOf({ url })).toBe("ADDRESS_REFUSED");
  });

  it.each([
    "http://8.8.8.8/",
    "ftp://example.org/",
    "file:///etc/hosts",
    "https://a:b@8.8.8.8/",
    "x",
  ])("refuses %s, which is no https address without a password", async (url) =>
    expect(await faultOf({ url })).toBe("URL_REFUSED"),
  );

  it("refuses a name with a private address among its public ones", async () => {
    const resolve: ResolveName = async () => ["8.8.8.8", "10.0.0.1"];
    expect(await faultOf({ url: "https://hook.example/" }, resolve)).toBe("ADDRESS_REFUSED");
  });

  it("looks a name up once, and connects to that address whatever the name says later", async () => {
    let asked = 0;
    const port = await listen((_request, response) => response.end("here"));
    // The second answer would be another machine; nothing may ask for it.
    const resolve: ResolveName = async () => [(asked += 1) === 1 ? "127.0.0.1" : "127.0.0.2"];
    const callOut = makeCallOut({ schedule: realTimer, resolve });
    const url = `http://rebinding.example:${port}/`;
    expect((await callOut({ url, allowAddresses: LOOPBACK })).status).toBe(200);
    expect(asked).toBe(1);
  });

  it("follows no redirect", async () => {
    const paths: (string | undefined)[] = [];
    const port = await listen((request, response) => {
      paths.push(request.url);
      response.writeHead(307, { location: "/elsewhere" }).end();
    });
    const callOut = makeCallOut({ schedule: realTimer, resolve: never });
    const url = `http://127.0.0.1:${port}/first`;
    expect((await callOut({ url, allowAddresses: LOOPBACK })).status).toBe(307);
    expect(paths).toEqual(["/first"]);
  });

  it("takes no more of an answer than it was told to", async () => {
    const port = await listen((_request, response) => response.end("x".repeat(1001)));
    const request = { url: `http://127.0.0.1:${port}/`, allowAddresses: LOOPBACK };
    expect(await faultOf({ ...request, maximumBytes: 1000 })).toBe("ANSWER_TOO_LARGE");
    const callOut = makeCallOut({ schedule: realTimer, resolve: never });
    expect((await callOut({ ...request, maximumBytes: 1001 })).body).toHaveLength(1001);
  });

  it("has the whole answer with its head where the body is not wanted, however long it is and though it never ends", async () => {
    const callOut = makeCallOut({ schedule: realTimer, resolve: never });
    for (const rest of ["", "x".repeat(100_000)]) {
      const port = await listen((_request, response) => {
        response.writeHead(410, { "x-seen": "yes" }).write(`the beginning${rest}`);
      });
      const answer = await callOut({
        url: `http://127.0.0.1:${port}/`,
        allowAddresses: LOOPBACK,
        maximumBytes: 10,
        takesBody: false,
      });
      expect(answer).toMatchObject({ status: 410, headers: { "x-seen": "yes" } });
      expect(answer.body).toHaveLength(0);
    }
  });

  it("gives up when the time is over, also on an answer that has begun and on a look-up", async () => {
    const timers: (() => void)[] = [];
    const atHand = (_delayMs: number, work: () => void) => {
      timers.push(work);
      return () => undefined;
    };
    const port = await listen((_request, response) => {
      response.write("the beginning");
      for (const work of timers.splice(0)) work();
    });
    const url = `http://127.0.0.1:${port}/`;
    expect(await faultOf({ url, allowAddresses: LOOPBACK }, never, atHand)).toBe("TIMED_OUT");
    const stuck: ResolveName = () => {
      for (const work of timers.splice(0)) work();
      return new Promise(() => undefined);
    };
    expect(await faultOf({ url: "https://slow.example/" }, stuck, atHand)).toBe("TIMED_OUT");
  });

  it("tells an unknown name from a refused connection", async () => {
    const unknown: ResolveName = async () => [];
    expect(await faultOf({ url: "https://none.example/" }, unknown)).toBe("NAME_UNKNOWN");
    expect(await faultOf({ url: "https://none.example/" })).toBe("NAME_UNKNOWN");
    const port = await listen((_request, response) => response.end());
    for (const server of open) await new Promise((done) => server.close(done));
    const url = `http://127.0.0.1:${port}/`;
    expect(await faultOf({ url, allowAddresses: LOOPBACK })).toBe("CONNECTION_FAILED");
  });
});
