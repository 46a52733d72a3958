import { readFileSync } from "node:fs";
import type { Plugin } from "../packages/plugin-kit/src/index.ts";
import { describe, expect, it } from "vitest";
import { calendarFeed } from "../packages/plugin-calendar-feed/src/index.ts";
import { email } from "../packages/plugin-email/src/index.ts";
import { hirerChecks } from "../packages/plugin-hirer-checks/src/index.ts";
import { openActive } from "../packages/plugin-openactive/src/index.ts";
import { tariffs } from "../packages/plugin-tariffs/src/index.ts";
import { vat } from "../packages/plugin-vat/src/index.ts";
import { webhooks } from "../packages/plugin-webhooks/src/index.ts";

const transport = { send: async () => undefined, close: () => undefined };
const plugins: readonly Plugin[] = [
  tariffs(),
  vat(),
  hirerChecks(),
  email({ from: "lettings@school.example", transport }),
  webhooks(),
  calendarFeed(),
  openActive(),
];

describe("the pages about personal data", () => {
  it.each(["personal-data.md", "personal-data.cy.md"])(
    "name in %s each table in which a plugin holds any, and no other of a plugin",
    (page) => {
      const text = readFileSync(new URL(`../docs/guides/${page}`, import.meta.url), "utf8");
      const held: readonly string[] = plugins.flatMap(({ personalData }) =>
        (personalData?.holds ?? []).map(({ table }) => table),
      );
      const prefixes = plugins.map(({ id }) => `${id.replaceAll("-", "_")}_`);
      const named = [...text.matchAll(/`([a-z_]+)`/g)]
        .map(([, name = ""]) => name)
        .filter((name) => prefixes.some((prefix) => name.startsWith(prefix)));
      expect(new Set(named)).toEqual(new Set(held));
    },
  );
});
