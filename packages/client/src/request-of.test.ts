import { assert, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { requestOf, type RequestParts } from "./request-of.ts";

function made(parts: Partial<RequestParts> = {}): Request {
  return requestOf({
    method: "GET",
    server: "https://neuadd.example",
    path: "/v1/schools/{school}/bookings/{booking}",
    names: { school: "y-bryn", booking: "bok_1" },
    query: {},
    headers: {},
    body: undefined,
    ...parts,
  });
}

describe("a request", () => {
  it("has the names in its path", () => {
    expect(made().url).toBe("https://neuadd.example/v1/schools/y-bryn/bookings/bok_1");
  });

  it("keeps the path before /v1 that the server has", () => {
    expect(made({ server: "https://county.example/neuadd" }).url).toBe(
      "https://county.example/neuadd/v1/schools/y-bryn/bookings/bok_1",
    );
  });

  it("never reaches another path, whatever a name holds", () => {
    assert(
      property(string({ minLength: 1, unit: "grapheme" }), (booking) => {
        if (booking === "." || booking === "..") return;
        const { pathname } = new URL(made({ names: { school: "y-bryn", booking } }).url);
        expect(pathname.split("/").map(decodeURIComponent)).toEqual([
          "",
          "v1",
          "schools",
          "y-bryn",
          "bookings",
          booking,
        ]);
      }),
      { numRuns: 200 },
    );
  });

  it.each(["", ".", ".."])("is refused for the name %j, which would lead elsewhere", (booking) => {
    expect(() => made({ names: { school: "y-bryn", booking } })).toThrow(TypeError);
  });

  it("has the parameters that are given, encoded, and no others", () => {
    const query = { from: "2026-09-08", facility: "nets & posts", capacity: 0, to: undefined };
    expect(new URL(made({ query }).url).search).toBe(
      "?from=2026-09-08&facility=nets+%26+posts&capacity=0",
    );
  });

  it("sends a body as JSON", async () => {
    const request = made({ method: "POST", body: { title: "Côr y Bryn" } });
    expect(request.headers.get("content-type")).toBe("application/json");
    expect(await request.json()).toEqual({ title: "Côr y Bryn" });
  });

  it("has no body and no type of one when none is given", () => {
    const request = made({ method: "POST" });
    expect(request.body).toBeNull();
    expect(request.headers.has("content-type")).toBe(false);
  });
});
