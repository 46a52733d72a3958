import { bankHolidaysEnglandAndWales, welshTermDates } from "@neuadd/core";

/** The school that `season.json` names, as far as it is needed here. */
export const SCHOOL = "brynmawr-foundation";

export const school = {
  school: {
    id: SCHOOL,
    name: { cy: "Ysgol Sefydledig Brynmawr", en: "Brynmawr Foundation School" },
    authority: "blaenau-gwent",
    category: "foundation",
    languageMedium: "english",
    phases: ["secondary"],
    controller: "governingBody",
    zone: "Europe/London",
    requestsHold: true,
    requestsLapseAfterDays: 21,
  },
  premises: [
    {
      id: "main-site",
      name: { cy: "Prif safle", en: "Main site" },
      schoolHours: { start: "08:30", end: "16:00" },
      terms: { minimumMinutes: 30, startGridMinutes: 15, horizonDays: 400 },
      communityHours: [
        { dayKinds: ["term", "inset"], hours: [{ start: "17:00", end: "22:00" }] },
        { dayKinds: ["halfTerm", "holiday"], hours: [{ start: "09:00", end: "21:00" }] },
        { dayKinds: ["weekend"], hours: [{ start: "09:00", end: "18:00" }] },
      ],
      spaces: [
        {
          id: "sports-hall",
          name: { cy: "Neuadd chwaraeon", en: "Sports hall" },
          kind: "sportsHall",
          capacity: 240,
          facilities: ["badmintonNets"],
        },
        {
          id: "sports-hall-a",
          parent: "sports-hall",
          name: { cy: "Neuadd chwaraeon – hanner A", en: "Sports hall – half A" },
          kind: "sportsHall",
          capacity: 120,
        },
        {
          id: "sports-hall-b",
          parent: "sports-hall",
          name: { cy: "Neuadd chwaraeon – hanner B", en: "Sports hall – half B" },
          kind: "sportsHall",
          capacity: 120,
        },
      ],
    },
  ],
  calendar: { layers: [bankHolidaysEnglandAndWales, welshTermDates] },
};
