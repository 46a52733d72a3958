import type { FrameworkEntry } from "./framework-entry.ts";
import { guidanceSummary } from "./framework-sources.ts";

/** Ids of the four enablers, in the order in which the guidance gives them. */
export const ENABLER_IDS = [
  "collectiveVision",
  "collaborativeLeadership",
  "trustingRelationships",
  "connectedLearning",
] as const;
export type EnablerId = (typeof ENABLER_IDS)[number];

/** What carries progress from one element to the next: see `connections`. */
export type FrameworkEnabler = FrameworkEntry<EnablerId>;

/** The four enablers. The guidance names them; what each means is said here in Neuadd's words. */
export const enablers: readonly FrameworkEnabler[] = [
  {
    id: "collectiveVision",
    name: { cy: "Gweledigaeth ar y cyd", en: "Collective vision" },
    description: {
      cy: "Mae'r ysgol, y teuluoedd, y gymuned a'r gwasanaethau am gael yr un pethau i blant, ac wedi cytuno arnynt gyda'i gilydd.",
      en: "School, families, community and services want the same things for children, and have agreed them together.",
    },
    source: guidanceSummary,
    reviewed: { name: false, description: false },
  },
  {
    id: "collaborativeLeadership",
    name: { cy: "Arweinyddiaeth gydweithredol", en: "Collaborative leadership" },
    description: {
      cy: "Mae'r rhai sy'n arwain yn rhannu llais a phenderfyniadau â phawb sydd â rhan yn yr ysgol.",
      en: "Those who lead share voice and decisions with everyone who has a stake in the school.",
    },
    source: guidanceSummary,
    reviewed: { name: false, description: false },
  },
  {
    id: "trustingRelationships",
    name: { cy: "Perthnasoedd ymddiriedus", en: "Trusting relationships" },
    description: {
      cy: "Mae pobl yn adnabod ei gilydd yn ddigon da i fod yn onest, i ofyn am help ac i'w gynnig.",
      en: "People know one another well enough to be honest, to ask for help and to offer it.",
    },
    source: guidanceSummary,
    reviewed: { name: false, description: false },
  },
  {
    id: "connectedLearning",
    name: { cy: "Dysgu cysylltiedig", en: "Connected learning" },
    description: {
      cy: "Mae'r hyn a ddysgir yn y dosbarth, gartref ac yn y gymuned yn cysylltu â'i gilydd.",
      en: "What is learnt in class, at home and in the community is joined up.",
    },
    source: guidanceSummary,
    reviewed: { name: false, description: false },
  },
];
