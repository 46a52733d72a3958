import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { definePlugin } from "@neuadd/plugin-kit";
import { afterEach, beforeEach, describe, expect, expectTypeOf, it } from "vitest";
import type { ConfigError } from "./config-error.ts";
import { type Config, defineConfig } from "./config.ts";
import { loadConfig } from "./load-config.ts";
import { resolveConfig } from "./resolve-config.ts";
import { withEnvironment } from "./with-environment.ts";

const feeds = definePlugin({ id: "feeds", setup: () => ({ api: { count: () => 3 } }) });

function refusal(work: () => unknown): ConfigError {
  try {
    work();
  } catch (error) {
    return error as ConfigError;
  }
  throw new Error("It was not refused.");
}

describe("resolveConfig", () => {
  it("fills every default in", () => {
    expect(resolveConfig({})).toEqual({
      store: { sqlite: join(".neuadd", "neuadd.sqlite") },
      port: 3000,
      host: undefined,
      publicUrl: undefined,
      plugins: [],
      clock: "real",
      limits: expect.objectContaining({ bodyBytes: 65_536, trustedProxies: 0 }),
      retention: { enquiryMonths: 12, bookingYears: 6 },
      logLevel: "info",
    });
  });

  it("keeps what is set, and the plugins' types", () => {
    const config = resolveConfig(
      defineConfig({
        store: { sqlite: ":memory:" },
        publicUrl: "https://neuadd.example/bro",
        plugins: [feeds],
        limits: { trustedProxies: 1 },
      }),
    );
    expect(config).toMatchObject({
      store: { sqlite: ":memory:" },
      publicUrl: "https://neuadd.example/bro",
      limits: { trustedProxies: 1, bodyBytes: 65_536 },
    });
    expect(config.plugins[0]).toBe(feeds);
    expectTypeOf(config.plugins[0].id).toEqualTypeOf<"feeds">();
  });

  it("tells every setting that is wrong at once, in both languages", () => {
    const config: unknown = {
      prot: 80,
      port: 70_000,
      store: { sqlite: "", postgres: "x" },
      publicUrl: "neuadd.example/",
      plugins: [{ id: "no-setup" }],
      clock: "yesterday",
      limits: { bodyBytes: "64k", patience: 1 },
      logLevel: "loud",
    };
    const { code, faults, message, sentence } = refusal(() => resolveConfig(config as Config));
    expect(code).toBe("CONFIG_INVALID");
    expect(faults.map(({ setting }) => setting).toSorted()).toEqual([
      "clock",
      "limits.bodyBytes",
      "limits.patience",
      "logLevel",
      "plugins.0",
      "port",
      "prot",
      "publicUrl",
      "store",
      "store.postgres",
      "store.sqlite",
    ]);
    expect(message).toContain("port must be a whole number from 0 to 65535, not 70000.");
    expect(message).toContain('clock must be "real" or an instant');
    expect(message).toContain("limits.patience is no setting. There are limits.bodyBytes,");
    expect(sentence.cy).toContain("Rhaid i port fod yn rhif cyfan o 0 i 65535, nid 70000.");
    for (const fault of faults) expect(fault.sentence.cy).not.toBe(fault.sentence.en);
  });

  it("never tells an address of a database again, which may hold a password", () => {
    const { message } = refusal(() => resolveConfig({ store: { postgres: "db:secret@host" } }));
    expect(message).toContain("store.postgres must be an address such as");
    expect(message).not.toContain("secret");
  });

  it.each([{}, { sqlite: "a", postgres: "postgres://b/c" }, { sqlite: "a", connections: 2 }])(
    "refuses the store %j: it must name one engine",
    (store) => {
      const { faults } = refusal(() => resolveConfig({ store } as Config));
      expect(faults.map(({ setting }) => setting)).toEqual(["store"]);
    },
  );

  it.each([null, [], "port: 80", undefined])("refuses %j for a configuration", (config) => {
    expect(refusal(() => resolveConfig(config as Config)).code).toBe("CONFIG_INVALID");
  });
});

