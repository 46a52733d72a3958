import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { RuleFinding } from "@neuadd/core";
import { describe, expect, it } from "vitest";
import { definePlugin } from "../define-plugin.ts";
import type { PluginEnvironment } from "../plugin-environment.ts";
import type { PluginHost } from "../plugin-host.ts";
import type { Plugin, PluginParts } from "../plugin.ts";
import { problemAnswers } from "../problem-answers.ts";
import { testPlugin } from "./test-plugin.ts";

interface NoteTables {
  notes_kept: { entry: string; text: string };
}

const warning: RuleFinding = {
  code: "notes/NOTED",
  message: { cy: "Mae nodyn.", en: "There is a note." },
  details: {},
  warning: true,
};

const listRoute = createRoute({
  operationId: "listNotes",
  method: "get",
  path: "/schools/{school}",
  tags: ["notes"],
  summary: "Notes of a school",
  security: [{ key: [] }],
  request: { params: z.object({ school: z.string() }) },
  responses: {
    200: {
      description: "The notes.",
      content: { "application/json": { schema: z.array(z.string()) } },
    },
    ...problemAnswers({ 401: ["AUTHENTICATION_REQUIRED"], 404: ["SCHOOL_UNKNOWN"] }),
  },
});

/** A plugin with something of each kind; `change` replaces parts of it. */
function notes(
  change: Partial<Plugin> = {},
  parts: (host: PluginHost) => PluginParts = () => ({}),
) {
  return definePlugin({
    id: "notes",
    migrations: {
      "0001_kept": {
        up: (database) =>
          database.schema
            .createTable("notes_kept")
            .addColumn("entry", "text", (column) => column.primaryKey())
            .addColumn("text", "text")
            .execute(),
      },
    },
    setup(host): PluginParts {
      const tables = host.tables<NoteTables>();
      const routes = new OpenAPIHono<PluginEnvironment>();
      routes.openapi(listRoute, async (context) => {
        await host.access.school(context.var.exchange, context.req.valid("param").school);
        const rows = await tables.selectFrom("notes_kept").select("text").execute();
        return context.json(
          rows.map(({ text }) => text),
          200,
        );
      });
      return {
        rules: async (context) => {
          const rows = await context
            .tables<NoteTables>()
            .selectFrom("notes_kept")
            .selectAll()
            .execute();
          return [() => (rows.length === 0 ? [] : [warning])];
        },
        quote: () => [{ label: { cy: "Nodyn", en: "Note" }, amountPence: 1, currency: "GBP" }],
        routes,
        on: {
          "booking.approved": async ({ school, revision, ordinal, type }) => {
            await tables
              .insertInto("notes_kept")
              .values({ entry: `${school} ${revision} ${ordinal}`, text: type })
              .onConflict((conflict) => conflict.column("entry").doNothing())
              .execute();
          },
        },
        jobs: [{ id: "tidy", everyMinutes: 60, run: () => undefined }],
        pages: [
          {
            path: "",
            title: { cy: "Nodiadau", en: "Notes" },
            audience: "school",
            render: ({ language }) => (language === "cy" ? "<p>Dim.</p>" : "<p>None.</p>"),
          },
        ],
        ...parts(host),
      };
    },
    ...change,
  });
}

testPlugin(notes, { describe, it });

/** The names of the tests that a plugin fails, with what they say. */
async function failures(makePlugin: () => Plugin): Promise<Record<string, string>> {
  const tests: [string, () => Promise<void>][] = [];
  testPlugin(makePlugin, {
    describe: (_name, body) => body(),
    it: (name, body) => void tests.push([name, body]),
  });
  const failed: Record<string, string> = {};
  for (const [name, body] of tests) {
    try {
      await body();
    } catch (error) {
      failed[name] = error instanceof Error ? error.message : "";
    }
  }
  return failed;
}

const said = (text: string) => expect.stringContaining(text);

