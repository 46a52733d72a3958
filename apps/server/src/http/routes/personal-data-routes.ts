import { hirerSubject } from "../../hirers/data-subject.ts";
import { eraseHirer } from "../../hirers/erase-hirer.ts";
import { exportHirer } from "../../hirers/export-hirer.ts";
import { keptRecords } from "../../plugins/kept-records.ts";
import type { PersonalKeepers } from "../../plugins/personal-keepers.ts";
import { ServerError } from "../../server-error.ts";
import { addOperation, type Api } from "../add-operation.ts";
import { HirerParams } from "../query-schemas.ts";
import { respondJson } from "../respond.ts";
import {
  WireErasure,
  wireErasure,
  WireHirerExport,
  wireHirerExport,
} from "../wire/wire-held-data.ts";

/** What is held of a hirer, at all schools and by plugins too: given out to itself, and erased by the operator. */
export function addPersonalDataRoutes(api: Api, keepers: PersonalKeepers): void {
  addOperation(
    api,
    {
      id: "exportHirer",
      method: "get",
      path: "/v1/hirers/{hirer}/export",
      tag: "hirers",
      inputs: { params: HirerParams },
      answers: { 200: { description: "All that is held of it.", schema: WireHirerExport } },
    },
    async ({ context, services, subject: { hirer } }) => {
      const held = await exportHirer(services, hirer.id, keepers);
      return respondJson(context, 200, wireHirerExport(held), { "cache-control": "no-store" });
    },
  );

  addOperation(
    api,
    {
      id: "eraseHirer",
      method: "post",
      path: "/v1/hirers/{hirer}/erase",
      tag: "hirers",
      inputs: { params: HirerParams },
      answers: { 200: { description: "It is erased.", schema: WireErasure } },
      problems: ["TRANSITION_REFUSED"],
    },
    async ({ context, services, exchange, subject: { actor, hirer } }) => {
      const asked = { actor: `key:${actor.keyId}`, cause: "request", keepers } as const;
      const erasure = await eraseHirer(services, hirer.id, asked);
      if (!erasure.isErased) throw stillBooked(erasure.live);
      const kept = await keptRecords(keepers, await hirerSubject(services, hirer.id));
      return respondJson(context, 200, wireErasure(erasure, kept, exchange));
    },
  );
}

function stillBooked(live: readonly object[]): ServerError {
  return new ServerError(
    "TRANSITION_REFUSED",
    {
      cy: "Mae gan y llogwr archebion sydd i ddod, ac mae eu hangen at y contract. Tynnwch hwy'n ôl neu canslwch hwy'n gyntaf.",
      en: "The hirer has bookings to come, and they are needed for the contract. Withdraw or cancel them first.",
    },
    { extensions: { live } },
  );
}
