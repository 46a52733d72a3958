import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { askedIn } from "./asked.ts";
import { clientAddress } from "./client-address.ts";
import type { HttpEnvironment } from "./exchange.ts";

async function addressOf(
  remoteAddress: string | undefined,
  forwarded: string,
  proxies: number,
): Promise<string> {
  const app = new Hono<HttpEnvironment>();
  app.get("/", (context) => context.text(clientAddress(askedIn(context), proxies)));
  const headers = forwarded === "" ? {} : { "x-forwarded-for": forwarded };
  const bindings = remoteAddress === undefined ? {} : { incoming: { socket: { remoteAddress } } };
  return (await app.request("/", { headers }, bindings)).text();
}

describe("clientAddress", () => {
  it("believes the socket, whatever a client writes, where no proxy stands", async () => {
    expect(await addressOf("192.0.2.7", "203.0.113.9", 0)).toBe("192.0.2.7");
  });

  it("takes what the outermost of our own proxies saw, not what stands left of it", async () => {
    expect(await addressOf("10.0.0.1", "198.51.100.1, 203.0.113.9", 1)).toBe("203.0.113.9");
    expect(await addressOf("10.0.0.1", "198.51.100.1, 203.0.113.9, 10.0.0.2", 2)).toBe(
      "203.0.113.9",
    );
    expect(await addressOf("10.0.0.1", "203.0.113.9", 2)).toBe("10.0.0.1");
  });

  it("counts a subscriber's whole IPv6 network as one", async () => {
    const whole = await addressOf("2001:db8:0:7:1:2:3:4", "", 0);
    expect(whole).toBe("2001:db8:0:7::/64");
    expect(await addressOf("2001:0DB8::7:ffff:0:0:1", "", 0)).toBe("2001:db8:0:7::/64");
    expect(await addressOf("::1", "", 0)).toBe("0:0:0:0::/64");
  });

  it("keeps IPv4 addresses whole, also as an IPv6 socket writes them", async () => {
    expect(await addressOf("::ffff:192.0.2.7", "", 0)).toBe("::ffff:192.0.2.7");
  });

  it("has a name where there is no socket", async () => {
    expect(await addressOf(undefined, "", 0)).toBe("local");
  });
});
