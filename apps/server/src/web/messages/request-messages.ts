import type { Language } from "@neuadd/core";

export interface RequestMessages {
  readonly title: string;
  readonly lead: string;
  readonly faultsTitle: string;
  readonly faultInTitle: string;
  readonly time: string;
  readonly chooseSpace: string;
  readonly everyWeek: string;
  readonly everyWeekHint: string;
  readonly check: string;
  readonly purpose: string;
  readonly titleHint: string;
  readonly activityHint: string;
  readonly attendanceHint: string;
  readonly audienceHint: string;
  readonly organisation: string;
  readonly keyHint: string;
  readonly send: string;
  readonly canBeHad: string;
  readonly cannotBeHad: string;
  readonly instead: string;
  readonly take: (place: string, time: string) => string;
  readonly at: (place: string, date: string, time: string) => string;
  readonly hours: (start: string, end: string) => string;
  readonly warning: string;
  readonly dates: string;
  readonly weekly: (place: string, hours: string, first: string, last: string) => string;
  readonly bookable: (count: number) => string;
  readonly denied: (count: number) => string;
  readonly excluded: (count: number) => string;
  readonly onlyBookable: string;
  readonly date: string;
  readonly outcome: string;
  readonly verdicts: Readonly<Record<"bookable" | "denied" | "excluded", string>>;
  readonly price: string;
  readonly priceLines: string;
  readonly priceNotWhole: string;
  readonly sentTitle: string;
  readonly sentText: string;
  readonly sentHolds: string;
  readonly sentHoldsUntil: (date: string) => string;
  readonly sentDoesNotHold: string;
  readonly sentLapses: (date: string) => string;
  readonly reference: string;
  readonly another: string;
  readonly labels: {
    readonly space: string;
    readonly date: string;
    readonly start: string;
    readonly end: string;
    readonly until: string;
    readonly termTime: string;
    readonly title: string;
    readonly activity: string;
    readonly attendance: string;
    readonly audience: string;
    readonly isPublic: string;
    readonly key: string;
  };
  readonly faults: {
    readonly spaceMissing: string;
    readonly dateMissing: string;
    readonly dateUnclear: string;
    readonly startMissing: string;
    readonly endMissing: string;
    readonly timeUnclear: string;
    readonly endNotAfterStart: string;
    readonly untilBeforeDate: string;
    readonly untilTooLate: string;
    readonly titleMissing: string;
    readonly activityMissing: string;
    readonly attendanceUnclear: string;
    readonly keyMissing: string;
    readonly keyWrong: string;
    readonly keysTooMany: string;
    readonly keyOfOther: string;
    readonly keyMayNot: string;
    readonly lookFirst: string;
    readonly datesChanged: string;
    readonly sending: string;
  };
}

