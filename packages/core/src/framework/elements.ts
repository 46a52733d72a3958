import type { FrameworkEntry } from "./framework-entry.ts";
import { guidanceSummary } from "./framework-sources.ts";

/** Ids of the three elements, in the order in which the guidance gives them. */
export const ELEMENT_IDS = ["family", "community", "multiAgency"] as const;
export type ElementId = (typeof ELEMENT_IDS)[number];

/** One of the three kinds of engagement that make up a Community Focused School. */
export type FrameworkElement = FrameworkEntry<ElementId>;

/** The three elements. None works alone: see `connections`. */
export const elements: readonly FrameworkElement[] = [
  {
    id: "family",
    name: { cy: "Ymgysylltu â theuluoedd", en: "Family engagement" },
    description: {
      cy: "Mae teuluoedd a gofalwyr yn cymryd rhan go iawn ym mywyd a phenderfyniadau'r ysgol ac yn nysgu eu plant.",
      en: "Families and carers take a real part in the life and decisions of the school and in their children's learning.",
    },
    source: guidanceSummary,
    reviewed: { name: true, description: false },
  },
  {
    id: "community",
    name: { cy: "Ymgysylltu â'r gymuned", en: "Community engagement" },
    description: {
      cy: "Mae'r ysgol yn manteisio ar yr hyn y mae grwpiau a sefydliadau lleol yn ei gynnig, ac yn rhoi cymorth a chyfleoedd i'r bobl o'i chwmpas yn gyfnewid am hynny.",
      en: "The school makes use of what local groups and organisations offer, and gives the people around it support and opportunities in return.",
    },
    source: guidanceSummary,
    reviewed: { name: true, description: false },
  },
  {
    id: "multiAgency",
    name: { cy: "Ymgysylltu amlasiantaeth", en: "Multi-agency engagement" },
    description: {
      cy: "Mae'r ysgol yn gweithio gyda gwasanaethau eraill i symud yr hyn sy'n rhwystro dysgu, fel bod plentyn a'i deulu yn cael y cymorth cywir pan fo ei angen.",
      en: "The school works with other services to take away what stands in the way of learning, so that a child and family find the right help when they need it.",
    },
    source: guidanceSummary,
    // "Amlasiantaeth" is the published adjective; the phrase with "ymgysylltu" is ours.
    reviewed: { name: false, description: false },
  },
];
