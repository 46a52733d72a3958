import type { FrameworkEntry } from "./framework-entry.ts";
import {
  businessManagerStatement,
  ownModel,
  premisesRegulations,
  progressStatement,
} from "./framework-sources.ts";

export const ROLE_IDS = [
  "communityFocusedSchoolsManager",
  "businessManager",
  "familyEngagementOfficer",
  "head",
  "governingBody",
  "caretaker",
  "authorityOfficer",
] as const;
export type RoleId = (typeof ROLE_IDS)[number];

/** Who does what. A role of the framework, not a permission in the software. */
export type FrameworkRole = FrameworkEntry<RoleId>;

/** The seven roles: three that the approach created, then those a school and its authority have anyway. */
export const roles: readonly FrameworkRole[] = [
  {
    id: "communityFocusedSchoolsManager",
    name: { cy: "Rheolwr Ysgolion Bro", en: "Community Focused Schools manager" },
    description: {
      cy: "Yn arwain gwaith Ysgolion Bro ar draws sawl ysgol neu awdurdod cyfan.",
      en: "Leads the work of Community Focused Schools across several schools or a whole authority.",
    },
    source: progressStatement,
    reviewed: { name: false, description: false },
  },
  {
    id: "businessManager",
    name: { cy: "Rheolwr busnes ysgol neu glwstwr", en: "School or cluster business manager" },
    description: {
      cy: "Yn meithrin cysylltiadau â phartneriaid ar ran ysgol neu glwstwr, ac yn gofalu am logi'r safle ac am incwm.",
      en: "Builds links with partners for a school or a cluster, and looks after lettings and income.",
    },
    source: businessManagerStatement,
    reviewed: { name: false, description: false },
  },
  {
    id: "familyEngagementOfficer",
    name: { cy: "Swyddog ymgysylltu â theuluoedd", en: "Family engagement officer" },
    description: {
      cy: "Yn dod i adnabod teuluoedd ac yn eu helpu i gymryd rhan.",
      en: "Gets to know families and helps them to take part.",
    },
    source: progressStatement,
    reviewed: { name: true, description: false },
  },
  {
    id: "head",
    name: { cy: "Pennaeth", en: "Head teacher" },
    description: {
      cy: "Yn rhedeg yr ysgol o ddydd i ddydd ac yn atebol am yr hyn sy'n digwydd ynddi.",
      en: "Runs the school from day to day and answers for what happens in it.",
    },
    source: ownModel,
    reviewed: { name: false, description: false },
  },
  {
    id: "governingBody",
    name: { cy: "Corff llywodraethu", en: "Governing body" },
    description: {
      cy: "Yn rheoli'r defnydd o'r safle, yn ystod oriau ysgol a'r tu allan iddynt, oni bai bod ymddiriedolaeth, cyfarwyddyd neu gytundeb yn dweud fel arall.",
      en: "Controls the use of the premises, in school hours and outside them, unless a trust, a direction or an agreement says otherwise.",
    },
    source: premisesRegulations,
    reviewed: { name: true, description: false },
  },
  {
    id: "caretaker",
    name: { cy: "Gofalwr", en: "Caretaker" },
    description: {
      cy: "Yn agor ac yn cau'r safle, ac yn paratoi'r ystafelloedd.",
      en: "Opens and closes the premises, and gets the rooms ready.",
    },
    source: ownModel,
    reviewed: { name: false, description: false },
  },
  {
    id: "authorityOfficer",
    name: { cy: "Swyddog awdurdod lleol", en: "Local authority officer" },
    description: {
      cy: "Yn gofalu am Ysgolion Bro ar ran yr awdurdod: rhaglenni, cyllid a dyddiadau tymhorau.",
      en: "Sees to Community Focused Schools for the authority: programmes, funding and term dates.",
    },
    source: ownModel,
    reviewed: { name: false, description: false },
  },
];
