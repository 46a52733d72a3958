import { randomBytes } from "node:crypto";
import type { Kysely } from "kysely";
import { type CallOut, OutwardFault } from "../outward-call.ts";
import type { PluginHost } from "../plugin-host.ts";
import type { Plugin } from "../plugin.ts";
import type { TestHostOptions } from "./test-host.ts";
import { realTimer } from "./time-limit.ts";

/** What a host in memory has of its own. */
export type MemoryHostParts = Pick<
  PluginHost,
  "now" | "logger" | "reads" | "commands" | "access" | "toldUpTo"
> & { readonly tables: Kysely<object> };

/** What a plugin under test is given: no network, real timers and Node's chance, unless the test gives others. */
export function memoryHost(
  { id, requires = [] }: Plugin,
  options: TestHostOptions,
  { tables, ...parts }: MemoryHostParts,
): PluginHost {
  return {
    ...parts,
    id,
    tables: <Tables extends object>() => tables as unknown as Kysely<Tables>,
    plugin<OtherApi extends object>(other: string): OtherApi {
      const api = requires.includes(other) ? options.apis?.[other] : undefined;
      if (api === undefined) throw new Error(`"${other}" is not in requires, or has no api here.`);
      return api as OtherApi;
    },
    publicUrl: options.publicUrl ?? "https://neuadd.test",
    languages: ["cy", "en"],
    randomBytes: options.randomBytes ?? ((count) => new Uint8Array(randomBytes(count))),
    fetch: options.fetch ?? noNetwork,
    callOut: options.callOut ?? noWayOut,
    schedule: options.schedule ?? realTimer,
  };
}

const noNetwork: typeof fetch = async () => {
  throw new Error("A test host has no network. Give openTestHost a fetch of the test's own.");
};

const noWayOut: CallOut = async () => {
  throw new OutwardFault("NAME_UNKNOWN", "A test host has no network. Give it a callOut.");
};
