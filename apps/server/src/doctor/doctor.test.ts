import type { Plugin } from "@neuadd/plugin-kit";
import { describe, expect, it } from "vitest";
import { livedInSchool, type LivedInSchool } from "../../test/fixtures/lived-in-school.ts";
import { makeServices } from "../../test/fixtures/make-services.ts";
import { SCHOOL, schoolDefinition } from "../../test/fixtures/school-definition.ts";
import { issueKey } from "../keys/issue-key.ts";
import { importSchool } from "../ledger/import-school.ts";
import { migratePlugins } from "../plugins/migrate-plugins.ts";
import type { Services } from "../services.ts";
import { openTestStore } from "../../test/fixtures/open-test-store.ts";
import { examineStore } from "./examine-store.ts";
import { FINDING_TEXTS } from "./finding-texts.ts";

const DAY_MS = 86_400_000;

/** What is so with tests: their clock, and a PostgreSQL that need not outlive the machine. */
const OF_TESTS: readonly string[] = ["CLOCK_DEMONSTRATION", "DURABILITY_OFF"];

/** The codes that are found, without those of tests. */
async function codesOf(services: Services, hostNow = Date.now): Promise<string[]> {
  const { findings } = await examineStore(services, { hostNow });
  return findings.map(({ code }) => code).filter((code) => !OF_TESTS.includes(code));
}

/** Notes a migration as whoever ran it would have. */
async function noteMigration({ store }: Services, table: string, name: string): Promise<void> {
  await store.database
    .withTables<Record<string, Record<"name" | "timestamp", string>>>()
    .insertInto(table)
    .values({ name, timestamp: "2030-01-01T00:00:00Z" })
    .execute();
}

/** What a broken hand does to the tables of a school that was sound. */
type Harm = (school: LivedInSchool) => Promise<unknown>;

