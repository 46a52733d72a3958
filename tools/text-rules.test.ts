import { describe, expect, it } from "vitest";
import { findMachineTraces } from "./text-rules.ts";

const rulesFor = (text: string) =>
  findMachineTraces({ path: "docs/guide.md", text }).map(({ rule, line }) => `${rule}@${line}`);

// Put together here, so that this file does not hold what it looks for.
const folder = (...parts: string[]) => `/${parts.join("/")}/`;
const host = (...parts: string[]) => `https://${parts.join(".")}/`;

describe("findMachineTraces", () => {
  it.each([
    folder("work", "main"),
    folder("root", ".npmrc"),
    folder("tmp", "brief"),
    folder("home", "gwen", "neuadd"),
    `cd ${folder("work")}`,
    `"${folder("Users", "gwen")}"`,
  ])("finds the path %s", (text) => {
    expect(rulesFor(`first\n${text}`)).toEqual(["machine-path@2"]);
  });

  it.each([host("registry", "example", "org"), host("nexus-3", "school", "wales")])(
    "finds the host %s",
    (text) => {
      expect(rulesFor(text)).toEqual(["registry-host@1"]);
    },
  );

  it("finds the setting of a registry, whatever its host is called", () => {
    expect(rulesFor(["registry", host("packages", "example")].join("="))).toEqual([
      "registry-host@1",
    ]);
  });

  it("finds an address of a tarball in a lockfile", () => {
    expect(rulesFor(`    tarball: ${host("packages", "example")}a.tgz`)).toEqual([
      "registry-host@1",
    ]);
  });

  it.each([
    "https://neuadd.example/work/",
    "./work/plan.md and tmp/work/plan.md",
    "a registry of keys; the registry. Then",
    "const type = registry.contentType;",
    "`/roots/` and `/workshops/`",
  ])("accepts %s", (text) => {
    expect(rulesFor(text)).toEqual([]);
  });
});
