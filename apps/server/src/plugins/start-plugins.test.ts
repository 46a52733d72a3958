import { OpenAPIHono, z } from "@hono/zod-openapi";
import {
  definePlugin,
  type Plugin,
  type PluginEnvironment,
  type PluginHost,
} from "@neuadd/plugin-kit";
import { afterEach, describe, expect, it } from "vitest";
import { keptLogger } from "../../test/fixtures/kept-logger.ts";
import { makeServices, type TestServices } from "../../test/fixtures/make-services.ts";
import { schoolDefinition } from "../../test/fixtures/school-definition.ts";
import { manualSchedule } from "../../test/fixtures/manual-schedule.ts";
import { migratePlugins } from "./migrate-plugins.ts";
import type { PluginError } from "./plugin-error.ts";
import { startPlugins } from "./start-plugins.ts";

const school = schoolDefinition.school.id;
const opened: TestServices[] = [];

async function services(): Promise<TestServices> {
  const made = await makeServices();
  opened.push(made);
  return made;
}

afterEach(async () => {
  for (const { store } of opened.splice(0)) await store.close();
});

async function refusal(plugins: readonly Plugin[]): Promise<PluginError> {
  return startPlugins(plugins, await services()).then(
    () => {
      throw new Error("They were not refused.");
    },
    (error: unknown) => error as PluginError,
  );
}

const notes: Plugin = {
  id: "notes",
  migrations: {
    "1_make": {
      up: (database) =>
        database.schema.createTable("notes_lines").addColumn("text", "text").execute(),
    },
    "2_fill": {
      up: async (database) => {
        await database.insertInto("notes_lines").values({ text: "made" }).execute();
      },
    },
  },
  setup: () => ({}),
};

