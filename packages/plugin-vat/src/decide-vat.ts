import type { Bilingual } from "@neuadd/core";
import { allMet, type Evidence, type Met, metBy } from "./evidence.ts";
import {
  KITCHENS,
  ROOMS_FOR_GAMES,
  RULE_PACK,
  RULE_SOURCES,
  SPORTS_FACILITIES,
} from "./rule-pack.ts";
import { longestLetMinutes } from "./series-gaps.ts";
import { seriesOfLets } from "./series-of-lets.ts";
import { settleEvidence } from "./supply-evidence.ts";
import type { VatFacts } from "./vat-facts.ts";

export const VAT_ANSWERS = ["exempt", "standardRated", "outsideScope", "review"] as const;
/** How VAT falls. `review`: the facts or the rules don't decide it, and somebody must. */
export type VatAnswer = (typeof VAT_ANSWERS)[number];

/** The rule that gave the answer, or that could have if more were known. */
export const VAT_GROUNDS = [
  "sportNonBusiness",
  "withinCouncil",
  "optionToTax",
  "bareRoom",
  "longLet",
  "seriesOfLets",
  "eligibleBody",
  "standardRate",
  "noSessions",
] as const;
export type VatGround = (typeof VAT_GROUNDS)[number];

/** A decision with everything that it rests on. It informs: the school decides, and its decision is recorded. */
export interface VatAssessment {
  readonly answer: VatAnswer;
  readonly ground: VatGround;
  readonly reason: Bilingual;
  /** What was looked at, in the order of the rules; for a series of lets all eight conditions. */
  readonly evidence: readonly Evidence[];
  /** Version of the rules. */
  readonly rulePack: string;
  readonly sources: readonly string[];
}

/**
 * Decides how VAT falls on a booking, in the order of the rules: who supplies; sport of a council outside the
 * scope; lets inside one council; an option to tax; a bare room; a long let; a series of lets; an eligible
 * body; the standard rate. The first rule whose conditions are all met decides. A rule that could
 * apply, if only a fact were known, makes the answer `review`, since the later ones stand only once it is ruled out.
 * Pure: the same facts give the same answer.
 */
export function decideVat(facts: VatFacts): VatAssessment {
  if (facts.sessions.length === 0) return answer("review", "noSessions", []);
  const evidence: Evidence[] = [];
  for (const { ground, gives, look } of RULES) {
    const found = look(facts);
    evidence.push(...found);
    const met = allMet(found);
    if (met === "yes") return answer(gives, ground, evidence);
    if (met === "unknown")
      return answer("review", ground, [...evidence, ...seriesUnless(evidence)]);
  }
  return answer("standardRated", "standardRate", evidence);

  /** The conditions of a series are of use to whoever reviews, also when the rules have not come to them. */
  function seriesUnless(looked: readonly Evidence[]): Evidence[] {
    const isSport = facts.sessions.some(({ spaceKind }) => SPORTS_FACILITIES.has(spaceKind));
    const isThere = looked.some(({ condition }) => condition === "TEN_SESSIONS");
    return isSport && !isThere ? seriesOfLets(facts) : [];
  }
}

interface Rule {
  readonly ground: VatGround;
  readonly gives: VatAnswer;
  readonly look: (facts: VatFacts) => readonly Evidence[];
}

const RULES: readonly Rule[] = [
  {
    ground: "withinCouncil",
    gives: "outsideScope",
    look: (facts) => [settleEvidence("WITHIN_COUNCIL", withinCouncil(facts))],
  },
  {
    ground: "sportNonBusiness",
    gives: "outsideScope",
    look: (facts) => [settleEvidence("SPORT_NON_BUSINESS", sportNonBusiness(facts))],
  },
  {
    ground: "optionToTax",
    gives: "standardRated",
    look: ({ supplier }) => [settleEvidence("OPTED_TO_TAX", metBy(supplier.isOptedToTax))],
  },
  {
    ground: "bareRoom",
    gives: "exempt",
    look: (facts) => [settleEvidence("BARE_ROOM", bareRoom(facts))],
  },
  {
    ground: "longLet",
    gives: "exempt",
    look: ({ sessions, agreement }) => {
      const minutes = longestLetMinutes(sessions);
      const isLong = minutes > RULE_PACK.longLetMinutes;
      const met = isLong ? metBy(agreement.hasExclusiveUse) : "no";
      return [settleEvidence("LONG_LET", met, { longestMinutes: minutes })];
    },
  },
  {
    ground: "seriesOfLets",
    gives: "exempt",
    look: (facts) => seriesOfLets(facts),
  },
  {
    ground: "eligibleBody",
    gives: "exempt",
    look: ({ supplier, agreement }) => {
      const serves = agreement.servesIndividualsInSport === true;
      return [settleEvidence("ELIGIBLE_BODY", serves ? metBy(supplier.isEligibleBody) : "no")];
    },
  },
];

/** Schools and public bodies may be a part of the council that lets: for them it has to be told. */
function withinCouncil({ supplier, agreement, hirerCategory }: VatFacts): Met {
  const isPublic = hirerCategory === "school" || hirerCategory === "statutoryPartner";
  const { isWithinCouncil = isPublic ? undefined : false } = agreement;
  return allMet([{ met: metBy(isWithinCouncil) }, { met: isCouncil(supplier.supplier) }]);
}

