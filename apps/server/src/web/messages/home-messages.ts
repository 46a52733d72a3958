import type { Language } from "@neuadd/core";

export interface HomeMessages {
  readonly title: string;
  readonly lead: string;
  /** The lead in one sentence in the other language, so that nobody has to guess what this page is. */
  readonly inOtherLanguage: string;
  readonly schools: string;
  readonly noSchools: string;
  readonly thisWeek: string;
  readonly aboutSchool: string;
  readonly howItWorks: string;
  readonly steps: readonly { readonly title: string; readonly text: string }[];
  readonly more: string;
  readonly forDevelopers: string;
  readonly developersText: string;
  readonly reference: string;
  readonly openApi: string;
  readonly embed: string;
}

export const homeMessages: Readonly<Record<Language, HomeMessages>> = {
  cy: {
    title: "Neuaddau ysgol i’r gymuned",
    lead: "Gyda Neuadd gall grwpiau cymunedol archebu neuaddau, cyrtiau ac ystafelloedd ysgolion y tu allan i oriau ysgol, wythnos ar ôl wythnos, a gall ysgolion gytuno’n hyderus.",
    inOtherLanguage:
      "Neuadd is Welsh for hall: here community groups see and book school halls outside school hours.",
    schools: "Ysgolion",
    noSchools: "Nid oes ysgol yma eto. Gellir ychwanegu un â’r gorchymyn neuadd import.",
    thisWeek: "Beth sydd ar gael yr wythnos hon",
    aboutSchool: "Am yr ysgol a’i lleoedd",
    howItWorks: "Sut mae’n gweithio",
    steps: [
      {
        title: "Mae grŵp yn gofyn am dymor",
        text: "Dangosir pob dyddiad cyn archebu dim: hanner tymor, gwyliau banc ac amseroedd sydd wedi’u cymryd, pob un gyda’i reswm.",
      },
      {
        title: "Mae’r ysgol yn cytuno",
        text: "Wrth gymeradwyo, penderfynir eto ar bob dyddiad, fel na all dau grŵp fyth gael yr un lle ar yr un pryd.",
      },
      {
        title: "Mae pawb yn gweld beth sydd ar gael",
        text: "Mae’r wythnos yn dangos yr amseroedd rhydd ar unwaith, heb enwi neb.",
      },
    ],
    more: "Rhagor",
    forDevelopers: "I ddatblygwyr",
    developersText: "Mae popeth ar gael drwy API HTTP sy’n ateb yn Gymraeg ac yn Saesneg.",
    reference: "Cyfeirlyfr yr API",
    openApi: "Dogfen OpenAPI",
    embed: "Ar wefan eich ysgol",
  },
  en: {
    title: "School halls for the community",
    lead: "With Neuadd, community groups book school halls, courts and rooms outside school hours, week after week, and schools agree with confidence.",
    inOtherLanguage:
      "Yma gall grwpiau cymunedol weld ac archebu neuaddau ysgolion y tu allan i oriau ysgol.",
    schools: "Schools",
    noSchools: "There is no school here yet. One can be added with the command neuadd import.",
    thisWeek: "What is free this week",
    aboutSchool: "About the school and its spaces",
    howItWorks: "How it works",
    steps: [
      {
        title: "A group asks for its season",
        text: "Every date is shown before anything is booked: half terms, bank holidays and times already taken, each with its reason.",
      },
      {
        title: "The school agrees",
        text: "Approving decides every date again, so that two groups can never have the same place at the same time.",
      },
      {
        title: "Everybody sees what is free",
        text: "The week shows the free times at once, and nobody’s name.",
      },
    ],
    more: "More",
    forDevelopers: "For developers",
    developersText:
      "All of it can be had through an HTTP API that answers in Welsh and in English.",
    reference: "API reference",
    openApi: "OpenAPI document",
    embed: "On your school’s web site",
  },
};
