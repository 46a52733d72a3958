import type { Bilingual } from "@neuadd/core";

/**
 * Names of the facilities and accessibility features that schools commonly list. The list in a school's file is open,
 * so this one can't be complete: see `featureName`.
 */
const FEATURE_NAMES: ReadonlyMap<string, Bilingual> = new Map(
  Object.entries({
    accessibleParking: { cy: "parcio hygyrch", en: "accessible parking" },
    accessibleToilet: { cy: "toiled hygyrch", en: "accessible toilet" },
    adaptedPlay: { cy: "offer chwarae wedi’i addasu", en: "adapted play equipment" },
    amplification: { cy: "offer chwyddo sain", en: "amplification" },
    badmintonNets: { cy: "rhwydi badminton", en: "badminton nets" },
    basketballHoops: { cy: "cylchoedd pêl-fasged", en: "basketball hoops" },
    chairs: { cy: "cadeiriau", en: "chairs" },
    changingPlace: { cy: "ystafell newid â theclyn codi", en: "changing place with a hoist" },
    changingRooms: { cy: "ystafelloedd newid", en: "changing rooms" },
    communityStorage: { cy: "storfa i grwpiau", en: "storage for groups" },
    computers: { cy: "cyfrifiaduron", en: "computers" },
    goals: { cy: "goliau", en: "goals" },
    hearingLoop: { cy: "dolen sain", en: "hearing loop" },
    indoorCricketNets: { cy: "rhwydi criced dan do", en: "indoor cricket nets" },
    kitchenAccess: { cy: "defnydd o’r gegin", en: "use of the kitchen" },
    lift: { cy: "lifft", en: "lift" },
    lit: { cy: "llifoleuadau", en: "floodlights" },
    longJumpPit: { cy: "pwll naid hir", en: "long jump pit" },
    mirrors: { cy: "drychau", en: "mirrors" },
    piano: { cy: "piano", en: "piano" },
    poolHoist: { cy: "teclyn codi i’r pwll", en: "pool hoist" },
    projector: { cy: "taflunydd", en: "projector" },
    quietRoom: { cy: "ystafell dawel", en: "quiet room" },
    scoreboard: { cy: "sgorfwrdd", en: "scoreboard" },
    segregatedAccess: { cy: "mynedfa ar wahân i’r ysgol", en: "entrance apart from the school" },
    sensoryGarden: { cy: "gardd synhwyraidd", en: "sensory garden" },
    soundSystem: { cy: "system sain", en: "sound system" },
    stage: { cy: "llwyfan", en: "stage" },
    stageLighting: { cy: "goleuadau llwyfan", en: "stage lighting" },
    stepFree: { cy: "mynediad heb risiau", en: "step-free access" },
    tables: { cy: "byrddau", en: "tables" },
    trainingKitchen: { cy: "cegin hyfforddi", en: "training kitchen" },
    volleyballPosts: { cy: "pyst pêl-foli", en: "volleyball posts" },
    whiteboard: { cy: "bwrdd gwyn", en: "whiteboard" },
  } satisfies Readonly<Record<string, Bilingual>>),
);

/** The name of a facility or accessibility feature; one that is not known is shown as the school wrote it. */
export function featureName(feature: string): Bilingual {
  return FEATURE_NAMES.get(feature) ?? { cy: feature, en: feature };
}
