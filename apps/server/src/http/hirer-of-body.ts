import type { Bilingual } from "@neuadd/core";
import type { Actor } from "../keys/actor.ts";
import type { Services } from "../services.ts";
import { seesHirer } from "./guard.ts";
import { bodyFault } from "./request-fault.ts";

/**
 * The hirer that a request is for: a hirer's key is always for itself, other keys name one that they may see. Undefined
 * when such a key names none. Throws BODY_INVALID: a hirer that is not known to the caller is told from one that does
 * not exist by nothing.
 */
export async function hirerOfBody(
  services: Services,
  actor: Actor,
  named: string | undefined,
): Promise<string | undefined> {
  if (actor.kind === "hirer") {
    if (named !== undefined && named !== actor.owner) throw bodyFault("#/hirer", NOT_YOURS);
    return actor.owner;
  }
  if (named !== undefined && !(await seesHirer(services, actor, named))) {
    throw bodyFault("#/hirer", UNKNOWN);
  }
  return named;
}

const NOT_YOURS: Bilingual = {
  cy: "Dim ond ar ei gyfer ei hun y gall allwedd llogwr ofyn; gadewch y maes hwn allan.",
  en: "A hirer's key can only ask for itself; leave this field out.",
};

const UNKNOWN: Bilingual = {
  cy: "Nid yw'r ysgol yn adnabod llogwr o'r fath.",
  en: "The school knows no such hirer.",
};
