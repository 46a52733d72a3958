import type { Bilingual } from "@neuadd/core";
import type { VatGround } from "./vat-answer.ts";

/** Why an answer was given, by the rule that gave it. */
export const REASONS: Readonly<Record<VatGround, Bilingual>> = {
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
  otherUse: {
    cy: "Cyfleuster chwaraeon a osodir at ddiben arall.",
    en: "A sports facility that is let for something else.",
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

/** What has to be found out before the rule can be applied or passed over. */
export const REVIEW_REASONS: Readonly<Record<VatGround, Bilingual>> = {
  ...REASONS,
  withinCouncil: {
    cy: "Ni ddywedwyd eto pwy sy'n cyflenwi, neu ai rhan o'r un cyngor yw'r llogwr: gofynnwch i'r awdurdod lleol.",
    en: "Who supplies, or whether the hirer is a part of the same council, has not been told yet: ask the local authority.",
  },
  bareRoom: {
    cy: "Ni ddywedwyd eto a ddaw offer chwaraeon gyda'r ystafell ar gyfer chwaraeon, neu dim ond rhai o'r sesiynau sydd mewn ystafelloedd cyffredinol.",
    en: "Whether sports equipment comes with the room, for sport, has not been told yet, or only some of the sessions are in general-purpose rooms.",
  },
  sportNonBusiness: {
    cy: "Ni chadarnhawyd eto a yw'n chwaraeon gan gyngor sy'n eu trin yn weithgarwch anfusnes: edrychwch beth sydd heb ei ddweud.",
    en: "Whether it is sport of a council that treats it as non-business has not been confirmed yet: look at what has not been told.",
  },
  otherUse: {
    cy: "Gosodir cyfleuster chwaraeon, ac nid yw'n hysbys mai ar gyfer chwaraeon: nid yw'r rheolau hyn yn penderfynu defnydd arall.",
    en: "A sports facility is let, and it is not known to be for sport: these rules don't settle another use.",
  },
  optionToTax: {
    cy: "Ni ddywedwyd eto a oes dewis i drethu mewn grym.",
    en: "Whether an option to tax is in force has not been told yet.",
  },
  longLet: {
    cy: "Mwy na 24 awr yn ddi-dor, ond nid dyna'r archeb gyfan, neu ni ddywedwyd a yw'r defnydd yn unigryw.",
    en: "More than 24 hours without a break, but that is not the whole booking, or whether the use is exclusive has not been told.",
  },
  seriesOfLets: {
    cy: "Gallai fod yn gyfres o osodiadau wedi'i heithrio: edrychwch ar yr amodau sy'n agored.",
    en: "It could be an exempt series of lets: look at the conditions that are open.",
  },
  eligibleBody: {
    cy: "Ni ddywedwyd eto a yw'r cyflenwr yn gorff cymwys dielw, neu a yw'n cyflenwi unigolion sy'n gwneud chwaraeon.",
    en: "Whether the supplier is a non-profit eligible body, or whether it supplies individuals who take part in sport, has not been told yet.",
  },
};
