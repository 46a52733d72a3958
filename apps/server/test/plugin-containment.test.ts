import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { OpenAPIHono } from "@hono/zod-openapi";
import { definePlugin, type Plugin, type PluginEnvironment } from "@neuadd/plugin-kit";
import { afterEach, describe, expect, it } from "vitest";
import { createHirer } from "../src/hirers/create-hirer.ts";
import { issueKey } from "../src/keys/issue-key.ts";
import { importSchool } from "../src/ledger/import-school.ts";
import { createServer, type Server } from "../src/server.ts";
import { comeToRest, manualSchedule } from "./fixtures/manual-schedule.ts";
import { SCHOOL, schoolDefinition } from "./fixtures/school-definition.ts";

const servers: Server[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

/** A server in memory with plugins, and a hirer's key; its timers move only by hand. */
async function start(...plugins: Plugin[]) {
  const timers = manualSchedule();
  const server = await createServer(
    {
      store: { sqlite: ":memory:" },
      clock: "2026-08-24T08:00:00Z",
      logLevel: "silent",
      plugins,
    },
    { schedule: timers.schedule },
  );
  servers.push(server);
  await importSchool(server.services, "system", schoolDefinition);
  const { id: hirer } = await createHirer(
    server.services,
    {
      name: "Clwb Badminton y Bryn",
      category: "club",
      language: "cy",
      contact: { name: "Ysgrifennydd", email: "clwb@example.org" },
    },
    { school: SCHOOL },
  );
  const { key } = await issueKey(server.services, { kind: "hirer", owner: hirer, label: "" });
  return { server, timers, hirer, key };
}

type World = Awaited<ReturnType<typeof start>>;

let asked = 0;

async function ask({ server, hirer, key }: World, path: "" | "/preview", first = "2026-09-08") {
  asked += 1;
  const response = await server.app.request(`/v1/schools/${SCHOOL}/bookings${path}`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${key}`,
      "content-type": "application/json",
      "idempotency-key": `ask-${asked}`,
    },
    body: JSON.stringify({
      space: "sports-hall",
      hirer,
      title: "Badminton",
      activity: "badminton",
      first,
      startTime: "18:00",
      endTime: "19:30",
    }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

function broken(what: string): never {
  throw new Error(`secret: ${what}`);
}

describe("a plugin whose rule fails", () => {
  it("closes the way rather than opens it: the date is denied, and no booking is made", async () => {
    const world = await start({ id: "odd", setup: () => ({ rules: [() => broken("rule")] }) });
    const preview = await ask(world, "/preview");
    expect(preview.status).toBe(200);
    expect(preview.body["occurrences"]).toMatchObject([
      { verdict: "denied", denials: [{ code: "odd/FAILED" }] },
    ]);
    const booking = await ask(world, "");
    expect(booking).toMatchObject({ status: 409, body: { code: "SERIES_NOT_BOOKABLE" } });
    expect(JSON.stringify([preview, booking])).not.toContain("secret");
  });
});

describe("a plugin whose quote fails", () => {
  it("leaves the preview standing, and is named as missing from its quote", async () => {
    const world = await start(
      { id: "odd", setup: () => ({ quote: () => broken("quote") }) },
      {
        id: "tariffs",
        setup: () => ({
          quote: () => [{ label: { cy: "Llogi", en: "Hire" }, amountPence: 2500, currency: "GBP" }],
        }),
      },
    );
    const { status, body } = await ask(world, "/preview");
    expect(status).toBe(200);
    expect(body["quote"]).toMatchObject({ lines: [{ amountPence: 2500 }], missing: ["odd"] });
    expect((await ask(world, "")).status).toBe(201);
  });
});

describe("a plugin whose route fails", () => {
  it("is answered with a problem without details, and nothing else is harmed", async () => {
    const routes = new OpenAPIHono<PluginEnvironment>();
    routes.get("/broken", () => broken("route"));
    routes.get("/sound", (context) => context.json({ language: context.var.exchange.language }));
    const world = await start({ id: "odd", setup: () => ({ routes }) });
    const response = await world.server.app.request("/v1/x/odd/broken");
    expect(response.status).toBe(500);
    expect(response.headers.get("content-type")).toContain("application/problem+json");
    const problem = await response.text();
    expect(JSON.parse(problem)).toMatchObject({ code: "INTERNAL" });
    expect(problem).not.toContain("secret");
    const sound = await world.server.app.request("/v1/x/odd/sound", {
      headers: { "accept-language": "cy" },
    });
    expect(await sound.json()).toEqual({ language: "cy" });
    expect((await world.server.app.request("/healthz")).status).toBe(200);
  });

  it("reaches no path outside its own", async () => {
    const routes = new OpenAPIHono<PluginEnvironment>();
    routes.all("/../../schools", (context) => context.json({ taken: true }));
    routes.use("*", async (context, next) => {
      context.header("x-odd", "was here");
      await next();
    });
    const { server } = await start({ id: "odd", setup: () => ({ routes }) });
    const response = await server.app.request("/v1/schools");
    expect(await response.json()).toMatchObject({ items: [{ id: SCHOOL }] });
    expect(response.headers.has("x-odd")).toBe(false);
    expect((await server.app.request("/v1/x/nobody/schools")).status).toBe(404);
  });
});

describe("a plugin whose page fails", () => {
  it("gives an error page in the visitor's language", async () => {
    const { server } = await start({
      id: "odd",
      setup: () => ({
        pages: [
          {
            path: "",
            title: { cy: "Od", en: "Odd" },
            audience: "anyone" as const,
            render: () => broken("page"),
          },
        ],
      }),
    });
    const response = await server.app.request("/cy/x/odd");
    expect(response.status).toBe(500);
    const page = await response.text();
    expect(page).toContain('<html lang="cy"');
    expect(page).not.toContain("secret");
  });
});

describe("a plugin whose listener hangs or fails", () => {
  it("holds up no booking and no other listener", async () => {
    const heard: string[] = [];
    const world = await start(
      { id: "stuck", setup: () => ({ on: { "booking.requested": () => new Promise(() => {}) } }) },
      { id: "odd", setup: () => ({ on: { "booking.requested": () => broken("listener") } }) },
      {
        id: "sound",
        setup: () => ({ on: { "booking.requested": (event) => void heard.push(event.type) } }),
      },
    );
    expect((await ask(world, "")).status).toBe(201);
    expect((await ask(world, "", "2026-09-15")).status).toBe(201);
    await comeToRest();
    expect(heard).toEqual(["booking.requested", "booking.requested"]);
    const letters = await world.server.services.store.database
      .selectFrom("listener_cursors")
      .select(["listener_id", "attempts"])
      .orderBy("listener_id")
      .execute();
    expect(letters).toEqual([
      { listener_id: "odd", attempts: 1 },
      { listener_id: "sound", attempts: 0 },
      { listener_id: "stuck", attempts: 0 },
    ]);
    const closed = world.server.close();
    await world.timers.advance(10_000);
    await closed;
  });
});

describe("a plugin that hoards the store", () => {
  it("loses its transaction, and bookings go on", async () => {
    const world = await start(
      definePlugin({
        id: "odd",
        migrations: {
          "1": {
            up: (made) => made.schema.createTable("odd_rows").addColumn("a", "text").execute(),
          },
        },
        setup: (host) => ({
          on: {
            "school.imported": async ({ school }) => {
              if (school === SCHOOL) return;
              await host
                .tables<{ odd_rows: { a: string } }>()
                .transaction()
                .execute(async (rows) => {
                  await rows.insertInto("odd_rows").values({ a: "b" }).execute();
                  await new Promise(() => undefined);
                });
            },
          },
        }),
      }),
    );
    // It has one connection, which the transaction holds: the booking has to wait for it.
    const { timers } = world;
    await importSchool(world.server.services, "system", {
      ...schoolDefinition,
      school: { ...schoolDefinition.school, id: "ysgol-arall" },
    });
    await comeToRest();
    const booking = ask(world, "");
    await timers.advance(5_000);
    expect((await booking).status).toBe(201);
    const closed = world.server.close();
    await timers.advance(10_000);
    await closed;
  });
});

describe("a server that can't start", () => {
  it("leaves nothing open, and the plugins that were set up are closed", async () => {
    const directory = mkdtempSync(join(tmpdir(), "neuadd-start-"));
    const closed: string[] = [];
    const sound: Plugin = {
      id: "sound",
      setup: () => ({ close: () => void closed.push("sound") }),
    };
    const odd: Plugin = { id: "odd", setup: () => broken("setup") };
    const store = { sqlite: join(directory, "neuadd.sqlite") };
    const failing = createServer({ store, logLevel: "silent", plugins: [sound, odd] });
    await expect(failing).rejects.toMatchObject({ code: "PLUGIN_SETUP_FAILED", plugin: "odd" });
    expect(closed).toEqual(["sound"]);
    const server = await createServer({ store, logLevel: "silent", plugins: [sound] });
    expect(server.firstKey).toMatch(/^neuadd_o_/);
    await server.close();
    rmSync(directory, { recursive: true });
  });
});

describe("a server that closes", () => {
  it("answers what it has begun, then closes the plugins, those set up last first", async () => {
    const events: string[] = [];
    let answer: (() => void) | undefined;
    const routes = new OpenAPIHono<PluginEnvironment>();
    routes.get("/slow", async (context) => {
      events.push("asked");
      await new Promise<void>((resolve) => (answer = resolve));
      events.push("answered");
      return context.json({ done: true });
    });
    const closing = (id: string, ...requires: string[]): Plugin => ({
      id,
      requires,
      setup: () => ({
        ...(id === "one" && { routes }),
        close: () => void events.push(`closed ${id}`),
      }),
    });
    const server = await createServer({
      store: { sqlite: ":memory:" },
      logLevel: "silent",
      port: 0,
      host: "127.0.0.1",
      plugins: [closing("two", "one"), closing("one")],
    });
    const { url } = await server.listen();
    const response = fetch(`${url}/v1/x/one/slow`);
    while (answer === undefined) await comeToRest();
    const closed = server.close();
    await comeToRest();
    answer();
    expect(await (await response).json()).toEqual({ done: true });
    await closed;
    expect(events).toEqual(["asked", "answered", "closed two", "closed one"]);
    await expect(fetch(`${url}/healthz`)).rejects.toThrow("fetch failed");
  });
});