describe("startPlugins", () => {
  it("sets up in order, and hands each the apis of those it requires, and no others", async () => {
    const order: string[] = [];
    function plugin(id: string, ...requires: string[]): Plugin {
      return {
        id,
        requires,
        setup(host) {
          order.push(id);
          const apis = requires.map((other) => host.plugin<{ name: string }>(other).name);
          return { api: { name: id, apis } };
        },
      };
    }
    const runtime = await startPlugins(
      [plugin("vat", "tariffs"), plugin("tariffs"), plugin("feeds")],
      await services(),
    );
    expect(order).toEqual(["tariffs", "vat", "feeds"]);
    expect(runtime.ids).toEqual(order);
    expect(runtime.apis["vat"]).toEqual({ name: "vat", apis: ["tariffs"] });
    const nosy = definePlugin({ id: "nosy", setup: (host) => ({ api: host.plugin("feeds") }) });
    expect(await refusal([plugin("feeds"), nosy])).toMatchObject({
      code: "PLUGIN_NOT_REQUIRED",
      plugin: "nosy",
    });
  });

  it("adds nothing when there are none", async () => {
    const runtime = await startPlugins([], await services());
    expect(runtime).toMatchObject({ ids: [], apis: {}, pages: [], jobs: [] });
    expect(await runtime.rules({} as never)).toEqual([]);
    expect(runtime.routes.size + runtime.listeners.size).toBe(0);
    await runtime.close();
  });

  it("names the plugin whose setup throws, and closes those that were set up", async () => {
    const closed: string[] = [];
    const closing = (id: string): Plugin => ({
      id,
      setup: () => ({ close: () => void closed.push(id) }),
    });
    const broken: Plugin = {
      id: "mail",
      setup() {
        throw new Error("No address of a mail server was given.");
      },
    };
    const { code, plugin, sentence } = await refusal([closing("one"), closing("two"), broken]);
    expect({ code, plugin }).toEqual({ code: "PLUGIN_SETUP_FAILED", plugin: "mail" });
    expect(sentence.en).toContain("No address of a mail server was given.");
    expect(sentence.cy).toContain('Ni ellid gosod yr ategyn "mail"');
    expect(closed).toEqual(["two", "one"]);
  });

  it("does not wait for ever for a setup that hangs", async () => {
    const timers = manualSchedule();
    const stuck: Plugin = { id: "stuck", setup: () => new Promise(() => undefined) };
    const outcome = startPlugins([stuck], await services(), { schedule: timers.schedule }).catch(
      (error: unknown) => error,
    );
    await timers.advance(30_000);
    expect(await outcome).toMatchObject({ code: "PLUGIN_SETUP_FAILED", plugin: "stuck" });
  });

  const deskPage = {
    path: "",
    title: { cy: "A", en: "B" },
    audience: "school",
    render: () => "",
  };
  const deskAction = {
    id: "a",
    label: { cy: "Gwneud", en: "Do" },
    fields: z.object({}),
    run: async () => ({ cy: "Gwnaed.", en: "Done." }),
  };
  const wrongParts: Readonly<Record<string, unknown>> = {
    "no object": undefined,
    "a rule that is none": { rules: ["no"] },
    "a quote that is none": { quote: 5 },
    "routes that are none": { routes: {} },
    "a listener for what never happens": { on: { "booking.aproved": () => undefined } },
    "a listener that is none": { on: { "booking.approved": "yes" } },
    "a job that never runs": { jobs: [{ id: "a", everyMinutes: 0, run: () => undefined }] },
    "a job without work": { jobs: [{ id: "a", everyMinutes: 5 }] },
    "two jobs of one id": {
      jobs: [1, 2].map(() => ({ id: "a", everyMinutes: 5, run: () => undefined })),
    },
    "a page of an odd path": {
      pages: [{ path: "../a", title: { cy: "A", en: "B" }, audience: "anyone", render: () => "" }],
    },
    "a page in one language": {
      pages: [{ path: "", title: { cy: "", en: "B" }, audience: "anyone", render: () => "" }],
    },
    "a page for nobody known": {
      pages: [{ path: "", title: { cy: "A", en: "B" }, audience: "all", render: () => "" }],
    },
    "an action on a page for anyone": {
      pages: [{ ...deskPage, audience: "anyone", actions: [deskAction] }],
    },
    "two actions of one id": { pages: [{ ...deskPage, actions: [deskAction, deskAction] }] },
    "an action without a schema": {
      pages: [{ ...deskPage, actions: [{ ...deskAction, fields: {} }] }],
    },
    "an action in one language": {
      pages: [{ ...deskPage, actions: [{ ...deskAction, label: { cy: "", en: "Do" } }] }],
    },
  };

  it.each(Object.keys(wrongParts))("refuses %s at start", async (name) => {
    const plugin = { id: "odd", setup: () => wrongParts[name] } as Plugin;
    const { code, sentence } = await refusal([plugin]);
    expect(code).toBe("PLUGIN_PARTS_INVALID");
    expect(sentence.cy).not.toBe(sentence.en);
  });

  it("gathers the parts of each kind, by plugin", async () => {
    const routes = new OpenAPIHono<PluginEnvironment>();
    const parts = definePlugin({
      id: "all",
      setup: () => ({
        rules: [() => []],
        quote: () => [{ label: { cy: "Llogi", en: "Hire" }, amountPence: 1, currency: "GBP" }],
        routes,
        on: { "booking.approved": () => undefined },
        jobs: [{ id: "tidy", everyMinutes: 5, run: () => undefined }],
        pages: [
          { path: "", title: { cy: "A", en: "B" }, audience: "anyone" as const, render: () => "c" },
        ],
      }),
    });
    const runtime = await startPlugins([parts], await services());
    expect(await runtime.rules({} as never)).toHaveLength(1);
    expect((await runtime.quote({} as never)).lines).toHaveLength(1);
    expect([...runtime.routes.keys()]).toEqual(["all"]);
    expect([...runtime.listeners.keys()]).toEqual(["all"]);
    expect(runtime.jobs).toMatchObject([{ plugin: "all", id: "tidy", everyMinutes: 5 }]);
    expect(runtime.pages).toMatchObject([{ plugin: "all", path: "" }]);
  });

  it("closes once, the last first, and goes on when one fails", async () => {
    const { logger, lines } = keptLogger();
    const closed: string[] = [];
    const closing = (id: string): Plugin => ({
      id,
      setup: () => ({
        close() {
          closed.push(id);
          if (id === "two") throw new Error("already gone");
        },
      }),
    });
    const runtime = await startPlugins([closing("one"), closing("two"), closing("three")], {
      ...(await services()),
      logger,
    });
    await runtime.close();
    await runtime.close();
    expect(closed).toEqual(["three", "two", "one"]);
    expect(lines).toMatchObject([{ plugin: "two", msg: "A plugin failed to close" }]);
  });
});