function isCouncil(supplier: VatFacts["supplier"]["supplier"]): Met {
  return supplier === undefined ? "unknown" : metBy(supplier === "council");
}

/** A council's sport, where the let could have been exempt: to a business only if individuals then take part. A room counts only if it is a sports facility, or the council set it up for sport. */
function sportNonBusiness({ supplier, agreement, sessions, hirerCategory }: VatFacts): Met {
  const isFacility = sessions.every(({ spaceKind }) => SPORTS_FACILITIES.has(spaceKind));
  if (!isFacility && agreement.isSetUpForSport !== true) return "no";
  const council = isCouncil(supplier.supplier);
  if (council !== "yes") return council;
  const isBusiness = hirerCategory === "commercial";
  const serves = isBusiness ? metBy(agreement.servesIndividualsInSport) : "yes";
  return allMet([{ met: metBy(supplier.treatsSportAsNonBusiness) }, { met: serves }]);
}

/** A general-purpose room, without sports equipment, is land even if sport is played in it. */
function bareRoom({ agreement: { hasSportsEquipment }, sessions }: VatFacts): Met {
  const kinds = sessions.map(({ spaceKind }) => spaceKind);
  if (kinds.some((kind) => SPORTS_FACILITIES.has(kind) || KITCHENS.has(kind))) return "no";
  if (hasSportsEquipment !== undefined) return hasSportsEquipment ? "no" : "yes";
  return kinds.some((kind) => ROOMS_FOR_GAMES.has(kind)) ? "unknown" : "yes";
}

function answer(given: VatAnswer, ground: VatGround, evidence: readonly Evidence[]): VatAssessment {
  return {
    answer: given,
    ground,
    reason: given === "review" ? REVIEW_REASONS[ground] : REASONS[ground],
    evidence,
    rulePack: RULE_PACK.version,
    sources: RULE_SOURCES,
  };
}

const REASONS: Readonly<Record<VatGround, Bilingual>> = {
  withinCouncil: {
    cy: "Gosodir o fewn yr un cyngor: y tu allan i gwmpas TAW.",
    en: "Let within one council: outside the scope of VAT.",
  },
  sportNonBusiness: {
    cy: "Chwaraeon gan gyngor sy'n eu trin yn weithgarwch anfusnes: y tu allan i gwmpas TAW.",
    en: "Sport supplied by a council that treats it as non-business: outside the scope of VAT.",
  },
  optionToTax: {
    cy: "Mae dewis i drethu mewn grym ar y safle: ar y gyfradd safonol.",
    en: "An option to tax is in force on the premises: standard-rated.",
  },
  bareRoom: {
    cy: "Ystafell at ddibenion cyffredinol heb offer chwaraeon: wedi'i heithrio.",
    en: "A general-purpose room without sports equipment: exempt.",
  },
  longLet: {
    cy: "Un cyfnod gosod di-dor o fwy na 24 awr: wedi'i eithrio.",
    en: "One continuous let of more than 24 hours: exempt.",
  },
  seriesOfLets: {
    cy: "Cyfres o osodiadau sy'n bodloni pob un o'r wyth amod: wedi'i heithrio.",
    en: "A series of lets that meets all eight conditions: exempt.",
  },
  eligibleBody: {
    cy: "Corff cymwys dielw yn cyflenwi unigolion sy'n gwneud chwaraeon: wedi'i eithrio.",
    en: "A non-profit eligible body that supplies individuals who take part in sport: exempt.",
  },
  standardRate: {
    cy: "Nid oes eithriad sy'n gymwys: ar y gyfradd safonol.",
    en: "No exemption applies: standard-rated.",
  },
  noSessions: { cy: "Nid oes sesiynau.", en: "There are no sessions." },
};

const REVIEW_REASONS: Readonly<Record<VatGround, Bilingual>> = {
  ...REASONS,
  withinCouncil: {
    cy: "Ni ddywedwyd eto pwy sy'n cyflenwi, neu ai rhan o'r un cyngor yw'r llogwr: gofynnwch i'r awdurdod lleol.",
    en: "Who supplies, or whether the hirer is a part of the same council, has not been told yet: ask the local authority.",
  },
  bareRoom: {
    cy: "Ni ddywedwyd eto a ddaw offer chwaraeon gyda'r ystafell.",
    en: "Whether sports equipment comes with the room has not been told yet.",
  },
  sportNonBusiness: {
    cy: "Ni chadarnhawyd eto pwy sy'n cyflenwi, neu sut mae'r cyngor yn trin chwaraeon.",
    en: "Who supplies, or how the council treats sport, has not been confirmed yet.",
  },
  optionToTax: {
    cy: "Ni ddywedwyd eto a oes dewis i drethu mewn grym.",
    en: "Whether an option to tax is in force has not been told yet.",
  },
  longLet: {
    cy: "Mwy na 24 awr yn ddi-dor, ond ni ddywedwyd a yw'r defnydd yn unigryw.",
    en: "More than 24 hours without a break, but whether the use is exclusive has not been told.",
  },
  seriesOfLets: {
    cy: "Gallai fod yn gyfres o osodiadau wedi'i heithrio: edrychwch ar yr amodau sy'n agored.",
    en: "It could be an exempt series of lets: look at the conditions that are open.",
  },
  eligibleBody: {
    cy: "Ni ddywedwyd eto a yw'r cyflenwr yn gorff cymwys dielw.",
    en: "Whether the supplier is a non-profit eligible body has not been told yet.",
  },
};
