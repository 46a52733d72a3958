import { type Bilingual, sayShortDate } from "@neuadd/core";
import { type Evidence, metBy, type Met } from "./evidence.ts";
import { mayNameSeveral } from "./activity-names.ts";
import { paidAsWhole } from "./paid-as-whole.ts";
import { RULE_PACK } from "./rule-pack.ts";
import { measureGaps } from "./series-gaps.ts";
import type { VatFacts } from "./vat-facts.ts";

/**
 * The eight conditions of a series of lets (VATA 1994 Sch 9 Group 1 Note 16), each with its evidence. All
 * must be met. Closures count for nothing: the gaps are those between the real dates. Where the two ways
 * of measuring an interval differ, the condition is unknown, and somebody must look at it.
 */
export function seriesOfLets(facts: VatFacts): Evidence[] {
  return [
    tenSessions(facts),
    sameActivity(facts),
    samePlace(facts),
    ...intervals(facts),
    paidAsWhole(facts),
    qualifyingHirer(facts),
    exclusiveUse(facts),
  ];
}

function tenSessions({ sessions }: VatFacts): Evidence {
  const { fewestSessions } = RULE_PACK;
  const count = sessions.length;
  return {
    condition: "TEN_SESSIONS",
    met: metBy(count >= fewestSessions),
    reason: {
      cy: `${sayCount(count).cy}; rhaid wrth ${fewestSessions} o leiaf.`,
      en: `${sayCount(count).en}; there must be at least ${fewestSessions}.`,
    },
    facts: { sessions: count, fewest: fewestSessions },
  };
}

/** How many sessions, in words. A Welsh noun stays singular after a number. */
export function sayCount(count: number): Bilingual {
  return {
    cy: `${count} sesiwn`,
    en: count === 1 ? "1 session" : `${count} sessions`,
  };
}

function sameActivity({ activity, agreement: { isOneActivity } }: VatFacts): Evidence {
  const isOpen = activity === "" || mayNameSeveral(activity);
  const met = metBy(isOneActivity ?? (isOpen ? undefined : true));
  const reasons: Readonly<Record<Met, Bilingual>> = {
    yes: { cy: `Un gweithgaredd: ${activity}.`, en: `One activity: ${activity}.` },
    no: {
      cy: `Mwy nag un gweithgaredd: ${activity}.`,
      en: `More than one activity: ${activity}.`,
    },
    unknown: {
      cy: "Ni ddywedwyd ai un gweithgaredd ydyw drwyddi draw, ac nid yw ei enw'n dweud.",
      en: "Whether it is one activity throughout has not been told, and its name does not tell.",
    },
  };
  return {
    condition: "SAME_ACTIVITY",
    met,
    reason: reasons[met],
    facts: { activity, isOneActivity },
  };
}

function samePlace({ sessions }: VatFacts): Evidence {
  const known = sessions.flatMap(({ premises: one }) => one ?? []);
  const premises = [...new Set(known)].toSorted();
  const isKnown = known.length === sessions.length;
  const met = metBy(isKnown ? premises.length <= 1 : undefined);
  const reasons: Readonly<Record<Met, Bilingual>> = {
    yes: { cy: "Ar yr un safle bob tro.", en: "On the same premises every time." },
    no: { cy: "Ar fwy nag un safle.", en: "On more than one site." },
    unknown: {
      cy: "Nid yw'n hysbys mwyach ble'r oedd un o'r mannau.",
      en: "Where one of the spaces was is not known any more.",
    },
  };
  return { condition: "SAME_PLACE", met, reason: reasons[met], facts: { premises } };
}

function intervals({ sessions }: VatFacts): Evidence[] {
  const { startToStart, endToStart, failing } = measureGaps(sessions);
  const met: Met = startToStart === endToStart ? startToStart : "unknown";
  const [worst] = failing;
  const facts = {
    startToStart,
    endToStart,
    failing,
  };
  const between = (language: "cy" | "en") =>
    worst === undefined
      ? ""
      : `${sayShortDate(worst.from, language)} – ${sayShortDate(worst.to, language)}`;
  const reasons: Readonly<Record<Met, Bilingual>> = {
    yes: {
      cy: "O leiaf un diwrnod, ac nid mwy na 14, rhwng pob sesiwn a'r nesaf.",
      en: "At least one day, and not more than 14, between each session and the next.",
    },
    no: {
      cy: `Llai nag un diwrnod neu fwy na 14 rhwng sesiynau: ${between("cy")}.`,
      en: `Less than one day or more than 14 between sessions: ${between("en")}.`,
    },
    unknown: {
      cy: `O ddechrau i ddechrau mae'r bwlch yn ddigon, o ddiwedd i ddechrau nid yw (neu fel arall): ${between("cy")}. Mae'r awdurdodau'n anghytuno.`,
      en: `The gap passes from start to start and fails from end to start, or the other way round: ${between("en")}. The authorities differ.`,
    },
  };
  return [
    { condition: "INTERVALS", met, reason: reasons[met], facts },
    {
      condition: "NO_CLOSURE_EXCEPTION",
      met,
      reason: {
        cy: "Mesurwyd y dyddiadau go iawn, gan gynnwys gwyliau a dyddiau ar gau: nid oes eithriad i'r rheini.",
        en: "The real dates were measured, holidays and closures included: there is no exception for them.",
      },
      facts: {},
    },
  ];
}

function qualifyingHirer({ hirerCategory, agreement }: VatFacts): Evidence {
  const { isQualifyingHirer } = agreement;
  const never = hirerCategory === "individual" || hirerCategory === "commercial";
  const met = never ? "no" : metBy(isQualifyingHirer);
  const reasons: Readonly<Record<Met, Bilingual>> = {
    yes: {
      cy: "Mae tystiolaeth fod y llogwr yn ysgol, yn glwb, yn gymdeithas neu'n gorff i glybiau.",
      en: "There is evidence that the hirer is a school, a club, an association or a body for clubs.",
    },
    no: {
      cy: "Nid yw'r llogwr yn ysgol, yn glwb, yn gymdeithas nac yn gorff i glybiau.",
      en: "The hirer is no school, club, association or body for clubs.",
    },
    unknown: {
      cy: "Nid oes tystiolaeth eto fod y llogwr yn ysgol, yn glwb neu'n gymdeithas.",
      en: "There is no evidence yet that the hirer is a school, a club or an association.",
    },
  };
  return {
    condition: "QUALIFYING_HIRER",
    met,
    reason: reasons[met],
    facts: { hirerCategory, isQualifyingHirer },
  };
}

function exclusiveUse({ agreement: { hasExclusiveUse } }: VatFacts): Evidence {
  const met = metBy(hasExclusiveUse);
  const reasons: Readonly<Record<Met, Bilingual>> = {
    yes: {
      cy: "Gan y llogwr yn unig y mae'r cyfleuster yn ystod y sesiwn.",
      en: "The hirer alone has the facility during the session.",
    },
    no: {
      cy: "Rhennir y cyfleuster yn ystod y sesiwn.",
      en: "The facility is shared during the session.",
    },
    unknown: {
      cy: "Ni ddywedwyd eto a yw'r defnydd yn unigryw.",
      en: "Whether the use is exclusive has not been told yet.",
    },
  };
  return { condition: "EXCLUSIVE_USE", met, reason: reasons[met], facts: { hasExclusiveUse } };
}