describe("the conformance suite", () => {
  it("finds nothing to say of a plugin that keeps to the contract", async () => {
    expect(await failures(() => notes())).toEqual({});
  });

  it("finds an id that can't be one, and migrations out of order", async () => {
    const migration = { up: async () => undefined };
    const plugin = () =>
      definePlugin({
        id: "Notes!",
        migrations: { "0002_b": migration, "0001_a": migration },
        setup: () => ({}),
      });
    expect(await failures(plugin)).toMatchObject({
      "has an id that routes, tables and codes can begin with": said("Notes!"),
      "names its migrations in the order in which they run": said("0001_a, 0002_b"),
    });
  });

  it("finds tables that are not the plugin's own", async () => {
    const migrations = {
      "0001_kept": {
        up: (database: Parameters<NonNullable<Plugin["migrations"]>[string]["up"]>[0]) =>
          database.schema.createTable("kept").addColumn("entry", "text").execute(),
      },
    };
    const failed = await failures(() => notes({ migrations }));
    expect(failed["makes tables and indexes of its own only"]).toContain('begins with "notes_"');
  });

  it("finds rules that answer differently each time, in one language, or by another's code", async () => {
    let count = 0;
    const counting = () =>
      notes({}, () => ({ rules: [() => [{ ...warning, details: { count: count++ } }]] }));
    expect(await failures(counting)).toMatchObject({
      "decides the same from the same facts, and changes nothing": said("the same"),
    });
    const message = { cy: "There is a note.", en: "There is a note." };
    const english = () => notes({}, () => ({ rules: [() => [{ ...warning, message }]] }));
    expect(await failures(english)).toEqual({
      "says why in both languages": said("same text in Welsh"),
    });
    const foreign = () => notes({}, () => ({ rules: [() => [{ ...warning, code: "vat/NOTED" }]] }));
    expect(await failures(foreign)).toMatchObject({
      "says why in both languages": said("notes/CODE"),
    });
  });

  it("finds rules that wait for the transaction that decides", async () => {
    const waiting = () =>
      notes({}, (host) => ({
        rules: async () => {
          await host.tables<NoteTables>().selectFrom("notes_kept").selectAll().execute();
          return [];
        },
      }));
    const failed = await failures(waiting);
    expect(failed["decides bookings inside their transaction"]).toContain("took longer");
  });

  it("finds previews and quotes that write", async () => {
    let count = 0;
    const writing = () =>
      notes({}, (host) => ({
        async quote() {
          const values = { entry: `quote ${(count += 1)}`, text: "" };
          await host.tables<NoteTables>().insertInto("notes_kept").values(values).execute();
          return [];
        },
      }));
    expect(await failures(writing)).toEqual({
      "prices in whole minor units, with labels in both languages, without writing": said("change"),
    });
  });

  it("finds routes outside the document, that forget to ask who calls, or that fail", async () => {
    const hidden = () =>
      notes({}, () => ({
        routes: new OpenAPIHono<PluginEnvironment>().get("/secret", (context) =>
          context.text(""),
        ) as never,
      }));
    expect(await failures(hidden)).toEqual({
      "are all in the OpenAPI document, with their errors as problems":
        said("GET /v1/x/notes/secret"),
    });
    const open = () =>
      notes({}, () => {
        const routes = new OpenAPIHono<PluginEnvironment>();
        routes.openapi(listRoute, (context) => context.json([], 200));
        return { routes };
      });
    expect(Object.keys(await failures(open))).toEqual([
      "answer 401 without a key wherever they say that one is needed",
      "answer nothing of a school to the key of another",
      "answer 404 for what is not there, and never fail",
    ]);
    const failing = () =>
      notes({}, () => {
        const routes = new OpenAPIHono<PluginEnvironment>();
        routes.openapi(listRoute, () => {
          throw new Error("no such table");
        });
        return { routes };
      });
    expect(await failures(failing)).toMatchObject({
      "answer 404 for what is not there, and never fail": said("no such table"),
    });
  });

  it("finds listeners that count what comes twice", async () => {
    let count = 0;
    const counting = () =>
      notes({}, (host) => ({
        on: {
          "booking.approved": async () => {
            const values = { entry: `approval ${(count += 1)}`, text: "" };
            await host.tables<NoteTables>().insertInto("notes_kept").values(values).execute();
          },
        },
      }));
    expect(await failures(counting)).toEqual({
      "may be told everything twice, also after a restart": said("change nothing"),
    });
  });

  it("finds pages in one language, and names that are not escaped", async () => {
    const page = (render: (host: PluginHost) => Promise<string>) => () =>
      notes({}, (host) => ({
        pages: [
          {
            path: "",
            title: { cy: "Nodiadau", en: "Notes" },
            audience: "anyone",
            render: () => render(host),
          },
        ],
      }));
    const failed = await failures(
      page(async ({ reads }) => {
        const facts = await reads.school("ysgol-y-prawf");
        return `<p>${facts?.tree.spaces.map(({ name }) => name.en).join()}</p>`;
      }),
    );
    expect(failed).toEqual({
      "are written in both languages": said("must differ"),
      "escape names, and hold no script and no inline style": said("escape names"),
    });
  });

  it("finds personal data in the log, and timers that run on", async () => {
    const timers: NodeJS.Timeout[] = [];
    const careless = () =>
      notes({}, (host) => ({
        on: {
          async "booking.requested"({ school, data }) {
            const booking = await host.reads.booking(school, String(data["booking"]));
            host.logger.info({ title: booking?.title }, "A booking was asked for");
            timers.push(setTimeout(() => undefined, 60_000));
          },
        },
      }));
    const failed = await failures(careless);
    for (const timer of timers) clearTimeout(timer);
    expect(failed).toEqual({
      "writes no name, address or title of a hirer to the log": said("Noson y clwb badminton"),
      "leaves nothing running when it is closed": said("Timeout"),
    });
  });
});
