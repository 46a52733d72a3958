import type { SpaceKind } from "@neuadd/core";

/** A concept of OpenActive's list of facility types. */
export interface FacilityConcept {
  readonly "@type": "Concept";
  readonly "@id": string;
  readonly prefLabel: string;
  readonly inScheme: typeof FACILITY_TYPES;
}

const FACILITY_TYPES = "https://openactive.io/facility-types";

/** The concept that says what a space of this kind is. Kinds that the list lacks are its nearest. */
export function facilityType(kind: SpaceKind): FacilityConcept {
  const [label, id] = CONCEPTS[kind];
  return {
    "@type": "Concept",
    "@id": `${FACILITY_TYPES}#${id}`,
    prefLabel: label,
    inScheme: FACILITY_TYPES,
  };
}

type Concept = readonly [label: string, id: string];

const MULTI_PURPOSE: Concept = ["Multi Purpose Room", "d365ee78-4aab-48f7-848e-382fb721f7c4"];
const GAMES_AREA: Concept = ["Multi Use Games Area", "7ff595ff-14fc-4e51-8c82-ac8f53af5244"];

/** From the OpenActive Facility Type list, https://openactive.io/facility-types (CC BY 4.0). */
const CONCEPTS: Readonly<Record<SpaceKind, Concept>> = {
  schoolHall: ["School Hall", "4f9485d1-c205-4aae-81e3-8a0c3a1b7a30"],
  sportsHall: ["Sports Hall", "da364f9b-8bb2-490e-9e2f-1068790b9e35"],
  gymnasium: ["Gymnasium", "821cc9e0-3cf3-4a1e-8e78-474241ac8419"],
  badmintonCourt: ["Badminton Court", "9db5681e-700e-4b30-99a5-355885d94db2"],
  netballCourt: ["Netball Court", "098aca40-72fd-4dc3-9479-b98a319ead86"],
  basketballCourt: ["Basketball Court", "f4a323ed-d2d3-4bcd-be07-cd9cd0b25e5b"],
  tennisCourt: ["Tennis Court", "becfafc0-c63f-444c-aed5-a3665f2d172d"],
  volleyballCourt: ["Volleyball Court", "6a081b26-e16e-4c1d-a4d6-d65a370bced6"],
  multiUseGamesArea: GAMES_AREA,
  footballPitch: ["Football Pitch", "07e38aa9-4087-424e-95d0-0702d64e1a7a"],
  rugbyPitch: ["Rugby Pitch", "0e847c2f-d3c9-4c89-9fc1-43fb82de4395"],
  hockeyPitch: ["Hockey Pitch", "cea66bc4-3282-461e-b352-34d35e73de3a"],
  cricketPitch: ["Cricket Pitch", "8814afb6-d8c6-4b9b-b099-ec38f5f87b69"],
  athleticsTrack: ["Athletics Track", "52844299-b573-483d-83f5-bee5c0f7376f"],
  // The list has no pools.
  swimmingPool: MULTI_PURPOSE,
  danceStudio: ["Dance Studio", "2f7f901d-bc7c-4757-8f27-f8a5eece0cd1"],
  dramaStudio: ["Drama Studio", "619f3a87-10e2-4611-b178-088a13748a98"],
  musicSuite: ["Music Suite", "bb0e065a-6d11-4dd2-9151-b0e5962af6ec"],
  classroom: ["Classroom", "4d65cb89-21e9-4e90-bacd-9eb6401a8bfc"],
  itSuite: ["Classroom", "4d65cb89-21e9-4e90-bacd-9eb6401a8bfc"],
  kitchen: ["Kitchen", "bd63645d-f099-438e-aefd-4131bf6f30a8"],
  communityRoom: ["Function Room", "4fff5e43-15dd-41d4-9f4c-0cfc478d7952"],
  multiPurposeRoom: MULTI_PURPOSE,
  outdoorArea: GAMES_AREA,
};
