import type { RuleFinding } from "@neuadd/core";
import { definePlugin, type Plugin, type RuleContext, type RuleSource } from "@neuadd/plugin-kit";
import type { Kysely } from "kysely";
import { afterEach, describe, expect, it } from "vitest";
import { makeApi, type TestApi } from "../../test/fixtures/make-api.ts";
import { type ManualSchedule, manualSchedule } from "../../test/fixtures/manual-schedule.ts";
import { SCHOOL } from "../../test/fixtures/school-definition.ts";
import { PLUGIN_TIME_LIMITS } from "./plugin-time-limits.ts";

interface CoverApi {
  /** Notes until when a hirer is insured. */
  keep(hirer: string, until: string): Promise<void>;
}

interface CoverTables {
  cover_papers: { hirer: string; until: string };
}

let api: TestApi;
/** The time that plugins are given stands still unless a test moves it: a busy machine refuses nobody. */
let timers: ManualSchedule;

afterEach(() => api.services.store.close());

/** A plugin that keeps until when a hirer is insured, and whose rules come from a function. */
function cover(rules: RuleSource): Plugin {
  return definePlugin({
    id: "cover",
    migrations: {
      "0001_papers": {
        up: (database) =>
          database.schema
            .createTable("cover_papers")
            .addColumn("hirer", "text", (column) => column.primaryKey())
            .addColumn("until", "text", (column) => column.notNull())
            .execute(),
      },
    },
    setup(host) {
      const tables = host.tables<CoverTables>();
      return { rules, api: { keep: (hirer: string, until: string) => keep(tables, hirer, until) } };
    },
  });
}

/** Rejects with a fault of the engine: what PostgreSQL gives a transaction up for. */
async function askInVain(tables: Kysely<CoverTables>): Promise<unknown> {
  return tables
    .withTables<{ cover_papers: { number: string } }>()
    .selectFrom("cover_papers")
    .select("number")
    .execute();
}

async function keep(tables: Kysely<CoverTables>, hirer: string, until: string): Promise<void> {
  await tables
    .insertInto("cover_papers")
    .values({ hirer, until })
    .onConflict((conflict) => conflict.column("hirer").doUpdateSet({ until }))
    .execute();
}

/** Dates after the end of the cover are denied, or only warned of. */
function untilCoverEnds(warning?: true): RuleSource {
  return async ({ hirer = "", tables }) => {
    const row = await tables<CoverTables>()
      .selectFrom("cover_papers")
      .select("until")
      .where("hirer", "=", hirer)
      .executeTakeFirst();
    return [
      ({ date }) => (row === undefined || date <= row.until ? [] : [noCover(row.until, warning)]),
    ];
  };
}

function noCover(until: string, warning?: true): RuleFinding {
  return {
    code: "cover/ENDED",
    message: { cy: "Mae'r yswiriant wedi dod i ben.", en: "The insurance has ended." },
    details: { until },
    ...(warning && { warning }),
  };
}

async function open(rules: RuleSource): Promise<CoverApi["keep"]> {
  timers = manualSchedule();
  const pluginOptions = { schedule: timers.schedule };
  api = await makeApi({ plugins: [cover(rules)], pluginOptions });
  const coverApi = api.plugins.apis["cover"] as CoverApi;
  return (hirer, until) => coverApi.keep(hirer, until);
}

const season = {
  space: "sports-hall-a",
  title: "Badminton nos Fawrth",
  activity: "badminton",
  first: "2026-09-08",
  startTime: "18:00",
  endTime: "19:30",
  recurrence: { rule: "FREQ=WEEKLY", count: 4 },
  onClash: { policy: "skip" },
};

let asked = 0;

function ask() {
  asked += 1;
  const headers = { "idempotency-key": `cover-${asked}` };
  return api.call("POST bookings", { as: "hirer", body: season, headers });
}

