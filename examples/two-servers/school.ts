/** A made-up school with one hall, as `neuadd import` would take it from a file. */
export const school = {
  school: {
    id: "ysgol-y-cwm",
    name: { cy: "Ysgol y Cwm", en: "Ysgol y Cwm" },
    authority: "enghraifft",
    category: "community",
    languageMedium: "dual",
    phases: ["primary"],
    controller: "governingBody",
    zone: "Europe/London",
  },
  premises: [
    {
      id: "main-site",
      name: { cy: "Prif safle", en: "Main site" },
      schoolHours: { start: "09:00", end: "15:30" },
      terms: { horizonDays: 400 },
      communityHours: [
        {
          dayKinds: ["term", "inset", "halfTerm", "holiday", "weekend"],
          hours: [{ start: "16:30", end: "21:00" }],
        },
      ],
      spaces: [
        {
          id: "hall",
          name: { cy: "Neuadd", en: "Hall" },
          kind: "schoolHall",
          capacity: 100,
        },
      ],
    },
  ],
  calendar: { use: ["bank-holidays-england-and-wales", "wales-term-dates"] },
};
