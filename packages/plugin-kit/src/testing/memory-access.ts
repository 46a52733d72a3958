import type { Hirer } from "@neuadd/core";
import type { AccessNeeds, PluginAccess } from "../plugin-access.ts";
import type { CallerKind } from "../caller-kind.ts";
import type { PluginCaller, PluginExchange } from "../plugin-environment.ts";
import type { PluginReads, SchoolFacts } from "../plugin-reads.ts";
import { actsForSchool } from "../host/acts-for-school.ts";
import { HostRefusal } from "./host-refusal.ts";

const KEEPERS: readonly CallerKind[] = ["school", "authority", "operator"];
const ALL: readonly CallerKind[] = ["hirer", ...KEEPERS];

/** Lets callers through as a server does: 401, then 404, then 403. */
export function memoryAccess(reads: PluginReads): PluginAccess {
  async function factsOf(school: string): Promise<SchoolFacts> {
    const facts = await reads.school(school);
    if (facts === undefined) throw new HostRefusal("SCHOOL_UNKNOWN", 404);
    return facts;
  }

  async function seesHirer(caller: PluginCaller, id: string): Promise<boolean> {
    if (caller.kind === "hirer") return caller.owner === id;
    if (caller.kind === "operator") return true;
    for (const school of await reads.listSchools()) {
      if (!actsForSchool(caller, school)) continue;
      const { items } = await reads.hirers(school.id, { limit: 1000 });
      if (items.some((hirer) => hirer.id === id)) return true;
    }
    return false;
  }

  return {
    anyone: (_exchange, school) => factsOf(school),
    async caller(exchange, needs = {}) {
      return permitted(callerOf(exchange), needs, ALL);
    },
    async school(exchange, id, needs = {}) {
      const caller = callerOf(exchange);
      const facts = await factsOf(id);
      if (caller.kind !== "hirer" && !actsForSchool(caller, facts.school)) {
        throw new HostRefusal("FORBIDDEN", 403);
      }
      return { caller: permitted(caller, needs, KEEPERS), facts };
    },
    async hirer(exchange, id, needs = {}) {
      const caller = callerOf(exchange);
      const hirer: Hirer | undefined = (await seesHirer(caller, id))
        ? await reads.hirer(id)
        : undefined;
      if (hirer === undefined) throw new HostRefusal("HIRER_UNKNOWN", 404);
      return { caller: permitted(caller, needs, ALL), hirer };
    },
    async booking(exchange, school, id, needs = {}) {
      const caller = callerOf(exchange);
      const facts = await factsOf(school);
      const booking = await reads.booking(school, id);
      const isOwn = caller.kind === "hirer" && caller.owner === booking?.hirer;
      if (booking === undefined || !(isOwn || actsForSchool(caller, facts.school))) {
        throw new HostRefusal("BOOKING_UNKNOWN", 404);
      }
      return { caller: permitted(caller, needs, ALL), facts, booking };
    },
  };
}

function callerOf({ actor }: PluginExchange): PluginCaller {
  if (actor === undefined) throw new HostRefusal("AUTHENTICATION_REQUIRED", 401);
  return actor;
}

function permitted(
  caller: PluginCaller,
  { kinds, scope }: AccessNeeds,
  usual: readonly CallerKind[],
): PluginCaller {
  if (!(kinds ?? usual).includes(caller.kind)) throw new HostRefusal("FORBIDDEN", 403);
  if (scope !== undefined && !caller.scopes.has(scope)) throw new HostRefusal("SCOPE_MISSING", 403);
  return caller;
}
