import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import {
  describedAs,
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

const taken = new PluginProblem(
  "doors/TAKEN",
  409,
  {
    title: { cy: "Wedi'i gymryd", en: "Taken" },
    detail: { cy: "Dewiswch un arall.", en: "Choose another." },
  },
  { by: "someone", title: "not this" },
);

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
  taken: () => Promise.reject(taken),
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
        tags: ["doors"],
        summary: `Knock at the door ${name}`,
        "x-cy": { summary: `Curo ar ddrws ${name}` },
        request: { params: z.object({ id: z.string() }) },
        responses: {
          200: { description: "Open." },
          ...problemAnswers(name === "taken" ? { 409: [taken] } : {}),
        },
      });
      routes.openapi(route, async (context) => {
        await open(host, context.var.exchange, context.req.valid("param").id);
        return context.body(null, 200);
      });
    }
    for (const { path, security } of [
      { path: "/notes/example", security: [] },
      { path: "/notes/{id}", security: [{ key: [] }] },
    ]) {
      const route = createRoute({
        operationId: `write-${path}`,
        method: "put",
        path,
        tags: ["doors"],
        summary: "Leave a note",
        "x-cy": { summary: "Gadael nodyn" },
        security,
        request: {
          query: z.object({
            times: z.coerce
              .number()
              .int()
              .optional()
              .openapi(describedAs({ cy: "Sawl copi.", en: "How many copies." })),
          }),
          body: {
            required: true,
            content: { "application/json": { schema: z.strictObject({ text: z.string() }) } },
          },
        },
        responses: { 204: { description: "It is left." }, ...problemAnswers({}) },
      });
      routes.openapi(route, (context) => context.body(null, 204));
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

  it("are asked for a key before the body or the query is looked at, where they say that they need one", async () => {
    const leave = async (place: string, as: Caller, body: unknown) => {
      const answer = await api.call(`PUT /v1/x/doors/notes/${place}`, { as, body });
      return answer.at("code") ?? answer.status;
    };
    for (const body of [{ text: "Helo" }, { text: 5 }, {}, "{"]) {
      expect(await leave("a", "none", body)).toBe("AUTHENTICATION_REQUIRED");
      expect(await leave("a?times=x", "none", body)).toBe("AUTHENTICATION_REQUIRED");
    }
    expect(await leave("a", "hirer", { text: 5 })).toBe("BODY_INVALID");
    expect(await leave("a?times=x", "hirer", { text: "Helo" })).toBe("QUERY_INVALID");
    expect(await leave("a", "hirer", { text: "Helo" })).toBe(204);
  });

  it("ask for none where they say so, also at an address that another of them would fit", async () => {
    const answer = await api.call("PUT /v1/x/doors/notes/example", { body: { text: "Helo" } });
    expect(answer.status).toBe(204);
    const faulty = await api.call("PUT /v1/x/doors/notes/example", { body: {} });
    expect(faulty.at("code")).toBe("BODY_INVALID");
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
      type: "https://neuadd.test/problems/doors/TAKEN",
      title: "Wedi'i gymryd",
      status: 409,
      detail: "Dewiswch un arall.",
      code: "doors/TAKEN",
      requestId: expect.any(String),
      by: "someone",
    });
    expect((await api.call(path)).at("title")).toBe("Taken");
  });

  it("has a page where its type leads, in both languages, as the server's own problems have", async () => {
    const page = async (language: string) =>
      (await api.app.request(`/problems/doors/TAKEN?lang=${language}`)).text();
    expect(await page("en")).toMatch(/<h1>Taken<\/h1>[^]*409[^]*Choose another\./);
    expect(await page("cy")).toMatch(/<h1>Wedi&#39;i gymryd<\/h1>[^]*409[^]*Dewiswch un arall\./);
    expect((await api.app.request("/problems/doors/NONE")).status).toBe(404);
    expect((await api.app.request("/problems/windows/TAKEN")).status).toBe(404);
  });

  it("and its route are told of in Welsh as in English, without a trace of the other language", async () => {
    for (const [language, title, words, others] of [
      ["cy", "Ategyn: doors", ["Curo ar ddrws taken", "Sawl copi."], /Knock at|How many copies/],
      ["en", "Plugin: doors", ["Knock at the door taken", "How many copies."], /Curo ar|Sawl copi/],
    ] as const) {
      const page = await (await api.app.request(`/docs?lang=${language}`)).text();
      const { text } = await api.call(`GET /openapi.json?lang=${language}`);
      expect(page).toContain(title);
      for (const shown of [page, text]) {
        for (const own of words) expect(shown).toContain(own);
        expect(shown).not.toMatch(others);
      }
      expect(text).not.toContain("x-cy");
    }
  });

  it("is among the problems of the reference page and of the document, in the language asked for", async () => {
    const reference = await (await api.app.request("/docs?lang=cy")).text();
    expect(reference).toContain('href="/problems/doors/TAKEN?lang=cy"');
    const document = await api.call("GET /openapi.json?lang=cy");
    const { paths } = document.json as {
      paths: Record<string, { get: { responses: Record<string, object> } }>;
    };
    expect(paths["/v1/x/doors/taken/{id}"]?.get.responses["409"]).toMatchObject({
      "x-problems": { "doors/TAKEN": { title: "Wedi'i gymryd", detail: "Dewiswch un arall." } },
    });
  });
});