describe("rules that a plugin makes for each decision", () => {
  it("deny date by date in preview, booking, approval and amendment, by what its tables hold then", async () => {
    const keepPaper = await open(untilCoverEnds());
    await keepPaper(api.hirer.id, "2026-09-20");
    const preview = await api.call("POST bookings/preview", { as: "hirer", body: season });
    expect(preview.at("summary")).toEqual({ bookable: 2, denied: 2, excluded: 0 });
    const booking = await ask();
    expect(booking.status).toBe(201);
    expect(booking.at("occurrences.2.denials.0.code")).toBe("cover/ENDED");

    await keepPaper(api.hirer.id, "2026-09-10");
    const place = `bookings/${String(booking.at("id"))}`;
    const headers = { "if-match": booking.headers.get("etag") ?? "" };
    const refused = await api.call(`POST ${place}/approve`, { as: "school", headers });
    expect(refused.status).toBe(409);
    expect(refused.at("decision.occurrences.1.denials.0.code")).toBe("cover/ENDED");

    const change = { scope: "this", date: "2026-09-15", startTime: "18:30", endTime: "20:00" };
    const amend = await api.call(`POST ${place}/amend/preview`, { as: "hirer", body: change });
    expect(amend.at("occurrences.0.class")).toBe("cannotMove");
    await keepPaper(api.hirer.id, "2027-09-10");
    const approved = await api.call(`POST ${place}/approve`, { as: "school", headers });
    expect(approved.status).toBe(200);
  });

  it("may warn: nothing is denied, the digest stays, and the warning is kept with the date", async () => {
    const keepPaper = await open(untilCoverEnds(true));
    const before = await api.call("POST bookings/preview", { as: "hirer", body: season });
    expect(before.at("occurrences.3.warnings")).toEqual([]);
    await keepPaper(api.hirer.id, "2026-09-20");
    const preview = await api.call("POST bookings/preview", { as: "hirer", body: season });
    expect(preview.at("summary.bookable")).toBe(4);
    expect(preview.at("digest")).toBe(before.at("digest"));
    expect(preview.at("occurrences.1.warnings")).toEqual([]);
    expect(preview.at("occurrences.2.warnings.0")).toMatchObject({
      code: "cover/ENDED",
      message: "The insurance has ended.",
    });

    const booking = await ask();
    const place = `bookings/${String(booking.at("id"))}`;
    const read = await api.call(`GET ${place}`, {
      as: "hirer",
      headers: { "accept-language": "cy" },
    });
    expect(read.at("occurrences.2")).toMatchObject({
      status: "requested",
      denials: [],
      warnings: [{ code: "cover/ENDED", message: "Mae'r yswiriant wedi dod i ben." }],
    });

    await keepPaper(api.hirer.id, "2026-09-27");
    const headers = { "if-match": booking.headers.get("etag") ?? "" };
    const approved = await api.call(`POST ${place}/approve`, { as: "school", headers });
    expect(approved.at("occurrences.2.warnings")).toEqual([]);
    expect(approved.at("occurrences.3")).toMatchObject({
      status: "confirmed",
      warnings: [{ code: "cover/ENDED" }],
    });
  });

  it("are told what is asked for, by whom and for which booking, and read with the transaction that decides", async () => {
    const seen: { context: RuleContext; bookings: number }[] = [];
    await open(async (context) => {
      const { items } = await context.reads.bookings(context.school, {}, { limit: 10 });
      seen.push({ context, bookings: items.length });
      expect((await context.reads.hirer(context.hirer ?? ""))?.category).toBe("club");
      return [];
    });
    await api.call("POST bookings/preview", { as: "hirer", body: season });
    const booking = await ask();
    const [preview, request] = seen.map(({ context }) => context);
    expect(preview?.booking).toBeUndefined();
    expect(preview?.hirer).toBe(api.hirer.id);
    expect(preview?.request).toMatchObject({ activity: "badminton", title: season.title });
    expect(request?.facts.school.id).toBe(SCHOOL);
    expect(request?.facts.tree.byId.has("sports-hall-a")).toBe(true);
    // What all decisions share, none of them can change.
    expect(() => Object.assign(request?.facts.school ?? {}, { id: "other" })).toThrow(TypeError);
    expect(request?.facts.calendar.layers.every((layer) => Object.isFrozen(layer))).toBe(true);
    const headers = { "if-match": booking.headers.get("etag") ?? "" };
    const place = `bookings/${String(booking.at("id"))}`;
    await api.call(`POST ${place}/approve`, { as: "school", headers });
    expect(seen.at(-1)?.context.booking).toBe(booking.at("id"));
    expect(seen.map(({ bookings }) => bookings)).toEqual([0, 0, 1]);
  });
});

