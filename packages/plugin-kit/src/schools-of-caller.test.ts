import { afterEach, describe, expect, it } from "vitest";
import type { PluginCaller } from "./plugin-environment.ts";
import { definePlugin } from "./define-plugin.ts";
import { schoolsOfCaller } from "./schools-of-caller.ts";
import { openTestHost } from "./testing/open-test-host.ts";
import type { TestHost } from "./testing/test-host.ts";
import { otherTestSchool, testSchool } from "./testing/test-school.ts";

const neighbour = {
  ...otherTestSchool,
  school: { ...otherTestSchool.school, id: "ysgol-drws-nesaf", authority: "awdurdod-y-prawf" },
};
const opened: TestHost[] = [];

afterEach(async () => {
  for (const host of opened.splice(0)) await host.close();
});

async function schoolsOf(caller: PluginCaller | undefined): Promise<string[]> {
  const plugin = definePlugin({ id: "lister", setup: () => ({}) });
  const test = await openTestHost(plugin, { schools: [testSchool, otherTestSchool, neighbour] });
  opened.push(test);
  const schools = await schoolsOfCaller(test.host.reads, caller);
  return schools.map(({ school }) => school.id);
}

describe("schoolsOfCaller", () => {
  it.each([
    ["school", "ysgol-y-prawf", ["ysgol-y-prawf"]],
    ["school", "awdurdod-y-prawf", []],
    ["authority", "awdurdod-y-prawf", ["ysgol-drws-nesaf", "ysgol-y-prawf"]],
    ["authority", "ysgol-y-prawf", []],
    ["authority", "", []],
    ["operator", "", ["ysgol-arall", "ysgol-drws-nesaf", "ysgol-y-prawf"]],
    ["hirer", "hir_clwb", []],
    ["hirer", "ysgol-y-prawf", []],
  ] as const)("gives the key of %s %j the schools %j", async (kind, owner, schools) => {
    const caller = { keyId: "key_1", kind, owner, scopes: new Set<never>() };
    expect(await schoolsOf(caller)).toEqual(schools);
  });

  it("gives none to a visitor without a key", async () => {
    expect(await schoolsOf(undefined)).toEqual([]);
  });
});