describe("migrations of a plugin", () => {
  it("run once each, in order, before its setup", async () => {
    const made = await services();
    let seen: unknown;
    const plugin: Plugin = {
      ...notes,
      async setup(host) {
        const tables = host.tables<{ notes_lines: { text: string } }>();
        seen = await tables.selectFrom("notes_lines").selectAll().execute();
        return {};
      },
    };
    await startPlugins([plugin], made);
    expect(seen).toEqual([{ text: "made" }]);
    await startPlugins([plugin], made);
    expect(seen).toEqual([{ text: "made" }]);
    const next = { "3_more": notes.migrations?.["2_fill"] ?? never() };
    const grown: Plugin = { ...notes, migrations: { ...notes.migrations, ...next } };
    expect([...(await migratePlugins([grown], made))]).toEqual([["notes", ["3_more"]]]);
  });

  it("leave nothing when one fails", async () => {
    const made = await services();
    const broken: Plugin = {
      ...notes,
      migrations: {
        ...notes.migrations,
        "3_break": {
          async up(database) {
            await database.deleteFrom("notes_lines").execute();
            throw new Error("out of ideas");
          },
        },
      },
    };
    const error = await startPlugins([broken], made).catch((fault: unknown) => fault);
    expect(error).toMatchObject({ code: "PLUGIN_MIGRATION_FAILED", plugin: "notes" });
    expect((error as PluginError).sentence.en).toContain('"3_break"');
    expect((error as PluginError).sentence.en).toContain("out of ideas");
    expect([...(await migratePlugins([notes], made))]).toEqual([["notes", ["1_make", "2_fill"]]]);
  });

  it("that have gone since they ran say that a later version of the plugin was here", async () => {
    const made = await services();
    const { "1_make": first } = notes.migrations ?? {};
    await migratePlugins([notes], made);
    const earlier: Plugin = { ...notes, migrations: { "1_make": first ?? never() } };
    const error = await startPlugins([earlier], made).catch((fault: unknown) => fault);
    expect(error).toMatchObject({ code: "PLUGIN_MIGRATION_FAILED", plugin: "notes" });
    expect((error as PluginError).sentence.en).toContain("a later version");
  });

  it("can't reach the server's tables", async () => {
    for (const statement of ["drop", "read"]) {
      const thief: Plugin = {
        id: "thief",
        migrations: {
          "1_take": {
            up: (database) =>
              statement === "drop"
                ? database.schema.dropTable("claims").execute()
                : database
                    .selectFrom("hirers")
                    .selectAll()
                    .execute()
                    .then(() => undefined),
          },
        },
        setup: () => ({}),
      };
      const { code, cause } = await refusal([thief]);
      expect(code).toBe("PLUGIN_MIGRATION_FAILED");
      expect(cause).toMatchObject({ code: "TABLE_NOT_OWN" });
    }
  });
});

describe("what the host gives", () => {
  async function hostOf(made: TestServices): Promise<PluginHost> {
    let given: PluginHost | undefined;
    await startPlugins([{ id: "curious", setup: (host) => ((given = host), {}) }], made);
    return given ?? never();
  }

  it("is its id, the server's clock and reads of the schools", async () => {
    const made = await services();
    const host = await hostOf(made);
    expect(host.id).toBe("curious");
    expect(host.now()).toBe(made.clock.now());
    expect(await host.reads.schools()).toEqual([school]);
    const facts = await host.reads.school(school);
    expect(facts?.school).toEqual(schoolDefinition.school);
    expect(facts?.tree.roots.length).toBeGreaterThan(0);
    expect(facts?.revision).toBe(1);
    expect(await host.reads.events(school, 0)).toMatchObject([{ type: "school.imported" }]);
    expect(await host.reads.events(school, 1)).toEqual([]);
  });

  it("is nothing of a school that is not there", async () => {
    const { reads } = await hostOf(await services());
    expect(await reads.school("nowhere")).toBeUndefined();
    expect(await reads.events("nowhere", 0)).toEqual([]);
  });

  it("is a copy: changing what it read changes no decision", async () => {
    const { reads } = await hostOf(await services());
    const facts = await reads.school(school);
    Reflect.set(facts?.school ?? {}, "zone", "Asia/Tokyo");
    Reflect.set(facts?.calendar ?? {}, "layers", []);
    const again = await reads.school(school);
    expect(again?.school.zone).toBe(schoolDefinition.school.zone);
    expect(again?.calendar).toEqual(schoolDefinition.calendar);
  });

  it("has no way to the app, the store or the other plugins", async () => {
    const host = await hostOf(await services());
    expect(Object.keys(host).toSorted()).toEqual([
      "access",
      "callOut",
      "commands",
      "fetch",
      "id",
      "languages",
      "logger",
      "now",
      "plugin",
      "publicUrl",
      "randomBytes",
      "reads",
      "schedule",
      "tables",
      "toldUpTo",
    ]);
  });
});

function never(): never {
  throw new Error("This can't be reached.");
}
