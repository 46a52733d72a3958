import type { Bilingual } from "@neuadd/core";
import type { ConditionCode, Evidence, Met } from "./evidence.ts";

type SupplyCode =
  | "SPORT_NON_BUSINESS"
  | "WITHIN_COUNCIL"
  | "OPTED_TO_TAX"
  | "BARE_ROOM"
  | "OTHER_USE"
  | "LONG_LET"
  | "SPORT_SUPPLIED"
  | "ELIGIBLE_BODY";

/** Evidence for a condition on the supply as a whole, with its sentence. */
export function settleEvidence(
  condition: SupplyCode & ConditionCode,
  met: Met,
  facts: Readonly<Record<string, unknown>> = {},
): Evidence {
  return { condition, met, reason: SENTENCES[condition][met], facts };
}

const SENTENCES: Readonly<Record<SupplyCode, Readonly<Record<Met, Bilingual>>>> = {
  WITHIN_COUNCIL: {
    yes: { cy: "Rhan o'r un cyngor yw'r llogwr.", en: "The hirer is a part of the same council." },
    no: {
      cy: "Nid rhan o gyngor sy'n cyflenwi yw'r llogwr.",
      en: "The hirer is no part of a council that supplies.",
    },
    unknown: {
      cy: "Ni ddywedwyd eto ai rhan o'r cyngor sy'n cyflenwi yw'r llogwr, neu pwy sy'n cyflenwi.",
      en: "Whether the hirer is a part of the council that supplies, or who supplies, has not been told yet.",
    },
  },
  SPORT_NON_BUSINESS: {
    yes: {
      cy: "Cyngor sy'n cyflenwi chwaraeon, ac yn eu trin yn anfusnes.",
      en: "A council supplies sport, and treats it as non-business.",
    },
    no: {
      cy: "Nid chwaraeon gan gyngor sy'n eu trin yn anfusnes.",
      en: "No sport of a council that treats it as non-business.",
    },
    unknown: {
      cy: "Ni ddywedwyd eto pwy sy'n cyflenwi, sut mae'n trin chwaraeon, ai chwaraeon yw, a drefnwyd yr ystafell ar eu cyfer, neu ai unigolion sy'n cymryd rhan.",
      en: "Who supplies, how sport is treated, whether it is sport, whether the room was set up for it, or whether individuals take part, has not been told yet.",
    },
  },
  // Met means here that the option is in force, since it is what decides.
  OPTED_TO_TAX: {
    yes: { cy: "Mae dewis i drethu mewn grym.", en: "An option to tax is in force." },
    no: { cy: "Nid oes dewis i drethu mewn grym.", en: "No option to tax is in force." },
    unknown: {
      cy: "Ni ddywedwyd eto a oes dewis i drethu.",
      en: "Whether there is an option to tax has not been told yet.",
    },
  },
  BARE_ROOM: {
    yes: {
      cy: "Ystafelloedd cyffredinol yn unig, heb offer chwaraeon.",
      en: "General-purpose rooms only, without sports equipment.",
    },
    no: {
      cy: "Cyfleuster chwaraeon neu gegin, neu daw offer chwaraeon gyda'r ystafell.",
      en: "A sports facility or a kitchen, or sports equipment comes with the room.",
    },
    unknown: {
      cy: "Ni ddywedwyd eto a ddaw offer chwaraeon gyda'r ystafell ar gyfer chwaraeon, neu nid yw'r sesiynau i gyd yn yr un math o le.",
      en: "Whether sports equipment comes with the room, for sport, has not been told yet, or the sessions are not all in one kind of place.",
    },
  },
  OTHER_USE: {
    yes: {
      cy: "Cyfleuster chwaraeon, ond nid ar gyfer chwaraeon.",
      en: "A sports facility, but not for sport.",
    },
    no: {
      cy: "Nid cyfleuster chwaraeon at ddiben arall.",
      en: "No sports facility that is used for something else.",
    },
    unknown: {
      cy: "Ni ddywedwyd eto a yw'r gweithgaredd yn chwaraeon, ac nid yw ei enw'n dweud.",
      en: "Whether the activity is sport has not been told yet, and its name does not tell.",
    },
  },
  LONG_LET: {
    yes: {
      cy: "Mwy na 24 awr yn ddi-dor yn yr un cyfleuster, i'r llogwr yn unig.",
      en: "More than 24 hours without a break in one facility, for the hirer alone.",
    },
    no: {
      cy: "Nid chwaraeon am fwy na 24 awr yn ddi-dor yn yr un lle, i'r llogwr yn unig.",
      en: "Not sport for more than 24 hours without a break in one place, for the hirer alone.",
    },
    unknown: {
      cy: "Mwy na 24 awr yn ddi-dor; ond nid dyna'r archeb gyfan, neu ni ddywedwyd ai i'r llogwr yn unig.",
      en: "More than 24 hours without a break; but that is not the whole booking, or whether for the hirer alone has not been told.",
    },
  },
  SPORT_SUPPLIED: {
    yes: {
      cy: "Cyfleusterau chwaraeon, neu ystafelloedd ag offer, ar gyfer chwaraeon.",
      en: "Sports facilities, or rooms with equipment, for sport.",
    },
    no: {
      cy: "Nid cyfleusterau chwaraeon nac ystafelloedd ag offer, neu nid ar gyfer chwaraeon.",
      en: "No sports facilities or rooms with equipment, or not for sport.",
    },
    unknown: {
      cy: "Nid yw'n hysbys mai cyfleusterau chwaraeon ar gyfer chwaraeon yw pob sesiwn.",
      en: "Not every session is known to be in facilities for sport, and for sport.",
    },
  },
  ELIGIBLE_BODY: {
    yes: {
      cy: "Corff cymwys dielw sy'n cyflenwi unigolion sy'n gwneud chwaraeon.",
      en: "A non-profit eligible body supplies individuals who take part in sport.",
    },
    no: {
      cy: "Nid corff cymwys dielw sy'n cyflenwi unigolion mewn chwaraeon.",
      en: "No supply of a non-profit eligible body to individuals in sport.",
    },
    unknown: {
      cy: "Ni ddywedwyd eto a yw'r cyflenwr yn gorff cymwys dielw, neu ai unigolion mewn chwaraeon y mae'n eu cyflenwi.",
      en: "Whether the supplier is a non-profit eligible body, or whether it supplies individuals in sport, has not been told yet.",
    },
  },
};
