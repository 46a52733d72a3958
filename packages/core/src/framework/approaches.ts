import type { ElementId } from "./elements.ts";
import type { FrameworkEntry } from "./framework-entry.ts";
import { businessManagerStatement } from "./framework-sources.ts";
import type { PartnerKindId } from "./partner-kinds.ts";

export const APPROACH_IDS = [
  "enrichedCurriculum",
  "employerEngagement",
  "widerCommunity",
  "healthAndWellbeing",
  "premisesUse",
] as const;
export type ApproachId = (typeof APPROACH_IDS)[number];

/**
 * A way of working that the pilots of business managers set out to try. The statement names each approach and, for some,
 * the partners; the elements it serves, and the partners where the statement names none, are Neuadd's reading.
 */
export interface FrameworkApproach extends FrameworkEntry<ApproachId> {
  readonly elements: readonly ElementId[];
  readonly partnerKinds: readonly PartnerKindId[];
}

/** The five approaches, in the order of the statement. */
export const approaches: readonly FrameworkApproach[] = [
  {
    id: "enrichedCurriculum",
    elements: ["community"],
    partnerKinds: ["arts", "sports", "heritage", "communityGroup"],
    name: {
      cy: "Cwricwlwm cyfoethocach drwy sefydliadau cymunedol",
      en: "A richer curriculum through community organisations",
    },
    description: {
      cy: "Mae sefydliadau o'r tu allan yn dod â'u gwybodaeth a'u gwaith i mewn i'r gwersi.",
      en: "Organisations from outside bring what they know and do into lessons.",
    },
    source: businessManagerStatement,
    reviewed: { name: false, description: false },
  },
  {
    id: "employerEngagement",
    elements: ["community"],
    partnerKinds: ["employer"],
    name: { cy: "Ymgysylltu rhwng ysgolion a chyflogwyr", en: "School and employer engagement" },
    description: {
      cy: "Mae ysgolion a chyflogwyr yn cwrdd, ac mae dysgwyr yn cael blas ar fyd gwaith.",
      en: "Schools and employers meet, and learners get a taste of work.",
    },
    source: businessManagerStatement,
    reviewed: { name: false, description: false },
  },
  {
    id: "widerCommunity",
    elements: ["family", "community"],
    partnerKinds: ["familySupport", "statutory", "communityGroup", "parents"],
    name: { cy: "Ymgysylltu â'r gymuned ehangach", en: "Wider community engagement" },
    description: {
      cy: "Mae'r ysgol yn ychwanegu at yr hyn y mae'r awdurdod yn ei gynnig i deuluoedd, i blant bach ac i'r ardal.",
      en: "The school adds to what the authority offers to families, to young children and to the area.",
    },
    source: businessManagerStatement,
    reviewed: { name: true, description: false },
  },
  {
    id: "healthAndWellbeing",
    elements: ["multiAgency"],
    partnerKinds: ["gp", "healthBoard", "mentalHealthCharity"],
    name: {
      cy: "Cysylltiadau â gwasanaethau iechyd a llesiant",
      en: "Links with health and wellbeing services",
    },
    description: {
      cy: "Mae meddygon, byrddau iechyd ac elusennau yn gweithio'n agosach gyda'r ysgol.",
      en: "Doctors, health boards and charities work more closely with the school.",
    },
    source: businessManagerStatement,
    reviewed: { name: false, description: false },
  },
  {
    id: "premisesUse",
    elements: ["community"],
    partnerKinds: ["arts", "sports", "communityGroup"],
    name: { cy: "Mwy o ddefnydd o safle'r ysgol", en: "More use of the school's premises" },
    description: {
      cy: "Defnyddir neuaddau, ystafelloedd a chaeau y tu allan i oriau ysgol, a dônt ag incwm i'r ysgol.",
      en: "Halls, rooms and pitches are used outside school hours, and bring the school an income.",
    },
    source: businessManagerStatement,
    reviewed: { name: false, description: false },
  },
];
