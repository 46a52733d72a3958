import type { Phase } from "../premises/premises.ts";
import type { FrameworkEntry } from "./framework-entry.ts";
import { guidanceSummary } from "./framework-sources.ts";

/** A stage of education. The guidance asks for one system from the first to the last. */
export type FrameworkPhase = FrameworkEntry<Phase>;

/** The phases in the order in which a learner meets them. */
export const phases: readonly FrameworkPhase[] = [
  {
    id: "earlyYears",
    name: { cy: "Blynyddoedd cynnar", en: "Early years" },
    description: {
      cy: "Cyn oedran ysgol gorfodol: meithrinfa, cylch chwarae a'r camau cyntaf yn yr ysgol.",
      en: "Before compulsory school age: nursery, playgroup and the first steps at school.",
    },
    source: guidanceSummary,
    reviewed: { name: false, description: false },
  },
  {
    id: "primary",
    name: { cy: "Cynradd", en: "Primary" },
    description: {
      cy: "O'r dosbarth derbyn i flwyddyn 6.",
      en: "From reception to year 6.",
    },
    source: guidanceSummary,
    reviewed: { name: false, description: false },
  },
  {
    id: "secondary",
    name: { cy: "Uwchradd", en: "Secondary" },
    description: { cy: "O flwyddyn 7 i flwyddyn 11.", en: "From year 7 to year 11." },
    source: guidanceSummary,
    reviewed: { name: false, description: false },
  },
  {
    id: "post16",
    name: { cy: "Ôl-16", en: "Post-16" },
    description: {
      cy: "Chweched dosbarth, coleg a hyfforddiant ar ôl blwyddyn 11.",
      en: "Sixth form, college and training after year 11.",
    },
    source: guidanceSummary,
    reviewed: { name: false, description: false },
  },
];
