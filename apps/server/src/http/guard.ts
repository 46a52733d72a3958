import { actsForSchool } from "@neuadd/plugin-kit/host";
import type { BookingRecord } from "../ledger/booking-record.ts";
import type { BlockRecord } from "../ledger/block-record.ts";
import { readBlock } from "../ledger/read-block.ts";
import { readBooking } from "../ledger/read-booking.ts";
import { readSchool, type SchoolState } from "../ledger/school-model.ts";
import { blockUnknown, bookingUnknown, hirerUnknown } from "../ledger/unknown.ts";
import type { HirerRecord } from "../hirers/hirer-record.ts";
import { knowsHirer } from "../hirers/knows-hirer.ts";
import { readHirer } from "../hirers/read-hirer.ts";
import type { Actor } from "../keys/actor.ts";
import { ServerError } from "../server-error.ts";
import type { Services } from "../services.ts";
import type { Access, Within } from "./access.ts";
import type { Exchange } from "./exchange.ts";
import { RequestFault } from "./request-fault.ts";

/** What a caller has been let through to. */
export interface Subjects {
  readonly nothing: { readonly actor: Actor | undefined };
  readonly school: { readonly actor: Actor; readonly school: SchoolState };
  readonly booking: {
    readonly actor: Actor;
    readonly school: SchoolState;
    readonly booking: BookingRecord;
  };
  readonly block: {
    readonly actor: Actor;
    readonly school: SchoolState;
    readonly block: BlockRecord;
  };
  readonly hirer: { readonly actor: Actor; readonly hirer: HirerRecord };
}

type Parameters = Readonly<Record<string, string>>;
type Find<Place extends Within> = (
  services: Services,
  exchange: Exchange,
  parameters: Parameters,
) => Promise<Subjects[Place]>;

/**
 * Lets a caller through to what an operation is about, or throws: AUTHENTICATION_REQUIRED without a key; the fault of
 * the thing being unknown (404) if it is, or if the key may not see it; then FORBIDDEN or SCOPE_MISSING (403) if the
 * key may see it but not do this. A school itself is public: what the key may not do there is FORBIDDEN.
 */
export async function passGuard<Place extends Within>(
  access: Access & { readonly within: Place },
  services: Services,
  exchange: Exchange,
  parameters: Parameters,
): Promise<Subjects[Place]> {
  if (access.kinds !== undefined && exchange.actor === undefined) {
    throw new RequestFault("AUTHENTICATION_REQUIRED");
  }
  const find: Find<Place> = FINDERS[access.within];
  const subject = await find(services, exchange, parameters);
  const { actor } = exchange;
  if (actor !== undefined && access.kinds !== undefined) checkMay(access, actor);
  return subject;
}

const FINDERS: { readonly [Place in Within]: Find<Place> } = {
  nothing: async (_services, { actor }) => ({ actor }),
  school: async (services, exchange, parameters) => {
    const actor = needActor(exchange);
    const school = await findSchool(services, exchange, parameters);
    if (actor.kind !== "hirer" && !actsForSchool(actor, school.school)) {
      throw new RequestFault("FORBIDDEN");
    }
    return { actor, school };
  },
  booking: async (services, exchange, parameters) => {
    const actor = needActor(exchange);
    const school = await findSchool(services, exchange, parameters);
    const id = parameters["booking"] ?? "";
    const booking = await readBooking(services, school.school.id, id);
    if (!actsForSchool(actor, school.school) && !isHirer(actor, booking.hirer)) {
      throw bookingUnknown(school.school.id, id);
    }
    return { actor, school, booking };
  },
  block: async (services, exchange, parameters) => {
    const actor = needActor(exchange);
    const school = await findSchool(services, exchange, parameters);
    const id = parameters["block"] ?? "";
    if (!actsForSchool(actor, school.school)) throw blockUnknown(school.school.id, id);
    return { actor, school, block: await readBlock(services, school.school.id, id) };
  },
  hirer: async (services, exchange, parameters) => {
    const actor = needActor(exchange);
    const id = parameters["hirer"] ?? "";
    if (!(await seesHirer(services, actor, id))) throw hirerUnknown(id);
    return { actor, hirer: await readHirer(services, id) };
  },
};

/** Reads the school of the path; the zone of its clocks is then known to whatever answers. */
async function findSchool(
  services: Services,
  exchange: Exchange,
  parameters: Parameters,
): Promise<SchoolState> {
  const school = await readSchool(services, parameters["school"] ?? "");
  exchange.zone = school.school.zone;
  return school;
}

/** Whether a key may see a hirer: its own, or one that a school it acts for knows. */
export async function seesHirer(services: Services, actor: Actor, hirer: string): Promise<boolean> {
  switch (actor.kind) {
    case "hirer":
      return actor.owner === hirer;
    case "school":
      return knowsHirer(services, actor.owner, hirer);
    case "authority":
      return authorityKnowsHirer(services, actor.owner, hirer);
    case "operator":
      return true;
  }
}

/** Asked in the store, so that it costs the same for an authority of ten schools and of a hundred. */
async function authorityKnowsHirer(
  { store }: Services,
  authority: string,
  hirer: string,
): Promise<boolean> {
  const row = await store.database
    .selectFrom("hirer_schools")
    .innerJoin("schools", "schools.school_id", "hirer_schools.school_id")
    .select("hirer_schools.hirer_id")
    .where("hirer_schools.hirer_id", "=", hirer)
    .where("schools.authority_id", "=", authority)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

function isHirer(actor: Actor, hirer: string): boolean {
  return actor.kind === "hirer" && actor.owner === hirer;
}

function needActor({ actor }: Exchange): Actor {
  if (actor === undefined) throw new RequestFault("AUTHENTICATION_REQUIRED");
  return actor;
}

function checkMay({ kinds = [], scope }: Access, actor: Actor): void {
  if (!kinds.includes(actor.kind)) throw new RequestFault("FORBIDDEN");
  if (scope !== undefined && !actor.scopes.has(scope)) {
    throw new ServerError(
      "SCOPE_MISSING",
      {
        cy: `Nid oes gan yr allwedd y cwmpas ${scope}. Gofynnwch am allwedd sydd â'r cwmpas hwnnw.`,
        en: `The key lacks the scope ${scope}. Ask for a key that has it.`,
      },
      { extensions: { scope } },
    );
  }
}
