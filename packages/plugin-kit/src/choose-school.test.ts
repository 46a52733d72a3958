import { afterEach, describe, expect, it } from "vitest";
import { choosePublicSchool, chooseSchool, type SchoolCounts } from "./choose-school.ts";
import { definePlugin } from "./define-plugin.ts";
import type { PluginCaller } from "./plugin-environment.ts";
import { openTestHost } from "./testing/open-test-host.ts";
import type { TestHost } from "./testing/test-host.ts";
import { otherTestSchool, testSchool } from "./testing/test-school.ts";

const neighbour = {
  ...otherTestSchool,
  school: {
    ...otherTestSchool.school,
    id: "ysgol-drws-nesaf",
    authority: "awdurdod-y-prawf",
    name: { cy: "Ysgol <Drws> Nesaf", en: "A <Next> School" },
  },
};
const opened: TestHost[] = [];

afterEach(async () => {
  for (const host of opened.splice(0)) await host.close();
});

async function choose(
  caller: Pick<PluginCaller, "kind" | "owner"> | undefined,
  query: Readonly<Record<string, string>> = {},
  counts?: SchoolCounts,
) {
  const plugin = definePlugin({ id: "lister", setup: () => ({}) });
  const test = await openTestHost(plugin, { schools: [testSchool, otherTestSchool, neighbour] });
  opened.push(test);
  const request = {
    ...(caller && { caller: { keyId: "key_1", scopes: new Set<never>(), ...caller } }),
    query,
    language: "en",
  } as const;
  const chosen = await chooseSchool(test.host.reads, request, counts);
  const heading = String(chosen?.heading ?? "");
  return {
    id: chosen?.facts.school.id,
    heading,
    options: [...heading.matchAll(/<option value="([^"]+)"/g)].map(([, found = ""]) => found),
  };
}

describe("the school that a page is about", () => {
  it.each([
    ["school", "ysgol-y-prawf", ["ysgol-y-prawf"]],
    ["school", "awdurdod-y-prawf", []],
    ["authority", "awdurdod-y-prawf", ["ysgol-drws-nesaf", "ysgol-y-prawf"]],
    ["authority", "ysgol-y-prawf", []],
    ["authority", "", []],
    ["operator", "", ["ysgol-arall", "ysgol-drws-nesaf", "ysgol-y-prawf"]],
    ["hirer", "hir_clwb", []],
    ["hirer", "ysgol-y-prawf", []],
  ] as const)("is chosen by the key of %s %j among %j, and no other", async (kind, owner, ids) => {
    const { id, options, heading } = await choose({ kind, owner });
    expect(new Set(options)).toEqual(new Set<string>(ids.length > 1 ? ids : []));
    expect(id === undefined ? [] : [id]).toEqual(ids.filter((one) => one === id));
    expect(heading === "").toBe(ids.length === 0);
    for (const other of ["ysgol-y-prawf", "ysgol-drws-nesaf", "ysgol-arall"]) {
      const asked = await choose({ kind, owner }, { school: other });
      const mayChoose = ids.some((one) => one === other);
      expect(asked.id).toBe(mayChoose ? other : id);
    }
  });

  it("is said to be another than the one that was asked for", async () => {
    const key = { kind: "authority", owner: "awdurdod-y-prawf" } as const;
    const another = "There is nothing here about the school that the address names";
    expect((await choose(key, { school: "ysgol-arall" })).heading).toContain(another);
    for (const school of ["ysgol-y-prawf", ""]) {
      expect((await choose(key, { school })).heading).not.toContain(another);
    }
    expect((await choose(key)).heading).not.toContain(another);
  });

  it("is any that a visitor chooses on a page for anyone", async () => {
    const plugin = definePlugin({ id: "lister", setup: () => ({}) });
    const test = await openTestHost(plugin, { schools: [testSchool, otherTestSchool] });
    opened.push(test);
    for (const id of ["ysgol-y-prawf", "ysgol-arall"]) {
      const request = { query: { school: id }, language: "cy" } as const;
      const chosen = await choosePublicSchool(test.host.reads, request);
      expect(chosen?.facts.school.id).toBe(id);
    }
    const among = (...ids: string[]) => {
      const request = { query: { school: "ysgol-y-prawf" }, language: "cy" } as const;
      return choosePublicSchool(test.host.reads, request, new Set(ids));
    };
    expect((await among("ysgol-arall"))?.facts.school.id).toBe("ysgol-arall");
    expect(await among()).toBeUndefined();
  });

  it("is none for a visitor without a key", async () => {
    expect((await choose(undefined)).id).toBeUndefined();
  });

  it("is the first by name, or the first that has something, which the choice says", async () => {
    const operator = { kind: "operator", owner: "" } as const;
    const first = await choose(operator);
    expect(first.id).toBe("ysgol-drws-nesaf");
    expect(first.heading).toContain("<h2>A &lt;Next&gt; School</h2>");
    const counts = {
      read: async () => new Map([["ysgol-y-prawf", 3]]),
      what: { cy: "llythyrau", en: "letters" },
    };
    const counted = await choose(operator, {}, counts);
    expect(counted.id).toBe("ysgol-y-prawf");
    expect(counted.heading).toMatch(/value="ysgol-y-prawf" selected>[^<]+ \(letters: 3\)</);
    expect((await choose(operator, { school: "ysgol-arall" }, counts)).id).toBe("ysgol-arall");
  });

  it("asks for no count where there is no choice", async () => {
    const read = () => Promise.reject(new Error("It was asked for."));
    const counts = { read, what: { cy: "llythyrau", en: "letters" } };
    const { id, options } = await choose({ kind: "school", owner: "ysgol-y-prawf" }, {}, counts);
    expect([id, options]).toEqual(["ysgol-y-prawf", []]);
  });
});
