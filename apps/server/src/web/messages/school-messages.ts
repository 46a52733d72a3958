import type {
  Language,
  LanguageMedium,
  Phase,
  PremisesController,
  SchoolCategory,
} from "@neuadd/core";

export interface SchoolMessages {
  readonly category: string;
  readonly languageMedium: string;
  readonly phases: string;
  readonly controller: string;
  readonly spaces: string;
  readonly week: string;
  readonly weekOf: (space: string) => string;
  readonly ask: string;
  readonly askFor: (space: string) => string;
  readonly capacity: (people: number) => string;
  readonly layouts: string;
  readonly facilities: string;
  readonly accessibility: string;
  readonly divides: string;
  readonly fundedBy: (programme: string, year: string) => string;
  readonly daysAhead: string;
  readonly daysAheadText: string;
  readonly noDaysAhead: string;
  readonly categories: Readonly<Record<SchoolCategory, string>>;
  readonly languageMediums: Readonly<Record<LanguageMedium, string>>;
  readonly phaseNames: Readonly<Record<Phase, string>>;
  readonly controllers: Readonly<Record<PremisesController, string>>;
}

/** Categories are named as the Welsh Ministers name them in the memorandum on term dates. */
export const schoolMessages: Readonly<Record<Language, SchoolMessages>> = {
  cy: {
    category: "Math o ysgol",
    languageMedium: "Cyfrwng",
    phases: "Cyfnodau",
    controller: "Pwy sy’n rheoli’r defnydd",
    spaces: "Lleoedd",
    week: "Beth sydd ar gael yr wythnos hon",
    weekOf: (space) => `Gweld yr wythnos: ${space}`,
    ask: "Gofyn am amser",
    askFor: (space) => `Gofyn am amser: ${space}`,
    capacity: (people) => `Lle i ${people}`,
    layouts: "Cynlluniau",
    facilities: "Cyfleusterau",
    accessibility: "Hygyrchedd",
    divides: "Gellir archebu rhannau ohono ar wahân",
    fundedBy: (programme, year) => `Ariannwyd gan ${programme}, ${year}`,
    daysAhead: "Diwrnodau i ddod",
    daysAheadText:
      "Diwrnodau’r tri mis nesaf nad ydynt yn ddiwrnodau tymor arferol: gall yr oriau fod yn wahanol.",
    noDaysAhead: "Nid oes yr un yn y tri mis nesaf.",
    categories: {
      community: "Ysgol gymunedol",
      communitySpecial: "Ysgol arbennig gymunedol",
      foundation: "Ysgol sefydledig",
      foundationSpecial: "Ysgol arbennig sefydledig",
      voluntaryAided: "Ysgol wirfoddol a gynorthwyir",
      voluntaryControlled: "Ysgol wirfoddol a reolir",
      maintainedNursery: "Ysgol feithrin a gynhelir",
    },
    languageMediums: { welsh: "Cymraeg", english: "Saesneg", dual: "Cymraeg a Saesneg" },
    phaseNames: {
      earlyYears: "blynyddoedd cynnar",
      primary: "cynradd",
      secondary: "uwchradd",
      post16: "ôl-16",
    },
    controllers: {
      governingBody: "Y corff llywodraethu",
      authority: "Yr awdurdod lleol",
      trustee: "Yr ymddiriedolwr",
      controllingBody: "Corff o dan gytundeb trosglwyddo rheolaeth",
    },
  },
  en: {
    category: "Kind of school",
    languageMedium: "Language",
    phases: "Phases",
    controller: "Who controls its use",
    spaces: "Spaces",
    week: "What is free this week",
    weekOf: (space) => `See the week: ${space}`,
    ask: "Ask for a time",
    askFor: (space) => `Ask for a time: ${space}`,
    capacity: (people) => `Holds ${people}`,
    layouts: "Layouts",
    facilities: "Facilities",
    accessibility: "Accessibility",
    divides: "Parts of it can be booked apart",
    fundedBy: (programme, year) => `Paid for by ${programme}, ${year}`,
    daysAhead: "Days ahead",
    daysAheadText:
      "Days in the next three months that are not days of term as usual: hours may differ.",
    noDaysAhead: "There are none in the next three months.",
    categories: {
      community: "Community school",
      communitySpecial: "Community special school",
      foundation: "Foundation school",
      foundationSpecial: "Foundation special school",
      voluntaryAided: "Voluntary aided school",
      voluntaryControlled: "Voluntary controlled school",
      maintainedNursery: "Maintained nursery school",
    },
    languageMediums: { welsh: "Welsh", english: "English", dual: "Welsh and English" },
    phaseNames: {
      earlyYears: "early years",
      primary: "primary",
      secondary: "secondary",
      post16: "post-16",
    },
    controllers: {
      governingBody: "The governing body",
      authority: "The local authority",
      trustee: "The trustee",
      controllingBody: "A body under a transfer of control agreement",
    },
  },
};
