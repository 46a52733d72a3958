import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import {
  definePlugin,
  type PluginEnvironment,
  type PluginExchange,
  type PluginHost,
  PluginProblem,
  problemAnswers,
} from "@neuadd/plugin-kit";
import { beforeAll, describe, expect, it } from "vitest";
import { type Caller, makeApi, OTHER_SCHOOL, type TestApi } from "../../test/fixtures/make-api.ts";
import { SCHOOL } from "../../test/fixtures/school-definition.ts";

/** Each way of asking, at an address of its own. */
const doors: Readonly<
  Record<string, (host: PluginHost, exchange: PluginExchange, id: string) => Promise<unknown>>
> = {
  anyone: (host, exchange, id) => host.access.anyone(exchange, id),
  key: (host, exchange) => host.access.caller(exchange),
  operator: (host, exchange) => host.access.caller(exchange, { kinds: ["operator"] }),
  school: (host, exchange, id) => host.access.school(exchange, id),
  blocker: (host, exchange, id) => host.access.school(exchange, id, { scope: "blocks:write" }),
  visitor: (host, exchange, id) =>
    host.access.school(exchange, id, { kinds: ["hirer", "school", "authority", "operator"] }),
  hirer: (host, exchange, id) => host.access.hirer(exchange, id),
  booking: (host, exchange, id) => host.access.booking(exchange, SCHOOL, id),
  taken: () =>
    Promise.reject(
      new PluginProblem(
        "doors/TAKEN",
        409,
        {
          title: { cy: "Wedi'i gymryd", en: "Taken" },
          detail: { cy: "Dewiswch un arall.", en: "Choose another." },
        },
        { by: "someone", title: "not this" },
      ),
    ),
};

const plugin = definePlugin({
  id: "doors",
  setup(host) {
    const routes = new OpenAPIHono<PluginEnvironment>();
    for (const [name, open] of Object.entries(doors)) {
      const route = createRoute({
        operationId: `open-${name}`,
        method: "get",
        path: `/${name}/{id}`,
        request: { params: z.object({ id: z.string() }) },
        responses: { 200: { description: "Open." }, ...problemAnswers({}) },
      });
      routes.openapi(route, async (context) => {
        await open(host, context.var.exchange, context.req.valid("param").id);
        return context.body(null, 200);
      });
    }
    return { routes };
  },
});

let api: TestApi;
let booking: string;

beforeAll(async () => {
  api = await makeApi({ plugins: [plugin] });
  booking = (await api.book()).id;
  return () => api.services.store.close();
});

async function knock(door: string, as: Caller, id: string) {
  const answer = await api.call(`GET /v1/x/doors/${door}/${id}`, { as });
  return answer.status === 200 ? 200 : `${answer.status} ${String(answer.at("code"))}`;
}

describe("a plugin's routes ask the server's own guard", () => {
  it.each([
    ["anyone", "none", SCHOOL, 200],
    ["anyone", "none", "nowhere", "404 SCHOOL_UNKNOWN"],
    ["key", "none", "-", "401 AUTHENTICATION_REQUIRED"],
    ["key", "bad", "-", "401 KEY_INVALID"],
    ["key", "hirer", "-", 200],
    ["operator", "operator", "-", 200],
    ["operator", "authority", "-", "403 FORBIDDEN"],
    ["school", "none", SCHOOL, "401 AUTHENTICATION_REQUIRED"],
    ["school", "school", SCHOOL, 200],
    ["school", "authority", SCHOOL, 200],
    ["school", "operator", OTHER_SCHOOL, 200],
    ["school", "otherSchool", SCHOOL, "403 FORBIDDEN"],
    ["school", "hirer", SCHOOL, "403 FORBIDDEN"],
    ["school", "operator", "nowhere", "404 SCHOOL_UNKNOWN"],
    ["blocker", "school", SCHOOL, 200],
    ["visitor", "hirer", SCHOOL, 200],
    ["visitor", "otherSchool", SCHOOL, "403 FORBIDDEN"],
  ] as const)("%s, as %s, at %s: %s", async (door, as, id, expected) => {
    expect(await knock(door, as, id)).toBe(expected);
  });

  it("shows a hirer and a booking to their own keys and to schools that know them, and hides them from others", async () => {
    for (const [door, id, unknown] of [
      ["hirer", api.hirer.id, "404 HIRER_UNKNOWN"],
      ["booking", booking, "404 BOOKING_UNKNOWN"],
    ] as const) {
      for (const as of ["hirer", "school", "authority", "operator"] as const) {
        expect(await knock(door, as, id)).toBe(200);
      }
      for (const as of ["otherHirer", "otherSchool", "otherAuthority"] as const) {
        expect(await knock(door, as, id)).toBe(unknown);
      }
      expect(await knock(door, "operator", "none-such")).toBe(unknown);
    }
  });
});

describe("a plugin's own problem", () => {
  it("is answered as problem details in the caller's language, and never takes the place of a member of RFC 9457", async () => {
    const path = "GET /v1/x/doors/taken/-";
    const answer = await api.call(path, { headers: { "accept-language": "cy" } });
    expect(answer.status).toBe(409);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
    expect(answer.json).toEqual({
      type: "https://neuadd.test/docs#doors/TAKEN",
      title: "Wedi'i gymryd",
      status: 409,
      detail: "Dewiswch un arall.",
      code: "doors/TAKEN",
      requestId: expect.any(String),
      by: "someone",
    });
    expect((await api.call(path)).at("title")).toBe("Taken");
  });
});
