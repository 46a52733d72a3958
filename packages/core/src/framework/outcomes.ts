import type { FrameworkEntry } from "./framework-entry.ts";
import { guidanceSummary } from "./framework-sources.ts";

export const OUTCOME_IDS = [
  "attainment",
  "attendance",
  "behaviour",
  "aspirations",
  "familyLives",
  "thrivingCommunity",
] as const;
export type OutcomeId = (typeof OUTCOME_IDS)[number];

export const OUTCOME_BENEFICIARIES = ["learners", "families", "community"] as const;
export type OutcomeBeneficiary = (typeof OUTCOME_BENEFICIARIES)[number];

/** What changes where the approach is well developed, and for whom. */
export interface FrameworkOutcome extends FrameworkEntry<OutcomeId> {
  readonly beneficiary: OutcomeBeneficiary;
}

/** The four outcomes for learners, then the two wider ones. */
export const outcomes: readonly FrameworkOutcome[] = [
  {
    id: "attainment",
    beneficiary: "learners",
    name: { cy: "Cyrhaeddiad", en: "Attainment" },
    description: {
      cy: "Mae dysgwyr yn cyrraedd safonau uwch, beth bynnag eu cefndir.",
      en: "Learners reach higher standards, whatever their background.",
    },
    source: guidanceSummary,
    reviewed: { name: false, description: false },
  },
  {
    id: "attendance",
    beneficiary: "learners",
    name: { cy: "Presenoldeb", en: "Attendance" },
    description: {
      cy: "Mae dysgwyr yn yr ysgol yn amlach.",
      en: "Learners are in school more of the time.",
    },
    source: guidanceSummary,
    reviewed: { name: false, description: false },
  },
  {
    id: "behaviour",
    beneficiary: "learners",
    name: { cy: "Ymddygiad", en: "Behaviour" },
    description: {
      cy: "Mae dysgwyr yn ymddwyn yn well, yn yr ysgol ac o'i chwmpas.",
      en: "Learners conduct themselves better, in school and around it.",
    },
    source: guidanceSummary,
    reviewed: { name: false, description: false },
  },
  {
    id: "aspirations",
    beneficiary: "learners",
    name: { cy: "Dyheadau", en: "Aspirations" },
    description: {
      cy: "Mae dysgwyr yn anelu at fwy yn eu hastudiaethau, eu gwaith a'u bywydau.",
      en: "Learners aim for more in their studies, their work and their lives.",
    },
    source: guidanceSummary,
    reviewed: { name: false, description: false },
  },
  {
    id: "familyLives",
    beneficiary: "families",
    name: { cy: "Bywydau teuluoedd", en: "Lives of families" },
    description: {
      cy: "Mae bywydau aelodau'r teulu yn gwella ynghyd â bywydau'r plant.",
      en: "The lives of the family's members improve along with those of the children.",
    },
    source: guidanceSummary,
    reviewed: { name: false, description: false },
  },
  {
    id: "thrivingCommunity",
    beneficiary: "community",
    name: { cy: "Cymuned ffyniannus", en: "A thriving community" },
    description: {
      cy: "Mae'r bobl o amgylch yr ysgol yn ffynnu, â llais yn yr hyn sy'n effeithio arnynt, ac mewn cysylltiad â'i gilydd.",
      en: "The people around the school do well, have a say in what concerns them and are in touch with one another.",
    },
    source: guidanceSummary,
    reviewed: { name: false, description: false },
  },
];
