import { OpenAPIHono } from "@hono/zod-openapi";
import { describe, expect, expectTypeOf, it } from "vitest";
import { definePlugin } from "./define-plugin.ts";
import type { LedgerEventType } from "./ledger-event.ts";
import type { Listeners } from "./listeners.ts";
import type { Plugin, PluginApis } from "./plugin.ts";
import type { PluginEnvironment } from "./plugin-environment.ts";

function lamps(options: { count: number }) {
  return definePlugin({
    id: "lamps",
    setup: () => ({ api: { count: () => options.count } }),
  });
}

const curfew = definePlugin({
  id: "curfew",
  requires: ["lamps"],
  async setup(host) {
    const other = host.plugin<{ count(): number }>("lamps");
    return {
      api: { areLit: async () => other.count() > 0 },
      routes: new OpenAPIHono<PluginEnvironment>(),
      on: { "booking.approved": (event) => void event.revision },
    };
  },
});

const silent = definePlugin({ id: "silent", setup: () => ({}) });

describe("definePlugin", () => {
  it("gives the very plugin back", () => {
    const plugin: Plugin = { id: "plain", setup: () => ({}) };
    expect(definePlugin(plugin)).toBe(plugin);
  });

  it("keeps the id as a literal and the api as setup gives it, promised or not", () => {
    expectTypeOf(lamps({ count: 2 })).toEqualTypeOf<Plugin<"lamps", { count: () => number }>>();
    expectTypeOf(curfew.id).toEqualTypeOf<"curfew">();
    expectTypeOf(curfew).toExtend<Plugin<"curfew", { areLit: () => Promise<boolean> }>>();
  });

  it("lets a listener name the entries of a ledger, and nothing else", () => {
    expectTypeOf<keyof Listeners>().toEqualTypeOf<LedgerEventType>();
  });
});

describe("PluginApis", () => {
  it("has the api of each plugin by its id, and of no other", () => {
    type Apis = PluginApis<readonly [ReturnType<typeof lamps>, typeof curfew, typeof silent]>;
    expectTypeOf<keyof Apis>().toEqualTypeOf<"lamps" | "curfew" | "silent">();
    expectTypeOf<Apis["lamps"]["count"]>().toEqualTypeOf<() => number>();
    expectTypeOf<Apis["curfew"]["areLit"]>().toEqualTypeOf<() => Promise<boolean>>();
    expectTypeOf<Apis["silent"]>().toEqualTypeOf<object>();
  });
});
