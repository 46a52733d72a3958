import { describe, expect, it } from "vitest";
import { makeApi } from "./fixtures/make-api.ts";
import { tuesdays } from "./fixtures/tuesdays.ts";

describe("the character U+0000", () => {
  it.each([
    ["GET /v1/hirers/%00", 404, "ROUTE_UNKNOWN"],
    ["GET /v1/schools/a%00b/spaces", 404, "ROUTE_UNKNOWN"],
    ["GET bookings?space=a%00", 400, "QUERY_INVALID"],
    ["GET bookings?%00=a", 400, "QUERY_INVALID"],
    ["GET bookings?cursor=AA", 400, "QUERY_INVALID"],
  ])("is refused in %s", async (request, status, code) => {
    const api = await makeApi();
    const answer = await api.call(request, { as: "school" });
    expect([answer.status, answer.at("code")]).toEqual([status, code]);
    await api.services.store.close();
  });

  it("is refused in a body, with its place, and written as text it is none", async () => {
    const api = await makeApi();
    const ask = (title: string, key: string) =>
      api.call("POST bookings", {
        as: "hirer",
        body: { ...tuesdays(api.hirer.id, { title }), hirer: undefined },
        headers: { "idempotency-key": key },
      });
    const refused = await ask("Badminton\0", "a");
    expect([refused.status, refused.at("code")]).toEqual([422, "BODY_INVALID"]);
    expect(refused.at("errors")).toMatchObject([{ pointer: "#/title" }]);
    expect((await ask("Badminton \\u0000", "b")).status).toBe(201);
    await api.services.store.close();
  });
});
