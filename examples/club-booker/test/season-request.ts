import type { BookingRequest } from "@neuadd/client";

/** Half the sports hall on ten Tuesdays of term, 18:00 to 19:30, from 8 September 2026. */
export const tuesdays: BookingRequest = {
  space: "sports-hall-a",
  title: "Badminton nos Fawrth",
  activity: "badminton",
  attendance: 16,
  first: "2026-09-08",
  startTime: "18:00",
  endTime: "19:30",
  recurrence: { rule: "FREQ=WEEKLY", count: 10, termTimeOnly: true },
  onClash: { policy: "skip" },
};

/** The whole hall on one Tuesday: in the way of the season above. */
export const gala: BookingRequest = {
  space: "sports-hall",
  title: "Gala",
  activity: "gala",
  first: "2026-09-15",
  startTime: "17:00",
  endTime: "21:00",
};
