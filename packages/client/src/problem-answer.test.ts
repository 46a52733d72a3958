import { describe, expect, it } from "vitest";
import { json, problem } from "../test/scripted-server.ts";
import { isProblem, NeuaddProblem } from "./neuadd-problem.ts";
import { orThrow } from "./problem-answer.ts";

async function thrown(response: Response): Promise<unknown> {
  return orThrow(response).then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe("an answer", () => {
  it("that is good, or unchanged, is given back", async () => {
    const good = json({ a: 1 });
    const unchanged = new Response(null, { status: 304 });
    expect([await orThrow(good), await orThrow(unchanged)]).toEqual([good, unchanged]);
  });

  it("with problem details is thrown, with all that they say", async () => {
    const errors = [{ pointer: "#/startTime", detail: "Not a time." }];
    const error = await thrown(
      problem("BODY_INVALID", 422, { title: "The body has faults", requestId: "r-1", errors }),
    );
    expect(error).toBeInstanceOf(NeuaddProblem);
    expect(error).toMatchObject({
      name: "NeuaddProblem",
      message: "BODY_INVALID: It is BODY_INVALID.\n  #/startTime: Not a time.",
      code: "BODY_INVALID",
      status: 422,
      title: "The body has faults",
      detail: "It is BODY_INVALID.",
      type: "https://neuadd.example/problems/BODY_INVALID",
      requestId: "r-1",
      errors,
    });
  });

  it("that a series is not bookable carries the decision", async () => {
    const decision = { accepted: false, digest: "d" };
    const error = await thrown(problem("SERIES_NOT_BOOKABLE", 409, { decision }));
    expect(isProblem(error, "SERIES_NOT_BOOKABLE") && error.decision).toEqual(decision);
  });

  it("stays short where it is printed or logged whole, whatever it carries", async () => {
    const decision = { accepted: false, digest: "d", occurrences: [{ date: "2026-09-08" }] };
    const error = await thrown(problem("SERIES_NOT_BOOKABLE", 409, { decision }));
    expect(JSON.stringify(error)).not.toContain("2026-09-08");
    expect(JSON.stringify(error)).toContain('"code":"SERIES_NOT_BOOKABLE"');
  });

  it("that it is stale carries the present tag", async () => {
    const error = await thrown(problem("REVISION_STALE", 412, { headers: { etag: '"9"' } }));
    expect(isProblem(error, "REVISION_STALE") && error.etag).toBe('"9"');
  });

  it("that there are too many requests says how long to wait", async () => {
    const error = await thrown(problem("RATE_LIMITED", 429, { headers: { "retry-after": "90" } }));
    expect(isProblem(error) && error.retryAfterMilliseconds).toBe(90_000);
  });

  it("keeps the members that a plugin adds", async () => {
    const error = await thrown(problem("tariffs/CLOSED", 409, { until: "2027-01-01" }));
    expect(isProblem(error) && error.body["until"]).toBe("2027-01-01");
  });

  it.each([
    ["a page of a proxy", new Response("<h1>Bad gateway</h1>", { status: 502 })],
    ["JSON of something else", json({ message: "Not found" }, { status: 502 })],
    ["no body", new Response(null, { status: 502 })],
    ["the JSON value null", json(null, { status: 502 })],
  ])("that is %s is not taken for the server's", async (_what, response) => {
    expect(await thrown(response)).toMatchObject({
      name: "NeuaddConnectionError",
      code: "ANSWER_UNREADABLE",
      status: 502,
    });
  });
});

describe("asking what a problem is", () => {
  const error = new NeuaddProblem(
    { type: "", title: "", status: 412, detail: "", code: "REVISION_STALE" },
    new Headers({ etag: '"3"' }),
  );

  it("is true of any of the codes given, and of any problem when none is given", () => {
    expect(isProblem(error, "REVISION_STALE")).toBe(true);
    expect(isProblem(error, "FORBIDDEN", "REVISION_STALE")).toBe(true);
    expect(isProblem(error)).toBe(true);
  });

  it("is false of other codes and of other errors", () => {
    expect(isProblem(error, "FORBIDDEN")).toBe(false);
    expect(isProblem(new Error("no"), "REVISION_STALE")).toBe(false);
    expect(isProblem({ code: "REVISION_STALE" })).toBe(false);
  });
});
