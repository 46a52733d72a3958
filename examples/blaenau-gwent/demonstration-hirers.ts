import type { HirerCategory, Language } from "@neuadd/core";

/** An organisation that books in the demonstration. All are made up; none stands for a real one. */
export interface DemonstrationHirer {
  readonly name: string;
  readonly category: HirerCategory;
  readonly language: Language;
  /** Ends in `.example`, a domain that can never exist (RFC 2606). */
  readonly email: string;
}

export const demonstrationHirers = {
  badminton: {
    name: "Brynmawr Badminton Club",
    category: "club",
    language: "en",
    email: "bookings@brynmawr-badminton.example",
  },
  basketball: {
    name: "Heads of the Valleys Basketball",
    category: "club",
    language: "en",
    email: "bookings@hotv-basketball.example",
  },
  netball: {
    name: "Ebbw Fach Netball",
    category: "club",
    language: "en",
    email: "bookings@ebbw-fach-netball.example",
  },
  athletics: {
    name: "Clydach Gorge Athletics",
    category: "club",
    language: "en",
    email: "track@clydach-gorge-athletics.example",
  },
  walkingFootball: {
    name: "Sirhowy Walking Football",
    category: "club",
    language: "en",
    email: "hello@sirhowy-walking-football.example",
  },
  choir: {
    name: "Côr Cymunedol y Blaenau",
    category: "communityGroup",
    language: "cy",
    email: "helo@cor-y-blaenau.example",
  },
  dancers: {
    name: "Dawnswyr Ebwy",
    category: "communityGroup",
    language: "cy",
    email: "helo@dawnswyr-ebwy.example",
  },
  toddlers: {
    name: "Cylch Rhieni a Phlant Bach Brynmawr",
    category: "communityGroup",
    language: "cy",
    email: "helo@cylch-brynmawr.example",
  },
  carers: {
    name: "Valleys Carers’ Circle",
    category: "charity",
    language: "en",
    email: "office@valleys-carers.example",
  },
  familySupport: {
    name: "Ebbw Family Support Team",
    category: "statutoryPartner",
    language: "en",
    email: "team@ebbw-family-support.example",
  },
  coding: {
    name: "Tredegar Code Club",
    category: "communityGroup",
    language: "en",
    email: "hello@tredegar-code.example",
  },
  youth: {
    name: "Clwb Ieuenctid Tyleri",
    category: "communityGroup",
    language: "cy",
    email: "helo@clwb-tyleri.example",
  },
  kitchen: {
    name: "Cwm Community Kitchen",
    category: "charity",
    language: "en",
    email: "hello@cwm-kitchen.example",
  },
  parents: {
    name: "Rhos y Fedwen Parents’ Association",
    category: "parentsAssociation",
    language: "en",
    email: "hello@rhos-y-fedwen-parents.example",
  },
  swimming: {
    name: "Pen y Cwm Water Confidence",
    category: "charity",
    language: "en",
    email: "hello@pen-y-cwm-water.example",
  },
  martialArts: {
    name: "Tyleri Martial Arts",
    category: "commercial",
    language: "en",
    email: "desk@tyleri-martial-arts.example",
  },
} as const satisfies Readonly<Record<string, DemonstrationHirer>>;

export type DemonstrationHirerId = keyof typeof demonstrationHirers;
