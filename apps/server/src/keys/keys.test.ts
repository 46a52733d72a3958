import { describe, expect, it } from "vitest";
import { makeHirer } from "../../test/fixtures/make-hirer.ts";
import { makeServices } from "../../test/fixtures/make-services.ts";
import { openSharedDatabase } from "../../test/fixtures/open-shared-database.ts";
import { SCHOOL, START } from "../../test/fixtures/school-definition.ts";
import { defaultScopes } from "./default-scopes.ts";
import { findActor } from "./find-actor.ts";
import { firstOperatorKey } from "./first-operator-key.ts";
import { issueKey } from "./issue-key.ts";
import { listKeys } from "./list-keys.ts";
import { revokeKey } from "./revoke-key.ts";

const schoolKey = { kind: "school", owner: SCHOOL, label: "Swyddfa" } as const;

describe("issueKey and findActor", () => {
  it("know the bearer by the key", async () => {
    const services = await makeServices();
    const { key, id } = await issueKey(services, schoolKey);
    expect(key).toMatch(/^neuadd_s_[0-9a-z]{36}_[A-Za-z0-9_-]{43}$/);
    expect(await findActor(services, key)).toEqual({
      keyId: id,
      kind: "school",
      owner: SCHOOL,
      scopes: new Set(defaultScopes("school")),
    });
  });

  it.each([
    ["hirer", "h"],
    ["authority", "a"],
    ["operator", "o"],
  ] as const)("marks the key of a %s", async (kind, letter) => {
    const services = await makeServices();
    const owner = {
      hirer: (await makeHirer(services)).id,
      authority: "blaenau-gwent",
      operator: "",
    };
    const { key } = await issueKey(services, { kind, owner: owner[kind], label: "x" });
    expect(key.startsWith(`neuadd_${letter}_`)).toBe(true);
    expect(await findActor(services, key)).toMatchObject({ kind, owner: owner[kind] });
  });

  it("store a hash, never the key", async () => {
    const services = await makeServices();
    const { key } = await issueKey(services, schoolKey);
    const rows = await services.store.database.selectFrom("api_keys").selectAll().execute();
    const secret = key.slice(-43);
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect(JSON.stringify(await listKeys(services))).not.toContain(secret);
    expect(rows[0]?.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it("know no bearer of a key that is of another form, unknown, or off by one letter", async () => {
    const services = await makeServices();
    const { key } = await issueKey(services, schoolKey);
    const other = key.endsWith("A") ? "B" : "A";
    const wrong = [
      "",
      "neuadd_s_",
      "Bearer x",
      `${key} `,
      key.toUpperCase(),
      key.slice(0, -1) + other,
    ];
    // The same id and secret under another kind is another key.
    wrong.push(key.replace("neuadd_s_", "neuadd_o_"));
    for (const text of wrong) expect(await findActor(services, text)).toBeUndefined();
  });

  it("know no bearer of a key from the moment it expires", async () => {
    const services = await makeServices();
    const { key } = await issueKey(services, { ...schoolKey, expiresAt: START + 1_000 });
    services.clock.set(START + 999);
    expect(await findActor(services, key)).toBeDefined();
    services.clock.set(START + 1_000);
    expect(await findActor(services, key)).toBeUndefined();
  });

  it("narrow a key to the scopes that are given", async () => {
    const services = await makeServices();
    const { key } = await issueKey(services, { ...schoolKey, scopes: ["bookings:read"] });
    expect((await findActor(services, key))?.scopes).toEqual(new Set(["bookings:read"]));
  });

  it.each([
    ["a scope beyond the kind's", { scopes: ["metrics:read"] }, "BODY_INVALID"],
    ["no scope", { scopes: [] }, "BODY_INVALID"],
    ["an expiry that has passed", { expiresAt: START }, "BODY_INVALID"],
    ["a school that is not there", { owner: "ysgol-arall" }, "SCHOOL_UNKNOWN"],
    ["a hirer that is not there", { kind: "hirer", owner: "hir_x" }, "HIRER_UNKNOWN"],
    ["an operator with an owner", { kind: "operator" }, "BODY_INVALID"],
    ["a school without one", { owner: "" }, "BODY_INVALID"],
  ] as const)("refuse %s", async (_, change, code) => {
    const services = await makeServices();
    await expect(issueKey(services, { ...schoolKey, ...change })).rejects.toMatchObject({ code });
    expect(await listKeys(services)).toEqual([]);
  });
});

describe("revokeKey", () => {
  it("ends a key at once and for good", async () => {
    const services = await makeServices();
    const { key, id } = await issueKey(services, schoolKey);
    const kept = await issueKey(services, schoolKey);
    expect(await revokeKey(services, id)).toBe(true);
    expect(await findActor(services, key)).toBeUndefined();
    expect(await findActor(services, kept.key)).toBeDefined();
    expect(await revokeKey(services, id)).toBe(false);
    expect(await revokeKey(services, "key_none")).toBe(false);
    expect((await listKeys(services)).find((one) => one.id === id)).toMatchObject({
      revokedAt: START,
    });
  });
});

describe("the first key of the operator", () => {
  it("is issued once, by one of several servers that start on an empty database at once", async () => {
    const shared = await openSharedDatabase();
    const servers = await Promise.all(
      Array.from({ length: 4 }, async () =>
        makeServices({ store: await shared.open(), schools: [] }),
      ),
    );
    const keys = await Promise.all(servers.map(firstOperatorKey));
    const [key = "", ...others] = keys.filter((one) => one !== undefined);
    expect(others).toEqual([]);
    for (const server of servers) {
      expect(await findActor(server, key)).toMatchObject({ kind: "operator", owner: "" });
      expect(await firstOperatorKey(server)).toBeUndefined();
    }
    const { store } = servers[0] ?? expect.fail("No server has started.");
    expect(await store.database.selectFrom("api_keys").select("kind").execute()).toEqual([
      { kind: "operator" },
    ]);
  });

  it("is issued no more once there has been one, revoked or not", async () => {
    const services = await makeServices();
    const { id } = await issueKey(services, { kind: "operator", owner: "", label: "x" });
    await revokeKey(services, id);
    expect(await firstOperatorKey(services)).toBeUndefined();
  });
});
