import { allMet, type Met, metBy } from "./evidence.ts";
import { isSportByName } from "./activity-names.ts";
import { KITCHENS, ROOMS_FOR_GAMES, SPORTS_FACILITIES } from "./rule-pack.ts";
import type { AgreementFacts, VatFacts, VatSession } from "./vat-facts.ts";

/** Whether people take part in sport: as told, or else by the name of the activity. */
export function isSport({ agreement, activity }: Pick<VatFacts, "agreement" | "activity">): Met {
  return metBy(agreement.isSport ?? isSportByName(activity));
}

/** Whether what is supplied is sport: facilities or a room with equipment, and people who use them for sport. */
export function suppliesSport(facts: VatFacts): Met {
  const { agreement, sessions } = facts;
  const sport = isSport(facts);
  const places = sessions.map(({ spaceKind }) =>
    isFacilityOr(agreement.hasSportsEquipment, spaceKind, sport),
  );
  return allMet([{ met: agree(places) }, { met: sport }]);
}

/** Whether there is a sports facility among what is let, which is never a bare room. */
export function hasSportsFacility({ sessions }: Pick<VatFacts, "sessions">): boolean {
  return sessions.some(({ spaceKind }) => spaceKind && SPORTS_FACILITIES.has(spaceKind));
}

/** A general-purpose room, without sports equipment, is land even if sport is played in it. */
export function isBareRoom(facts: VatFacts): Met {
  const { agreement, sessions } = facts;
  const sport = isSport(facts);
  return agree(sessions.map(({ spaceKind }) => isBare(spaceKind, agreement, sport)));
}

/** Whether the supplier itself made the places ready for sport: facilities are, rooms if it set them up before. */
export function isSetUpForSport(facts: VatFacts): Met {
  const { agreement, sessions } = facts;
  const sport = isSport(facts);
  return agree(
    sessions.map(({ spaceKind }) => isFacilityOr(agreement.isSetUpForSport, spaceKind, sport)),
  );
}

type Kind = VatSession["spaceKind"];

/** A facility for sport: by its kind, or a room by what is told of it. */
function isFacilityOr(isRoomMadeOne: boolean | undefined, kind: Kind, sport: Met): Met {
  if (kind === undefined) return "unknown";
  if (SPORTS_FACILITIES.has(kind)) return "yes";
  if (KITCHENS.has(kind)) return "no";
  // Nobody asks a choir about nets in its music room; of sport, and of halls, it has to be told.
  const fallback = sport === "yes" || ROOMS_FOR_GAMES.has(kind) ? undefined : false;
  return metBy(isRoomMadeOne ?? fallback);
}

function isBare(kind: Kind, { hasSportsEquipment }: AgreementFacts, sport: Met): Met {
  if (kind === undefined) return "unknown";
  if (SPORTS_FACILITIES.has(kind) || KITCHENS.has(kind)) return "no";
  const equipped = isFacilityOr(hasSportsEquipment, kind, sport);
  // Equipment matters to those alone who play.
  if (equipped === "no" || sport === "no") return "yes";
  return equipped === "yes" && sport === "yes" ? "no" : "unknown";
}

/** What all sessions say; unknown where they differ, since parts of a booking may then fall differently. */
function agree(sessions: readonly Met[]): Met {
  const [first = "unknown"] = sessions;
  return sessions.every((met) => met === first) ? first : "unknown";
}
