import type { AccessNeeds, CallerKind, PluginAccess, PluginExchange } from "@neuadd/plugin-kit";
import { CALLER_KINDS } from "@neuadd/plugin-kit/host";
import type { Access, Within } from "../http/access.ts";
import type { Exchange } from "../http/exchange.ts";
import { passGuard, type Subjects } from "../http/guard.ts";
import { readSchool } from "../ledger/school-model.ts";
import type { Services } from "../services.ts";
import { hirerFacts, schoolFacts } from "./host-reads.ts";

const KEEPERS: readonly CallerKind[] = ["school", "authority", "operator"];

/** Lets callers of a plugin's routes through by the guard that the server's own routes have. */
export function hostAccess(services: Services): PluginAccess {
  function pass<Place extends Within>(
    within: Place,
    exchange: PluginExchange,
    parameters: Readonly<Record<string, string>>,
    { kinds = CALLER_KINDS, scope }: AccessNeeds,
  ): Promise<Subjects[Place]> {
    const access: Access & { readonly within: Place } = {
      kinds,
      within,
      ...(scope !== undefined && { scope }),
    };
    return passGuard<Place>(access, services, withoutHeaders(exchange), parameters);
  }

  return {
    anyone: async (_exchange, school) => schoolFacts(await readSchool(services, school)),
    async caller(exchange, needs = {}) {
      const { actor } = await pass("nothing", exchange, {}, needs);
      if (actor === undefined) throw new TypeError("The guard lets nobody through without a key.");
      return actor;
    },
    async school(exchange, id, needs = {}) {
      const { actor, school } = await pass(
        "school",
        exchange,
        { school: id },
        { kinds: KEEPERS, ...needs },
      );
      return { caller: actor, facts: schoolFacts(school) };
    },
    async hirer(exchange, id, needs = {}) {
      const { actor, hirer } = await pass("hirer", exchange, { hirer: id }, needs);
      return { caller: actor, hirer: hirerFacts(hirer) };
    },
    async booking(exchange, school, booking, needs = {}) {
      const passed = await pass("booking", exchange, { school, booking }, needs);
      return {
        caller: passed.actor,
        facts: schoolFacts(passed.school),
        booking: passed.booking,
      };
    },
  };
}

/** What the guard needs of an exchange. */
function withoutHeaders({ requestId, language, actor }: PluginExchange): Exchange {
  return { requestId, language, headers: {}, ...(actor && { actor }) };
}
