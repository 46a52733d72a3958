import { describe, expect, it } from "vitest";
import { findCrossedBoundaries } from "./boundary-rules.ts";

/** The rules that one planted import breaks. */
function crossed(path: string, text: string): string[] {
  return findCrossedBoundaries({ path, text }).map(({ rule }) => rule);
}

const core = 'import { framework } from "@neuadd/core";';
const coreType = 'import type { Framework } from "@neuadd/core";';
const kit = 'import { definePlugin } from "@neuadd/plugin-kit";';
const server = 'import { createServer } from "@neuadd/server";';
const tariffs = 'import { tariffs } from "@neuadd/plugin-tariffs";';

describe("findCrossedBoundaries", () => {
  it.each([
    ["packages/core/src/a.ts", kit],
    ["packages/core/src/a.ts", core],
    ["packages/core/src/a.ts", 'type A = import("@neuadd/plugin-kit").Plugin;'],
    ["packages/core/src/a.ts", 'const kit = await import("@neuadd/plugin-kit");'],
    ["packages/core/src/a.ts", 'export { definePlugin } from "@neuadd/plugin-kit/testing";'],
    ["packages/core/src/a.ts", 'import type { Hono } from "hono";'],
    ["packages/plugin-kit/src/a.ts", server],
    ["packages/plugin-tariffs/src/a.ts", server],
    ["packages/plugin-tariffs/src/a.ts", 'import type { Vat } from "@neuadd/plugin-vat";'],
    ["packages/client/src/a.ts", core],
    ["packages/client/src/a.ts", tariffs],
    ["packages/widget/src/a.ts", 'import { z } from "zod";'],
    ["packages/widget/src/a.ts", 'import { z } from "zod/mini";'],
    ["apps/server/src/app.ts", tariffs],
    ["apps/server/src/app.ts", 'import { AvailabilityElement } from "@neuadd/widget";'],
  ])("in %s finds %s", (path, text) => {
    expect(crossed(path, text)).toEqual(["import-table"]);
  });

  it.each([
    ["packages/core/src/a.ts", 'import { addDays } from "./time/local-date.ts";'],
    ["packages/core/test/a.test.ts", core],
    ["packages/plugin-kit/src/a.ts", core],
    ["packages/plugin-tariffs/src/a.ts", `${core}\n${kit}`],
    ["packages/client/src/a.ts", coreType],
    ["packages/widget/src/a.ts", `${core}\nimport { client } from "@neuadd/client";`],
    ["apps/server/src/app.ts", `${core}\n${kit}`],
    ["apps/server/src/default-configuration.ts", tariffs],
    ["examples/blaenau-gwent/start.ts", `${server}\n${tariffs}`],
    ["tools/a.ts", server],
  ])("in %s accepts %s", (path, text) => {
    expect(crossed(path, text)).toEqual([]);
  });

  it("finds a relative path that leaves its package", () => {
    expect(
      crossed("apps/server/src/app.ts", 'import "../../../packages/core/src/index.ts";'),
    ).toEqual(["relative-escape"]);
    expect(crossed("packages/core/test/a.test.ts", 'import "../src/index.ts";')).toEqual([]);
  });

  it.each([
    "packages/plugin-tariffs/test/in-server.test.ts",
    "packages/plugin-tariffs/test/in-server-app.ts",
    "examples/club-booker/test/start-server.ts",
  ])("lets %s use the server's fixtures, and nothing else of it", (path) => {
    const fixtures = 'import "../../../apps/server/test/fixtures/make-api.ts";';
    const source = 'import "../../../apps/server/src/app.ts";';
    expect(crossed(path, fixtures)).toEqual([]);
    expect(crossed(path, source)).toEqual(["relative-escape"]);
    const elsewhere = path.replace("/test/", "/src/");
    expect(crossed(elsewhere, fixtures)).toEqual(["relative-escape"]);
  });

  it("lets one fixture of the server name every plugin and its examples, and nothing else of it", () => {
    const fixture = "apps/server/test/fixtures/all-plugins.ts";
    const email = 'import "../../../../packages/plugin-email/src/index.ts";';
    expect(crossed(fixture, email)).toEqual([]);
    expect(crossed(fixture, email.replace("src/index", "test/example-letter"))).toEqual([]);
    expect(crossed(fixture, email.replace("index", "email"))).toEqual(["relative-escape"]);
    expect(crossed("apps/server/test/fixtures/other.ts", email)).toEqual(["relative-escape"]);
  });

  it("finds zod outside core's schema files, and a schema in a plain function", () => {
    expect(crossed("packages/core/src/time/a.ts", 'import { z } from "zod";')).toEqual([
      "schema-apart",
    ]);
    expect(crossed("packages/core/src/time/a.ts", 'import { A } from "./time-schema.ts";')).toEqual(
      ["schema-apart"],
    );
    expect(
      crossed("packages/core/src/time/a.ts", 'import type { A } from "./time-schema.ts";'),
    ).toEqual([]);
    expect(
      crossed("packages/core/src/calendar/import-days.ts", 'import { A } from "./a-schema.ts";'),
    ).toEqual([]);
    expect(crossed("packages/core/src/time/time-schema.ts", 'import { z } from "zod";')).toEqual(
      [],
    );
    expect(
      crossed("packages/core/src/index.ts", 'export { A } from "./time/time-schema.ts";'),
    ).toEqual([]);
  });

  it("finds a dependency that the table forbids", () => {
    const manifest = (dependencies: Record<string, string>) => JSON.stringify({ dependencies });
    const kitNeedsServer = manifest({
      "@neuadd/core": "workspace:^",
      "@neuadd/server": "workspace:^",
    });
    expect(crossed("packages/plugin-kit/package.json", kitNeedsServer)).toEqual([
      "dependency-table",
    ]);
    expect(crossed("packages/core/package.json", manifest({ hono: "catalog:" }))).toEqual([
      "dependency-table",
    ]);
    expect(crossed("packages/core/package.json", manifest({ zod: "catalog:" }))).toEqual([]);
    expect(
      crossed("apps/server/package.json", manifest({ "@neuadd/plugin-vat": "workspace:^" })),
    ).toEqual([]);
  });
});
