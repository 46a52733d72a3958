import type { Bilingual, Language } from "@neuadd/core";

/** What stands around the pages of plugins that are for schools. */
export interface DeskMessages {
  readonly signInTitle: string;
  readonly signInLead: string;
  readonly key: string;
  readonly keyHint: string;
  readonly signIn: string;
  readonly signOut: string;
  readonly pagesLabel: string;
  readonly faultsTitle: string;
  readonly unfinishedTitle: string;
}

export const deskMessages: Readonly<Record<Language, DeskMessages>> = {
  cy: {
    signInTitle: "Mewngofnodi i ddesg yr ysgol",
    signInLead:
      "Dim ond ysgol all agor y dudalen hon. Ar ôl ichi fewngofnodi, cedwir cwci am wyth awr, neu nes ichi allgofnodi; nid yw’n dweud dim ond mai chi sydd yno.",
    key: "Allwedd yr ysgol",
    keyHint: "Mae’n dechrau â neuadd_s_, neuadd_a_ neu neuadd_o_. Cadwch hi’n gyfrinachol.",
    signIn: "Mewngofnodi",
    signOut: "Allgofnodi",
    pagesLabel: "Desg yr ysgol",
    faultsTitle: "Nid oes dim wedi’i newid",
    unfinishedTitle: "Ni orffennwyd y gwaith",
  },
  en: {
    signInTitle: "Sign in to the school’s desk",
    signInLead:
      "Only a school can open this page. Once you have signed in, a cookie is kept for eight hours, or until you sign out; it tells nothing but that it is you.",
    key: "The school’s key",
    keyHint: "It begins with neuadd_s_, neuadd_a_ or neuadd_o_. Keep it secret.",
    signIn: "Sign in",
    signOut: "Sign out",
    pagesLabel: "The school’s desk",
    faultsTitle: "Nothing has been changed",
    unfinishedTitle: "This was not finished",
  },
};

/** What is said of a form whose work went wrong half way. */
export const UNFINISHED: Bilingual = {
  cy: "Aeth rhywbeth o’i le. Gall rhan ohono fod wedi’i gwneud, neu’n dal i gael ei gwneud: gwelwch isod sut y mae pethau cyn ei anfon eto.",
  en: "Something went wrong. Part of it may have been done, or be going on still: see below how things stand before you send it again.",
};

/** Why a key does not sign in. */
export const SIGN_IN_FAULTS = {
  keyMissing: { cy: "Rhowch allwedd yr ysgol.", en: "Give the school’s key." },
  keyWrong: {
    cy: "Nid yw’r allwedd hon yn agor dim. Gwiriwch hi, neu gofynnwch am un newydd.",
    en: "This key opens nothing. Check it, or ask for a new one.",
  },
  keysTooMany: {
    cy: "O’ch rhwydwaith chi y daeth gormod o allweddi nad ydynt yn agor dim. Arhoswch funud cyn rhoi cynnig arall arni.",
    en: "Too many keys that open nothing were given from your network. Wait a minute before you try again.",
  },
  keyOfHirer: {
    cy: "Allwedd llogwr yw hon. Mae angen allwedd ysgol, awdurdod neu’r gweithredwr.",
    en: "This is a hirer’s key. The key of a school, an authority or the operator is needed.",
  },
} as const satisfies Readonly<Record<string, Bilingual>>;