export const requestMessages: Readonly<Record<Language, RequestMessages>> = {
  cy: {
    title: "Gofyn am amser",
    lead: "Gofynnwch am un dyddiad, neu am yr un amser bob wythnos. Yr ysgol sy’n ateb; nid oes dim wedi’i archebu nes iddi gytuno.",
    faultsTitle: "Mae angen cywiro rhywbeth",
    faultInTitle: "Gwall",
    time: "Yr amser",
    chooseSpace: "Dewiswch le",
    everyWeek: "Bob wythnos (dewisol)",
    everyWeekHint: "Gadewch y dyddiad olaf yn wag i ofyn am un dyddiad yn unig.",
    check: "Gweld beth sydd ar gael",
    purpose: "Ar gyfer beth",
    titleHint: "Fel y bydd yr ysgol yn ei weld, er enghraifft enw eich clwb.",
    activityHint: "Beth fyddwch chi’n ei wneud, er enghraifft badminton.",
    attendanceHint: "Faint sy’n debygol o ddod. Gallwch adael hwn yn wag.",
    audienceHint:
      "Gall y pris, a’r hyn y mae’r ysgol yn gofyn amdano, ddibynnu ar hyn. Dewiswch bob un sy’n berthnasol.",
    organisation: "Eich sefydliad",
    keyHint: "Yr allwedd a gawsoch gan yr ysgol. Ni chedwir hi gan y dudalen hon.",
    send: "Anfon y cais",
    canBeHad: "Mae’r amser hwn ar gael",
    cannotBeHad: "Nid yw’r amser hwn ar gael",
    instead: "Gallech gael un o’r rhain yn lle hynny:",
    take: (place, time) => `Dewis ${time}, ${place}`,
    at: (place, date, time) => `${place}, ${date}, ${time}`,
    hours: (start, end) => `${start} tan ${end}`,
    warning: "Sylwch",
    dates: "Y dyddiadau",
    weekly: (place, hours, first, last) => `${place}, ${hours}, bob wythnos o ${first} tan ${last}`,
    bookable: (count) => `Dyddiadau y gellir eu cael: ${count}`,
    denied: (count) => `Dyddiadau na ellir eu cael: ${count}`,
    excluded: (count) => `Dyddiadau y mae’r cais yn eu hepgor: ${count}`,
    onlyBookable: "Mae’r cais yn gofyn am y dyddiadau y gellir eu cael, a dim ond y rheini.",
    date: "Dyddiad",
    outcome: "Beth fyddech chi’n ei gael",
    verdicts: { bookable: "Ar gael", denied: "Ddim ar gael", excluded: "Wedi’i hepgor" },
    price: "Y pris",
    priceLines: "Sut y daw i hynny",
    priceNotWhole: "Ni ellid cyfrifo’r pris i gyd ar hyn o bryd.",
    sentTitle: "Mae’ch cais wedi’i anfon",
    sentText: "Bydd yr ysgol yn ei ateb.",
    sentHolds: "Cedwir yr amser i chi tra bydd y cais yn aros.",
    sentHoldsUntil: (date) =>
      `Cedwir yr amser i chi nes iddi ateb, tan ${date} fan bellaf. Daw’r cais i ben bryd hynny os na fydd wedi ateb.`,
    sentDoesNotHold: "Nid yw’r amser yn cael ei gadw i chi tan hynny.",
    sentLapses: (date) => `Daw’r cais i ben ar ${date} os na fydd yr ysgol wedi ateb.`,
    reference: "Cyfeirnod",
    another: "Gofyn am amser arall",
    labels: {
      space: "Lle",
      date: "Dyddiad",
      start: "O",
      end: "Tan",
      until: "Y dyddiad olaf",
      termTime: "Yn ystod y tymor yn unig, heb hanner tymor na gwyliau banc",
      title: "Enw’r digwyddiad",
      activity: "Gweithgaredd",
      attendance: "Nifer y bobl",
      audience: "Ar gyfer pwy",
      isPublic: "Caiff yr ysgol ddangos enw’r digwyddiad i bawb yn ‘Beth sydd ymlaen’",
      key: "Allwedd eich sefydliad",
    },
    faults: {
      spaceMissing: "Dewiswch le.",
      dateMissing: "Rhowch y dyddiad.",
      dateUnclear: "Rhowch ddyddiad sy’n bod.",
      startMissing: "Rhowch yr amser dechrau.",
      endMissing: "Rhowch yr amser gorffen.",
      timeUnclear: "Rhowch amser yn oriau a munudau.",
      endNotAfterStart: "Rhaid i’r diwedd fod ar ôl y dechrau.",
      untilBeforeDate: "Rhaid i’r dyddiad olaf fod ar ôl y dyddiad cyntaf.",
      untilTooLate: "Rhaid i’r dyddiad olaf fod o fewn dwy flynedd i’r cyntaf.",
      titleMissing: "Rhowch enw i’r digwyddiad.",
      activityMissing: "Rhowch y gweithgaredd.",
      attendanceUnclear: "Rhowch nifer y bobl fel rhif cyfan, neu gadewch y maes yn wag.",
      keyMissing: "Rhowch allwedd eich sefydliad.",
      keyWrong:
        "Nid yw’r allwedd hon yn ddilys. Gwiriwch hi, neu gofynnwch i’r ysgol am un newydd.",
      keysTooMany:
        "O’ch rhwydwaith chi y daeth gormod o allweddi annilys. Nid oes dim wedi’i anfon: arhoswch funud, yna anfonwch y cais eto.",
      keyOfOther: "Nid allwedd sefydliad sy’n llogi yw hon.",
      keyMayNot: "Ni chaiff yr allwedd hon ofyn am archebion.",
      lookFirst: "Edrychwch ar y dyddiadau isod, ac anfonwch y cais wedyn.",
      datesChanged:
        "Nid yr un dyddiadau â’r rhai a welsoch yw’r rhain. Edrychwch arnynt, ac anfonwch y cais eto.",
      sending: "Mae’r cais hwn yn cael ei anfon eisoes. Arhoswch funud, ac anfonwch eto.",
    },
  },
  en: {
    title: "Ask for a time",
    lead: "Ask for one date, or for the same time every week. The school answers; nothing is booked until it agrees.",
    faultsTitle: "Something needs to be put right",
    faultInTitle: "Error",
    time: "The time",
    chooseSpace: "Choose a space",
    everyWeek: "Every week (optional)",
    everyWeekHint: "Leave the last date empty to ask for one date only.",
    check: "See what is free",
    purpose: "What for",
    titleHint: "As the school will see it, such as the name of your club.",
    activityHint: "What you will do, such as badminton.",
    attendanceHint: "How many are likely to come. You may leave this empty.",
    audienceHint:
      "The price, and what the school asks for, may depend on it. Choose all that apply.",
    organisation: "Your organisation",
    keyHint: "The key that you have from the school. This page does not keep it.",
    send: "Send the request",
    canBeHad: "This time is free",
    cannotBeHad: "This time can’t be had",
    instead: "You could have one of these instead:",
    take: (place, time) => `Choose ${time}, ${place}`,
    at: (place, date, time) => `${place}, ${date}, ${time}`,
    hours: (start, end) => `${start} to ${end}`,
    warning: "Please note",
    dates: "The dates",
    weekly: (place, hours, first, last) =>
      `${place}, ${hours}, every week from ${first} to ${last}`,
    bookable: (count) => `Dates that can be had: ${count}`,
    denied: (count) => `Dates that can’t be had: ${count}`,
    excluded: (count) => `Dates that the request leaves out: ${count}`,
    onlyBookable: "The request asks for the dates that can be had, and for those alone.",
    date: "Date",
    outcome: "What you would get",
    verdicts: { bookable: "Free", denied: "Can’t be had", excluded: "Left out" },
    price: "The price",
    priceLines: "How it comes to that",
    priceNotWhole: "The whole price could not be worked out just now.",
    sentTitle: "Your request has been sent",
    sentText: "The school will answer it.",
    sentHolds: "The time is held for you while the request waits.",
    sentHoldsUntil: (date) =>
      `The time is held for you until it answers, at the latest until ${date}. The request lapses then if it has not answered.`,
    sentDoesNotHold: "The time is not held for you until then.",
    sentLapses: (date) => `The request lapses on ${date} if the school has not answered.`,
    reference: "Reference",
    another: "Ask for another time",
    labels: {
      space: "Space",
      date: "Date",
      start: "From",
      end: "To",
      until: "Last date",
      termTime: "In term time only, without half terms and bank holidays",
      title: "Name of the event",
      activity: "Activity",
      attendance: "Number of people",
      audience: "Whom it is for",
      isPublic: "The school may show the name of the event to anyone in its ‘What’s on’",
      key: "Your organisation’s key",
    },
    faults: {
      spaceMissing: "Choose a space.",
      dateMissing: "Enter the date.",
      dateUnclear: "Enter a date that exists.",
      startMissing: "Enter when it starts.",
      endMissing: "Enter when it ends.",
      timeUnclear: "Enter a time in hours and minutes.",
      endNotAfterStart: "The end must be after the start.",
      untilBeforeDate: "The last date must be after the first.",
      untilTooLate: "The last date must be within two years of the first.",
      titleMissing: "Enter a name for the event.",
      activityMissing: "Enter the activity.",
      attendanceUnclear: "Enter the number of people as a whole number, or leave it empty.",
      keyMissing: "Enter your organisation’s key.",
      keyWrong: "This key is not valid. Check it, or ask the school for a new one.",
      keysTooMany:
        "Too many keys that are not valid were given from your network. Nothing has been sent: wait a minute, then send the request again.",
      keyOfOther: "This is not the key of an organisation that hires.",
      keyMayNot: "This key may not ask for bookings.",
      lookFirst: "Look at the dates below, then send the request.",
      datesChanged:
        "These are not the dates that you were shown. Look at them, then send the request again.",
      sending: "This request is already being sent. Wait a minute, then send it again.",
    },
  },
};