describe("the doctor", () => {
  it("finds nothing wrong with a school to which everything has happened", async () => {
    const { services } = await livedInSchool();
    expect(await codesOf(services)).toEqual([]);
    const { schools, findings } = await examineStore(services);
    expect(schools).toBe(1);
    expect(findings).toContainEqual(
      expect.objectContaining({ code: "CLOCK_DEMONSTRATION", severity: "warning" }),
    );
  });

  it("finds nothing wrong when the turnaround or the spaces have changed since, and dates are over", async () => {
    const { services } = await livedInSchool();
    const [site] = schoolDefinition.premises;
    if (site === undefined) throw new Error("The fixture has no premises.");
    services.clock.advance(30 * DAY_MS);
    await importSchool(services, "system", {
      ...schoolDefinition,
      premises: [
        {
          ...site,
          terms: { ...site.terms, turnaroundMinutes: 20 },
          spaces: [
            ...site.spaces,
            ...["left", "right"].map((side) => ({
              ...site.spaces[0],
              id: `court-3-${side}`,
              parent: "sports-hall-court-3",
              kind: "badmintonCourt" as const,
              name: { cy: `Cwrt 3 ${side}`, en: `Court 3 ${side}` },
              capacity: 10,
            })),
          ],
        },
      ],
    });
    expect(await codesOf(services)).toEqual([]);
  });

  const harms: readonly [string, string, Harm][] = [
    [
      "a live date that holds nothing",
      "CLAIM_MISSING",
      ({ services, approved }) =>
        services.store.database
          .deleteFrom("claims")
          .where("owner_id", "=", approved)
          .where("local_date", "=", "2026-10-06")
          .execute(),
    ],
    [
      "a live date that holds a part of its place",
      "CLAIM_MISSING",
      ({ services }) =>
        services.store.database
          .deleteFrom("claims")
          .where("leaf_id", "=", "sports-hall-court-2")
          .where("local_date", "=", "2026-10-06")
          .execute(),
    ],
    [
      "a place held at another time than the date's",
      "CLAIM_MISSING CLAIM_STRAY",
      ({ services, approved }) =>
        services.store.database
          .updateTable("claims")
          .set((expression) => ({ ends_at: expression("ends_at", "-", 60_000) }))
          .where("owner_id", "=", approved)
          .where("local_date", "=", "2026-10-06")
          .execute(),
    ],
    [
      "a place that nobody uses",
      "CLAIM_STRAY",
      ({ services }) =>
        services.store.database
          .insertInto("claims")
          .values({
            school_id: SCHOOL,
            leaf_id: "community-room",
            starts_at: 5,
            ends_at: 6,
            kind: "booking",
            owner_id: "bok_nobody",
            local_date: "1970-01-01",
          })
          .execute(),
    ],
    [
      "a status that can't be",
      "STATUS_IMPOSSIBLE",
      ({ services, declined }) =>
        services.store.database
          .updateTable("series")
          .set({ status: "requested", holds: 0 })
          .where("booking_id", "=", declined)
          .execute()
          .then(() =>
            services.store.database
              .updateTable("occurrences")
              .set({ status: "displaced" })
              .where("booking_id", "=", declined)
              .where("status", "=", "denied")
              .execute(),
          ),
    ],
    [
      "a revision without an event",
      "EVENTS_GAP",
      ({ services }) =>
        services.store.database.deleteFrom("events").where("revision", "=", 4).execute(),
    ],
    [
      "a school that is further than its events",
      "EVENTS_GAP",
      ({ services }) =>
        services.store.database.updateTable("schools").set({ revision: 99 }).execute(),
    ],
    [
      "an address in an event",
      "EVENTS_PERSONAL",
      ({ services }) =>
        services.store.database
          .updateTable("events")
          .set({ data: '{"to":"clwb@example.org"}' })
          .where("revision", "=", 4)
          .execute(),
    ],
    [
      "a definition that is none",
      "DEFINITION_UNREADABLE",
      ({ services }) =>
        services.store.database
          .updateTable("school_definitions")
          .set({ definition: "{}" })
          .execute(),
    ],
    [
      "a dead letter",
      "DEAD_LETTERS",
      ({ services }) =>
        services.store.database
          .insertInto("dead_letters")
          .values({
            school_id: SCHOOL,
            listener_id: "mail",
            revision: 2,
            ordinal: 0,
            error: "Error: no route",
            failed_at: 0,
          })
          .execute(),
    ],
    [
      "a plugin that is behind",
      "LISTENER_BEHIND",
      async ({ services }) => {
        services.clock.advance(3_600_001);
        await services.store.database
          .insertInto("listener_cursors")
          .values({
            school_id: SCHOOL,
            listener_id: "mail",
            revision: 2,
            ordinal: 0,
            attempts: 0,
            next_attempt_at: 0,
            lease_holder: null,
            lease_until: 0,
          })
          .execute();
      },
    ],
    [
      "a job that has not run",
      "JOBS_STALLED",
      ({ services }) =>
        services.store.database
          .insertInto("job_runs")
          .values({
            job_id: "server/expire-requests",
            finished_at: Date.now() - 3 * DAY_MS,
            lease_holder: null,
            lease_until: 0,
          })
          .execute(),
    ],
    [
      "keys of nobody, and too old",
      "KEY_OWNER_UNKNOWN KEY_OLD",
      async ({ services }) => {
        await issueKey(services, { kind: "school", owner: SCHOOL, label: "" });
        await services.store.database
          .insertInto("api_keys")
          .values({
            key_id: "key_gone",
            hash: "0",
            kind: "school",
            owner_id: "gone",
            label: "",
            scopes: "[]",
            created_at: services.clock.now() - 800 * DAY_MS,
            expires_at: null,
            revoked_at: null,
          })
          .execute();
      },
    ],
    [
      "an operator with many keys",
      "OPERATOR_KEYS",
      async ({ services }) => {
        for (let count = 0; count < 4; count += 1) {
          await issueKey(services, { kind: "operator", owner: "", label: "" });
        }
      },
    ],
    [
      "a clock that was set back",
      "CLOCK_BACK",
      async ({ services }) => services.clock.advance(-DAY_MS),
    ],
  ];

  it.each(harms)("finds %s", async (_what, codes, harm) => {
    const school = await livedInSchool();
    await harm(school);
    expect(await codesOf(school.services)).toEqual(codes.split(" "));
  });

  it("says the few places where, and how many there are", async () => {
    const { services } = await livedInSchool();
    await services.store.database.deleteFrom("claims").execute();
    const { findings } = await examineStore(services);
    const missing = findings.find(({ code }) => code === "CLAIM_MISSING");
    expect(missing?.places).toHaveLength(5);
    expect(missing?.count).toBeGreaterThan(5);
    for (const place of missing?.places ?? []) {
      expect(place).toMatch(/^(?:bok|blk)_\w+ 2026-\d\d-\d\d$/);
    }
  });

  it("does not look into tables of another version", async () => {
    const services = await makeServices({ schools: [], store: await openTestStore() });
    await services.store.database.deleteFrom("kysely_migration" as never).execute();
    expect(await codesOf(services)).toEqual(["MIGRATIONS_PENDING"]);
    await services.store.migrate().catch(() => undefined);
  });

  it("names what a later version did, and does not look into its tables", async () => {
    const services = await makeServices({ store: await openTestStore() });
    const { database } = services.store;
    await noteMigration(services, "kysely_migration", "9999_other_claims");
    await database.schema.alterTable("claims").renameTo("held").execute();
    const { findings, schools } = await examineStore(services);
    expect(schools).toBe(0);
    expect(findings).toMatchObject([
      {
        code: "STORE_LATER",
        severity: "fault",
        places: ["9999_other_claims"],
        remedy: { en: expect.stringContaining("Install the version of Neuadd that wrote it") },
      },
    ]);
  });

  it("names what a later version of a plugin did, of those that are configured", async () => {
    const { services } = await livedInSchool();
    const named: Plugin = {
      id: "late-notes",
      migrations: { "1_lines": { up: async () => undefined } },
      setup: () => ({}),
    };
    const plugins = [named, { ...named, id: "gone" }];
    await migratePlugins(plugins, services);
    await noteMigration(services, "plugin_migrations_late_notes", "2_more");
    await noteMigration(services, "plugin_migrations_gone", "2_more");
    const { findings, schools } = await examineStore(services, { plugins: [named] });
    expect(schools).toBe(1);
    expect(findings.find(({ code }) => code === "PLUGIN_TABLES_LATER")).toMatchObject({
      severity: "fault",
      places: ["late-notes/2_more"],
    });
    expect(await codesOf(services)).toEqual([]);
    const without: Plugin = { id: "late-notes", setup: () => ({}) };
    const { findings: none } = await examineStore(services, { plugins: [without] });
    expect(none.map(({ code }) => code)).not.toContain("PLUGIN_TABLES_LATER");
  });

  it("has every sentence and remedy in both languages", () => {
    for (const { sentence, remedy } of Object.values(FINDING_TEXTS)) {
      expect(sentence.cy).not.toBe(sentence.en);
      expect(remedy.cy).not.toBe(remedy.en);
    }
  });
});
