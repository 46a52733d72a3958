import type { Language } from "@neuadd/core";

export interface RequestMessages {
  readonly title: string;
  readonly lead: string;
  readonly faultsTitle: string;
  readonly faultInTitle: string;
  readonly time: string;
  readonly space: string;
  readonly chooseSpace: string;
  readonly date: string;
  readonly start: string;
  readonly end: string;
  readonly check: string;
  readonly purpose: string;
  readonly name: string;
  readonly nameHint: string;
  readonly activity: string;
  readonly activityHint: string;
  readonly attendance: string;
  readonly attendanceHint: string;
  readonly isPublic: string;
  readonly organisation: string;
  readonly key: string;
  readonly keyHint: string;
  readonly send: string;
  readonly canBeHad: string;
  readonly cannotBeHad: string;
  readonly instead: string;
  readonly take: (place: string, time: string) => string;
  readonly at: (place: string, date: string, time: string) => string;
  readonly hours: (start: string, end: string) => string;
  readonly sentTitle: string;
  readonly sentText: string;
  readonly sentHolds: string;
  readonly sentDoesNotHold: string;
  readonly reference: string;
  readonly another: string;
  readonly faults: {
    readonly spaceUnknown: string;
    readonly dateUnclear: string;
    readonly timeUnclear: string;
    readonly endNotAfterStart: string;
    readonly attendanceUnclear: string;
    readonly keyMissing: string;
    readonly keyWrong: string;
    readonly keyOfOther: string;
    readonly keyMayNot: string;
    readonly notBookable: string;
    readonly sending: string;
  };
}

export const requestMessages: Readonly<Record<Language, RequestMessages>> = {
  cy: {
    title: "Gofyn am amser",
    lead: "Gofynnwch am un dyddiad yma. Yr ysgol sy’n ateb; nid oes dim wedi’i archebu nes iddi gytuno.",
    faultsTitle: "Mae angen cywiro rhywbeth",
    faultInTitle: "Gwall",
    time: "Yr amser",
    space: "Lle",
    chooseSpace: "Dewiswch le",
    date: "Dyddiad",
    start: "O",
    end: "Tan",
    check: "Gweld a yw’r amser ar gael",
    purpose: "Ar gyfer beth",
    name: "Enw’r digwyddiad",
    nameHint: "Fel y bydd yr ysgol yn ei weld, er enghraifft enw eich clwb.",
    activity: "Gweithgaredd",
    activityHint: "Beth fyddwch chi’n ei wneud, er enghraifft badminton.",
    attendance: "Nifer y bobl (dewisol)",
    attendanceHint: "Faint sy’n debygol o ddod.",
    isPublic: "Caiff yr ysgol ddangos enw’r digwyddiad i bawb yn ‘Beth sydd ymlaen’",
    organisation: "Eich sefydliad",
    key: "Allwedd eich sefydliad",
    keyHint: "Yr allwedd a gawsoch gan yr ysgol. Ni chedwir hi gan y dudalen hon.",
    send: "Anfon y cais",
    canBeHad: "Mae’r amser hwn ar gael",
    cannotBeHad: "Nid yw’r amser hwn ar gael",
    instead: "Gallech gael un o’r rhain yn lle hynny:",
    take: (place, time) => `Dewis ${time}, ${place}`,
    at: (place, date, time) => `${place}, ${date}, ${time}`,
    hours: (start, end) => `${start} tan ${end}`,
    sentTitle: "Mae’ch cais wedi’i anfon",
    sentText: "Bydd yr ysgol yn ei ateb.",
    sentHolds: "Cedwir yr amser i chi tan hynny.",
    sentDoesNotHold: "Nid yw’r amser yn cael ei gadw i chi tan hynny.",
    reference: "Cyfeirnod",
    another: "Gofyn am amser arall",
    faults: {
      spaceUnknown: "Dewiswch le o’r rhestr.",
      dateUnclear: "Rhowch ddyddiad sy’n bod, fel 2026-09-08.",
      timeUnclear: "Rhowch oriau a munudau, fel 18:00.",
      endNotAfterStart: "Rhaid i’r diwedd fod ar ôl y dechrau.",
      attendanceUnclear: "Rhowch rif cyfan, fel 16, neu gadewch y maes yn wag.",
      keyMissing: "Rhowch allwedd eich sefydliad.",
      keyWrong:
        "Nid yw’r allwedd hon yn ddilys. Gwiriwch hi, neu gofynnwch i’r ysgol am un newydd.",
      keyOfOther: "Nid allwedd sefydliad sy’n llogi yw hon.",
      keyMayNot: "Ni chaiff yr allwedd hon ofyn am archebion.",
      notBookable: "Ni ellir cael yr amser hwn. Dewiswch un arall.",
      sending: "Mae’r cais hwn yn cael ei anfon eisoes. Arhoswch funud, ac anfonwch eto.",
    },
  },
  en: {
    title: "Ask for a time",
    lead: "Ask for one date here. The school answers; nothing is booked until it agrees.",
    faultsTitle: "Something needs to be put right",
    faultInTitle: "Error",
    time: "The time",
    space: "Space",
    chooseSpace: "Choose a space",
    date: "Date",
    start: "From",
    end: "To",
    check: "See whether this time is free",
    purpose: "What for",
    name: "Name of the event",
    nameHint: "As the school will see it, such as the name of your club.",
    activity: "Activity",
    activityHint: "What you will do, such as badminton.",
    attendance: "Number of people (optional)",
    attendanceHint: "How many are likely to come.",
    isPublic: "The school may show the name of the event to anyone in its ‘What’s on’",
    organisation: "Your organisation",
    key: "Your organisation’s key",
    keyHint: "The key that you have from the school. This page does not keep it.",
    send: "Send the request",
    canBeHad: "This time is free",
    cannotBeHad: "This time can’t be had",
    instead: "You could have one of these instead:",
    take: (place, time) => `Choose ${time}, ${place}`,
    at: (place, date, time) => `${place}, ${date}, ${time}`,
    hours: (start, end) => `${start} to ${end}`,
    sentTitle: "Your request has been sent",
    sentText: "The school will answer it.",
    sentHolds: "The time is held for you until then.",
    sentDoesNotHold: "The time is not held for you until then.",
    reference: "Reference",
    another: "Ask for another time",
    faults: {
      spaceUnknown: "Choose a space from the list.",
      dateUnclear: "Enter a date that exists, as 2026-09-08.",
      timeUnclear: "Enter hours and minutes, as 18:00.",
      endNotAfterStart: "The end must be after the start.",
      attendanceUnclear: "Enter a whole number, such as 16, or leave this empty.",
      keyMissing: "Enter your organisation’s key.",
      keyWrong: "This key is not valid. Check it, or ask the school for a new one.",
      keyOfOther: "This is not the key of an organisation that hires.",
      keyMayNot: "This key may not ask for bookings.",
      notBookable: "This time can’t be had. Choose another.",
      sending: "This request is already being sent. Wait a minute, then send it again.",
    },
  },
};
