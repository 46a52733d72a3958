import { tablePrefix } from "../../host/table-prefix.ts";
import type { Plugin } from "../../plugin.ts";
import { must, onHost, type Check } from "./check.ts";

/** Names of its migrations, and of what they make. The fence of the host sees to the rest. */
export function tableChecks(makePlugin: () => Plugin): Readonly<Record<string, Check>> {
  return {
    "names its migrations in the order in which they run": async () => {
      const names = Object.keys(makePlugin().migrations ?? {});
      must(
        names.join() === names.toSorted().join(),
        `Migrations run in order of name, so list them so: ${names.toSorted().join(", ")}.`,
      );
    },

    "makes tables and indexes of its own only": (open) =>
      onHost(open, async (host) => {
        const prefix = tablePrefix(host.host.id);
        const names = await host.tableNames();
        const others = names.filter(
          (name) => !name.startsWith(prefix) && !/^plugin_(?:migrations|locks)_/.test(name),
        );
        must(others.length === 0, `These must begin with "${prefix}": ${others.join(", ")}.`);
      }),

    "leads with the school in the keys of tables that have one": (open) =>
      onHost(open, async (host) => {
        const tables = await host.tablesNotLedBySchool();
        must(
          tables.length === 0,
          `A primary key and each unique index must lead with "school", so that the table can be spread by school: ${tables.join(", ")}.`,
        );
      }),

    "runs its migrations once": (open) =>
      onHost(open, async (host) => {
        const before = (await host.tableNames()).join();
        await host.restart();
        must(
          (await host.tableNames()).join() === before,
          "A second start must make no other tables.",
        );
      }),
  };
}
