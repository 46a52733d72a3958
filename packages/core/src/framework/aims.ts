import type { ElementId } from "./elements.ts";
import type { FrameworkEntry } from "./framework-entry.ts";
import { guidanceSummary } from "./framework-sources.ts";

export const AIM_IDS = ["familyPartnership", "communityNeeds", "serviceCollaboration"] as const;
export type AimId = (typeof AIM_IDS)[number];

/** What every maintained school in Wales is meant to become, and the element that serves it most. */
export interface FrameworkAim extends FrameworkEntry<AimId> {
  readonly element: ElementId;
}

/** The three aims, one for each element, in the same order. */
export const aims: readonly FrameworkAim[] = [
  {
    id: "familyPartnership",
    element: "family",
    name: { cy: "Partneriaeth gref gyda theuluoedd", en: "A strong partnership with families" },
    description: {
      cy: "Mae'r ysgol a'i theuluoedd yn gweithredu fel partneriaid wrth fagu plant a'u haddysgu.",
      en: "The school and its families act as partners in bringing children up and teaching them.",
    },
    source: guidanceSummary,
    reviewed: { name: true, description: false },
  },
  {
    id: "communityNeeds",
    element: "community",
    name: { cy: "Ymateb i anghenion y gymuned", en: "Responding to the community's needs" },
    description: {
      cy: "Mae'r ysgol yn gwybod beth sydd ei angen ar y bobl o'i chwmpas, ac yn agor ei drysau, ei hadeiladau a'i sgiliau yn unol â hynny.",
      en: "The school knows what the people around it need, and opens its doors, buildings and skills to match.",
    },
    source: guidanceSummary,
    reviewed: { name: true, description: false },
  },
  {
    id: "serviceCollaboration",
    element: "multiAgency",
    name: { cy: "Cydweithio â gwasanaethau eraill", en: "Collaborating with other services" },
    description: {
      cy: "Mae'r ysgol a gwasanaethau cyhoeddus a gwirfoddol eraill yn cynllunio ac yn gweithredu gyda'i gilydd yn hytrach nag un ar ôl y llall.",
      en: "The school and other public and voluntary services plan and act together rather than one after the other.",
    },
    source: guidanceSummary,
    reviewed: { name: true, description: false },
  },
];
