import type { Language } from "@neuadd/core";

/** What stands around every page. */
export interface FrameMessages {
  readonly tagline: string;
  readonly skipToContent: string;
  readonly languagesLabel: string;
  /** The name of the other language in that language, which is how its speakers look for it. */
  readonly otherLanguageName: string;
  readonly demonstration: string;
  readonly clockShows: (date: string, time: string) => string;
  readonly footerLabel: string;
  readonly home: string;
  readonly reference: string;
  readonly desk: string;
  readonly accessibility: string;
  readonly today: (date: string) => string;
}

export const frameMessages: Readonly<Record<Language, FrameMessages>> = {
  cy: {
    tagline: "Neuaddau ysgol i’r gymuned",
    skipToContent: "Neidio i’r prif gynnwys",
    languagesLabel: "Iaith",
    otherLanguageName: "English",
    demonstration: "Arddangosiad",
    clockShows: (date, time) =>
      `Cloc arddangos sydd yma, nid amser go iawn. Mae’n dangos: ${date}, ${time}.`,
    footerLabel: "Gwaelod y dudalen",
    home: "Hafan",
    reference: "Cyfeirlyfr yr API",
    desk: "Desg yr ysgol",
    accessibility: "Datganiad hygyrchedd",
    today: (date) => `Heddiw: ${date}`,
  },
  en: {
    tagline: "School halls for the community",
    skipToContent: "Skip to main content",
    languagesLabel: "Language",
    otherLanguageName: "Cymraeg",
    demonstration: "Demonstration",
    clockShows: (date, time) =>
      `The clock here is a demonstration clock, not the real time. It shows: ${date}, ${time}.`,
    footerLabel: "Foot of the page",
    home: "Home",
    reference: "API reference",
    desk: "The school’s desk",
    accessibility: "Accessibility statement",
    today: (date) => `Today: ${date}`,
  },
};
