import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { RuleFinding } from "@neuadd/core";
import { html } from "hono/html";
import { describe, expect, it } from "vitest";
import { definePlugin } from "../define-plugin.ts";
import type { DeskAction } from "../desk-action.ts";
import type { PersonalData, PersonalDataContext } from "../personal-data.ts";
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
  "x-cy": { summary: "Nodiadau ysgol" },
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

/** The names of the tests that a plugin fails, with what they say: of one group of the suite, or of all. */
async function failures(makePlugin: () => Plugin, group = ""): Promise<Record<string, string>> {
  const tests: [string, () => Promise<void>][] = [];
  testPlugin(makePlugin, {
    describe: (name, body) => (name.includes(group) ? body() : undefined),
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

  it("finds a table of schools whose key leads with another column", async () => {
    const migrations = {
      "0001_kept": {
        up: (database: Parameters<NonNullable<Plugin["migrations"]>[string]["up"]>[0]) =>
          database.schema
            .createTable("notes_kept")
            .addColumn("school", "text", (column) => column.notNull())
            .addColumn("entry", "text", (column) => column.notNull())
            .addColumn("text", "text")
            .addPrimaryKeyConstraint("notes_kept_key", ["entry", "school"])
            .execute(),
      },
    };
    const failed = await failures(() => notes({ migrations }));
    expect(failed["leads with the school in the keys of tables that have one"]).toContain(
      "notes_kept",
    );
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
    const failed = await failures(waiting, "rules and quotes");
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
    // That there is a key the host has seen to; whose it is nobody has asked.
    expect(Object.keys(await failures(open))).toEqual([
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

  it("finds actions in one language, that fail on an empty form, or never ask who is signed in", async () => {
    const Fields = z.object({ school: z.string().optional() });
    const action = (change: Partial<DeskAction<typeof Fields>>) => () =>
      notes({}, (host) => ({
        pages: [
          {
            path: "",
            title: { cy: "Nodiadau", en: "Notes" },
            audience: "school",
            render: ({ language, form }) =>
              html`<p>${language === "cy" ? "Un" : "One"}</p>
                ${form("tear-up", { hidden: { school: "ysgol-y-prawf" } })}`,
            actions: [
              {
                id: "tear-up",
                label: { cy: "Rhwygo", en: "Tear up" },
                fields: Fields,
                async run({ school = "" }, exchange) {
                  await host.access.school(exchange, school);
                  return { cy: "Mae wedi mynd.", en: "It is gone." };
                },
                ...change,
              } satisfies DeskAction<typeof Fields>,
            ],
          },
        ],
      }));
    const found = (change: Partial<DeskAction<typeof Fields>>) =>
      failures(action(change), "its pages");
    expect(await found({})).toEqual({});
    const gone = { cy: "Mae wedi mynd.", en: "It is gone." };
    const run = async ({ school }: { school?: string | undefined }) => {
      if (school === undefined) throw new TypeError("no school");
      return gone;
    };
    expect(await found({ run })).toEqual({
      "say what is wrong with a form that nobody filled in": said("no school"),
      "do nothing for whoever is signed in for another school": said("must ask host.access"),
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

  describe("of what a plugin holds about people", () => {
    const holds = [
      { table: "notes_kept", what: { cy: "Teitlau archebion.", en: "Titles of bookings." } },
    ];
    const ofHirer = (context: PersonalDataContext, hirer: string) =>
      context.tables<NoteTables>().selectFrom("notes_kept").where("entry", "like", `${hirer} %`);
    const erase: PersonalData["erase"] = async ({ tables }, subject) => {
      let gone = tables<NoteTables>().deleteFrom("notes_kept");
      if (subject.kind === "hirer") gone = gone.where("entry", "like", `${subject.hirer} %`);
      else if (subject.kind === "person") return;
      await gone.execute();
    };
    const sound: PersonalData = {
      holds,
      async export(context, subject) {
        if (subject.kind !== "hirer") return [];
        const rows = await ofHirer(context, subject.hirer).selectAll().execute();
        return rows.map((record) => ({ table: "notes_kept", record }));
      },
      erase,
    };

    /** Notes who has asked for what. */
    const remembering = (personalData?: PersonalData, change: Partial<PersonalData> = {}) =>
      notes({ ...(personalData && { personalData: { ...personalData, ...change } }) }, (host) => ({
        on: {
          async "booking.requested"({ school, revision, data }) {
            const { booking, hirer } = data;
            const title = (await host.reads.booking(school, String(booking)))?.title ?? "";
            await host
              .tables<NoteTables>()
              .insertInto("notes_kept")
              .values({ entry: `${String(hirer)} ${revision}`, text: title })
              .onConflict((conflict) => conflict.column("entry").doNothing())
              .execute();
          },
        },
      }));
    const found = (makePlugin: () => Plugin) => failures(makePlugin, "what it holds about people");
    const DECLARED = "declares every table in which somebody stands, and gives out what is there";
    const ERASED = "erases a hirer and nobody else, keeps only what it says, and not for ever";
    const PART =
      "erases one person of a hirer, and what was written about bookings whose time is over";

    it("finds nothing to say where all is declared, given out and erased", async () => {
      expect(await found(() => remembering(sound))).toEqual({});
    });

    it("finds tables that are not declared, and what is not given out", async () => {
      const silent = await found(() => remembering());
      expect(Object.keys(silent)).toEqual([DECLARED, ERASED, PART]);
      expect(silent[DECLARED]).toContain('notes_kept holds "Noson y clwb badminton"');
      const blind = await found(() => remembering(sound, { export: async () => [] }));
      expect(blind).toEqual({ [DECLARED]: said('export leaves out "Noson y clwb badminton"') });
    });

    it("finds what is left after an erasure, and others who are erased as well", async () => {
      const idle = await found(() => remembering(sound, { erase: async () => undefined }));
      expect(idle).toEqual({
        [ERASED]: said("Noson y clwb badminton"),
        [PART]: said("Noson y clwb badminton"),
      });
      const everyone = await found(() =>
        remembering(sound, {
          erase: async ({ tables }) =>
            void (await tables<NoteTables>().deleteFrom("notes_kept").execute()),
        }),
      );
      expect(everyone).toEqual({ [ERASED]: said("must leave what is held of others") });
    });

    it("finds what is kept without a reason in both languages, or for ever", async () => {
      const reason = { cy: "The law says so.", en: "The law says so." };
      const holding = (kept: NonNullable<PersonalData["holds"][number]["kept"]>) =>
        remembering(sound, {
          holds: holds.map((held) => ({ ...held, kept })),
          erase: async () => undefined,
        });
      const careless = await found(() => holding({ reason, financialYears: 1e6 }));
      expect(careless).toMatchObject({
        "says why it keeps what it keeps, in both languages, and for how long":
          said("same text in Welsh"),
        [ERASED]: said("notes_kept holds"),
      });
      expect(careless).not.toHaveProperty([PART]);
    });
  });
});
