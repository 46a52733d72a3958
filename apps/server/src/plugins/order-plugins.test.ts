import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { orderPlugins } from "./order-plugins.ts";
import type { PluginError } from "./plugin-error.ts";

function plugin(id: string, ...requires: string[]) {
  return { id, requires, setup: () => ({}) };
}

function refusal(...plugins: ReturnType<typeof plugin>[]): Partial<PluginError> {
  try {
    orderPlugins(plugins);
  } catch (error) {
    return error as PluginError;
  }
  return {};
}

describe("orderPlugins", () => {
  it("keeps the order given where nothing is required", () => {
    const plugins = [plugin("tariffs"), plugin("e-mail"), plugin("feeds")];
    expect(orderPlugins(plugins)).toEqual(plugins);
  });

  it("sets a plugin up after all that it requires, however deep", () => {
    const ordered = orderPlugins([plugin("a", "b"), plugin("b", "c"), plugin("c"), plugin("d")]);
    expect(ordered.map(({ id }) => id)).toEqual(["c", "b", "a", "d"]);
  });

  it.each(["Tariffs", "2fast", "a_b", "a--b", "-a", "a-", "", "a".repeat(41), "café"])(
    "refuses the id %j",
    (id) => {
      expect(refusal(plugin(id))).toMatchObject({ code: "PLUGIN_ID_INVALID", plugin: id });
    },
  );

  it.each(["api", "hirer", "listener", "dead", "school", "kysely", "plugin", "sqlite", "pg"])(
    "refuses the id %j, whose tables could meet the server's",
    (id) => {
      expect(refusal(plugin(id))).toMatchObject({ code: "PLUGIN_ID_RESERVED", plugin: id });
    },
  );

  it("lets ids be that only resemble a table of the server", () => {
    expect(refusal(plugin("series"), plugin("claims-report"), plugin("hirer-checks"))).toEqual({});
  });

  it("refuses one plugin twice", () => {
    expect(refusal(plugin("feeds"), plugin("feeds"))).toMatchObject({ code: "PLUGIN_ID_TAKEN" });
  });

  it("refuses two whose table names could meet, in either order", () => {
    for (const pair of [
      [plugin("open"), plugin("open-active")],
      [plugin("open-active"), plugin("open")],
    ]) {
      const { code, sentence } = refusal(...pair);
      expect(code).toBe("PLUGIN_ID_TAKEN");
      expect(sentence?.en).toContain('"open" and "open-active"');
    }
    expect(refusal(plugin("open"), plugin("opening-hours"))).toEqual({});
  });

  it("names who requires what is not there, and the remedy, in both languages", () => {
    const { code, plugin: id, sentence } = refusal(plugin("vat", "tariffs"));
    expect({ code, id }).toEqual({ code: "PLUGIN_REQUIRED_MISSING", id: "vat" });
    expect(sentence?.en).toContain('Add "tariffs" to the plugins');
    expect(sentence?.cy).toContain('Ychwanegwch "tariffs" at yr ategion');
  });

  it("shows the circle that plugins require each other in", () => {
    const { code, sentence } = refusal(plugin("x", "a"), plugin("a", "b"), plugin("b", "a"));
    expect(code).toBe("PLUGIN_REQUIREMENTS_CIRCULAR");
    expect(sentence?.en).toContain("a → b → a");
    expect(refusal(plugin("self", "self")).code).toBe("PLUGIN_REQUIREMENTS_CIRCULAR");
  });

  it("orders every graph without a circle so that each comes after its own", () => {
    const graphs = fc.integer({ min: 1, max: 9 }).chain((size) =>
      fc.tuple(
        fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 20 }),
        fc.shuffledSubarray(
          Array.from({ length: size }, (_, index) => index),
          { minLength: size },
        ),
      ),
    );
    fc.assert(
      fc.property(graphs, ([edges, order]) => {
        const plugins = order.map((index) =>
          plugin(
            `p${index}`,
            // Only from a higher number to a lower one: no circle can arise.
            ...edges.filter(([from, to]) => from === index && to < from).map(([, to]) => `p${to}`),
          ),
        );
        const ids = orderPlugins(plugins).map(({ id }) => id);
        expect(ids.toSorted()).toEqual(plugins.map(({ id }) => id).toSorted());
        for (const { id, requires } of plugins) {
          for (const other of requires) expect(ids.indexOf(other)).toBeLessThan(ids.indexOf(id));
        }
      }),
      { numRuns: 100 },
    );
  });
});