describe("withEnvironment", () => {
  it("puts what the environment says in place of what is configured", () => {
    const config = { port: 80, clock: "real", store: { sqlite: "a.sqlite" }, host: "::1" };
    expect(
      withEnvironment(config, {
        PORT: "8080",
        NEUADD_DATA: "/data",
        NEUADD_CLOCK: "2026-08-24T08:00:00Z",
      }),
    ).toEqual({
      port: 8080,
      clock: "2026-08-24T08:00:00Z",
      store: { sqlite: join("/data", "neuadd.sqlite") },
      host: "::1",
    });
  });

  it("takes an empty variable for an absent one", () => {
    const config = { port: 80 };
    const empty = { PORT: "", NEUADD_DATA: "", NEUADD_CLOCK: "", DATABASE_URL: "" };
    expect(withEnvironment(config, empty)).toEqual(config);
  });

  it("refuses a clock that is no instant with an offset, nor `real`", () => {
    for (const clock of ["2026-08-24", "2026-08-24T08:00:00", "now", "2026-02-30T00:00:00Z"]) {
      expect(refusal(() => withEnvironment({}, { NEUADD_CLOCK: clock }))).toMatchObject({
        code: "CLOCK_INVALID",
        message: expect.stringContaining(clock),
      });
    }
    const offset = "2026-08-24T08:00:00+01:00";
    expect(withEnvironment({}, { NEUADD_CLOCK: offset })).toEqual({ clock: offset });
  });

  it("refuses a port that is none", () => {
    for (const PORT of ["-1", "65536", "3000a", "3e3", " 80"]) {
      expect(refusal(() => withEnvironment({}, { PORT })).code).toBe("PORT_INVALID");
    }
  });

  it("takes a PostgreSQL database in place of any SQLite file, and keeps the number of its connections", () => {
    const DATABASE_URL = "postgres://neuadd@db/neuadd";
    const sqlite = { store: { sqlite: "a.sqlite" } };
    expect(withEnvironment(sqlite, { DATABASE_URL, NEUADD_DATA: "/data" })).toEqual({
      store: { postgres: DATABASE_URL },
    });
    const postgres = { store: { postgres: "postgresql://other/neuadd", connections: 4 } };
    expect(withEnvironment(postgres, { DATABASE_URL })).toEqual({
      store: { postgres: DATABASE_URL, connections: 4 },
    });
  });

  it("refuses a database it does not know, rather than start on an empty one", () => {
    for (const DATABASE_URL of ["mysql://db/neuadd", "neuadd", "postgres:/db"]) {
      expect(refusal(() => withEnvironment({}, { DATABASE_URL })).code).toBe("STORE_UNSUPPORTED");
    }
  });
});

describe("loadConfig", () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), "neuadd config "));
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  async function refusalOf(file?: string): Promise<unknown> {
    return loadConfig(directory, file).catch((error: unknown) => error);
  }

  it("is empty when there is no file", async () => {
    expect(await loadConfig(directory)).toEqual({});
  });

  it("runs a TypeScript file, and takes its store to lie beside it", async () => {
    writeFileSync(
      join(directory, "neuadd.config.ts"),
      "const port: number = 4000;\nexport default { port, store: { sqlite: 'data/n.sqlite' } };\n",
    );
    expect(await loadConfig(directory)).toEqual({
      port: 4000,
      store: { sqlite: join(directory, "data", "n.sqlite") },
    });
  });

  it("runs the file that is named, and leaves a store in memory or with a whole path alone", async () => {
    writeFileSync(join(directory, "a.mjs"), "export default { store: { sqlite: ':memory:' } };\n");
    expect(await loadConfig(directory, "a.mjs")).toEqual({ store: { sqlite: ":memory:" } });
    writeFileSync(join(directory, "b.mjs"), "export default { store: { sqlite: '/n.sqlite' } };\n");
    expect(await loadConfig(directory, "b.mjs")).toEqual({ store: { sqlite: "/n.sqlite" } });
  });

  it("tells what is wrong with the file", async () => {
    expect(await refusalOf("none.ts")).toMatchObject({ code: "CONFIG_MISSING" });
    writeFileSync(join(directory, "throws.mjs"), "throw new Error('no key for mail');\n");
    expect(await refusalOf("throws.mjs")).toMatchObject({
      code: "CONFIG_NOT_LOADED",
      message: expect.stringContaining("no key for mail"),
    });
    writeFileSync(join(directory, "empty.mjs"), "export const port = 1;\n");
    expect(await refusalOf("empty.mjs")).toMatchObject({
      code: "CONFIG_NOT_LOADED",
      message: expect.stringContaining("no default export"),
    });
  });
});
