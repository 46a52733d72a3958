import {
  type Bilingual,
  type DayKind,
  HIRER_CATEGORY_NAMES,
  type Language,
  sayTime,
  type SpaceKind,
  type SpaceTree,
  type Weekday,
} from "@neuadd/core";
import type { PriceConditions } from "./tariff.ts";

/** The conditions of a price as people read them; empty for none. A space that is not there any more keeps its id. */
export function conditionsInWords(
  when: PriceConditions | undefined,
  language: Language,
  tree: Pick<SpaceTree, "byId">,
): string {
  if (when === undefined) return "";
  const { spaces = [], spaceKinds = [], categories = [], dayKinds = [], weekdays = [] } = when;
  const { hours, age } = when;
  const parts = [
    spaces.map((id) => tree.byId.get(id)?.name[language] ?? id),
    spaceKinds.map((kind) => SPACE_KIND_NAMES[kind][language]),
    categories.map((category) => HIRER_CATEGORY_NAMES[category][language]),
    dayKinds.map((kind) => DAY_KIND_NAMES[kind][language]),
    weekdays.map((weekday) => WEEKDAY_NAMES[weekday][language]),
    hours === undefined
      ? []
      : [`${sayTime(hours.start, language)}–${sayTime(hours.end, language)}`],
    age === undefined ? [] : [AGE_NAMES[age][language]],
  ];
  return parts
    .filter((names) => names.length > 0)
    .map((names) => names.join(", "))
    .join("; ");
}

const AGE_NAMES: Readonly<Record<"junior" | "adult", Bilingual>> = {
  junior: { cy: "pobl ifanc hyd at 16 oed", en: "young people up to 16" },
  adult: { cy: "oedolion", en: "adults" },
};

const WEEKDAY_NAMES: Readonly<Record<Weekday, Bilingual>> = {
  1: { cy: "dydd Llun", en: "Monday" },
  2: { cy: "dydd Mawrth", en: "Tuesday" },
  3: { cy: "dydd Mercher", en: "Wednesday" },
  4: { cy: "dydd Iau", en: "Thursday" },
  5: { cy: "dydd Gwener", en: "Friday" },
  6: { cy: "dydd Sadwrn", en: "Saturday" },
  7: { cy: "dydd Sul", en: "Sunday" },
};

const DAY_KIND_NAMES: Readonly<Record<DayKind, Bilingual>> = {
  term: { cy: "tymor ysgol", en: "term time" },
  halfTerm: { cy: "hanner tymor", en: "half term" },
  holiday: { cy: "gwyliau ysgol", en: "school holiday" },
  inset: { cy: "diwrnod HMS", en: "INSET day" },
  bankHoliday: { cy: "gŵyl banc", en: "bank holiday" },
  closure: { cy: "ar gau", en: "closure" },
  pollingDay: { cy: "diwrnod pleidleisio", en: "polling day" },
  weekend: { cy: "penwythnos", en: "weekend" },
};

const SPACE_KIND_NAMES: Readonly<Record<SpaceKind, Bilingual>> = {
  schoolHall: { cy: "neuadd ysgol", en: "school hall" },
  sportsHall: { cy: "neuadd chwaraeon", en: "sports hall" },
  gymnasium: { cy: "campfa", en: "gymnasium" },
  badmintonCourt: { cy: "cwrt badminton", en: "badminton court" },
  netballCourt: { cy: "cwrt pêl-rwyd", en: "netball court" },
  basketballCourt: { cy: "cwrt pêl-fasged", en: "basketball court" },
  tennisCourt: { cy: "cwrt tennis", en: "tennis court" },
  volleyballCourt: { cy: "cwrt pêl-foli", en: "volleyball court" },
  multiUseGamesArea: { cy: "ardal gemau aml-ddefnydd", en: "multi-use games area" },
  footballPitch: { cy: "cae pêl-droed", en: "football pitch" },
  rugbyPitch: { cy: "cae rygbi", en: "rugby pitch" },
  hockeyPitch: { cy: "cae hoci", en: "hockey pitch" },
  cricketPitch: { cy: "cae criced", en: "cricket pitch" },
  athleticsTrack: { cy: "trac athletau", en: "athletics track" },
  swimmingPool: { cy: "pwll nofio", en: "swimming pool" },
  danceStudio: { cy: "stiwdio ddawns", en: "dance studio" },
  dramaStudio: { cy: "stiwdio ddrama", en: "drama studio" },
  musicSuite: { cy: "ystafelloedd cerdd", en: "music suite" },
  classroom: { cy: "ystafell ddosbarth", en: "classroom" },
  itSuite: { cy: "ystafell gyfrifiaduron", en: "IT suite" },
  kitchen: { cy: "cegin", en: "kitchen" },
  communityRoom: { cy: "ystafell gymunedol", en: "community room" },
  multiPurposeRoom: { cy: "ystafell amlbwrpas", en: "multi-purpose room" },
  outdoorArea: { cy: "man awyr agored", en: "outdoor area" },
};