describe("a function of rules that fails", () => {
  const faults: Readonly<Record<string, RuleSource>> = {
    throws: () => {
      throw new Error("secret");
    },
    rejects: () => Promise.reject(new Error("secret")),
    "gives no list": (() => ({ rules: [] })) as unknown as RuleSource,
    "gives a list of other things": (() => ["no"]) as unknown as RuleSource,
    "asks for a table of the server": async ({ tables }) => {
      await tables<{ series: { title: string } }>().selectFrom("series").selectAll().execute();
      return [];
    },
    "tries to write": async ({ tables }) => {
      await keep(tables<CoverTables>(), "someone", "2026-09-20");
      return [];
    },
    "asks for a column that its table lacks": async ({ tables }) => {
      await askInVain(tables<CoverTables>());
      return [];
    },
    "tries to begin a transaction": async ({ tables }) => {
      await tables<CoverTables>()
        .transaction()
        .execute(async () => undefined);
      return [];
    },
  };

  it.each(Object.keys(faults))("denies every date when it %s", async (name) => {
    await open(faults[name] ?? (() => []));
    const answer = await ask();
    expect(answer.status).toBe(409);
    expect(answer.at("decision.occurrences.0.denials.0.code")).toBe("cover/FAILED");
    expect(answer.text).not.toContain("secret");
  });

  it("denies every date when it never ends, and leaves the way free for the next booking", async () => {
    let isStuck = true;
    let getStuck = (): void => undefined;
    const gettingStuck = new Promise<void>((resolve) => (getStuck = resolve));
    await open(() => {
      getStuck();
      return isStuck ? new Promise<never>(() => undefined) : [];
    });
    const asking = ask();
    await gettingStuck;
    await timers.advance(PLUGIN_TIME_LIMITS.rulesLimitMs);
    const stuck = await asking;
    expect(stuck.at("decision.occurrences.0.denials.0.code")).toBe("cover/FAILED");
    isStuck = false;
    expect((await ask()).status).toBe(201);
  });

  it("denies what is approved and amended as well, when its tables can't be read", async () => {
    let isBroken = false;
    await open(async ({ tables }) => {
      if (isBroken) await askInVain(tables<CoverTables>());
      return [];
    });
    const booking = await ask();
    const place = `bookings/${String(booking.at("id"))}`;
    const headers = { "if-match": booking.headers.get("etag") ?? "" };
    isBroken = true;
    const approval = await api.call(`POST ${place}/approve`, { as: "school", headers });
    expect(approval.status).toBe(409);
    expect(approval.at("decision.occurrences.0.denials.0.code")).toBe("cover/FAILED");
    const body = { scope: "this", date: "2026-09-15", startTime: "18:30", endTime: "20:00" };
    const amendment = await api.call(`POST ${place}/amend`, { as: "hirer", body, headers });
    expect(amendment.status).toBe(409);
    expect(amendment.at("amendment.occurrences.0.denials.0.code")).toBe("cover/FAILED");
    isBroken = false;
    const approved = await api.call(`POST ${place}/approve`, { as: "school", headers });
    expect(approved.status).toBe(200);
  });

  it("may catch what one statement throws and answer by the others, side by side or after it", async () => {
    let papers: readonly (string | undefined)[] = [];
    const keepPaper = await open(async ({ hirer = "", tables }) => {
      const read = async () => {
        const rows = await tables<CoverTables>().selectFrom("cover_papers").selectAll().execute();
        return rows.find((row) => row.hirer === hirer)?.until;
      };
      const sideBySide = await Promise.allSettled([
        askInVain(tables()),
        read(),
        askInVain(tables()),
      ]);
      papers = [
        ...sideBySide.map((one) => (one.status === "fulfilled" ? String(one.value) : "")),
        await read(),
      ];
      return [];
    });
    await keepPaper(api.hirer.id, "2026-09-20");
    expect((await ask()).status).toBe(201);
    expect(papers).toEqual(["", "2026-09-20", "", "2026-09-20"]);
  });

  it("can't ask on in a decision that went on without it", async () => {
    let askOn = async (): Promise<unknown> => undefined;
    await open(({ tables }) => {
      const own = tables<CoverTables>();
      askOn = () => askInVain(own);
      return [
        () => {
          // Nobody waits for it: the decision's own statements come after this one.
          void late.push(askOn().catch((error: unknown) => String(error)));
          return [];
        },
      ];
    });
    const late: Promise<unknown>[] = [];
    expect((await ask()).status).toBe(201);
    expect(await Promise.all(late)).toEqual(
      Array.from(
        late,
        () => "Error: A contained read of the store can't have a read after the end.",
      ),
    );
  });
});
