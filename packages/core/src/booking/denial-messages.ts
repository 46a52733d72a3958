import type { Bilingual } from "../language/bilingual.ts";
import { sayDate, sayTime } from "../time/say-date.ts";
import type { DENIAL_CODES } from "./denial-codes.ts";
import type { DenialDetails } from "./denial-details.ts";
import {
  sayDayKind,
  sayHeldTime,
  sayHours,
  sayMinutes,
  sayPeople,
  sayRange,
  sayRanges,
  welshDate,
} from "./message-words.ts";

type Messages = {
  readonly [Code in (typeof DENIAL_CODES)[number]]: (details: DenialDetails[Code]) => Bilingual;
};

/** The sentence of each denial, from the facts behind it. */
export const DENIAL_MESSAGES: Messages = {
  OUTSIDE_COMMUNITY_HOURS: ({ date, startTime, endTime, open }) => ({
    cy: `Ar ${welshDate(date, "soft")} mae’r lle hwn ar agor i’r gymuned ${sayRanges(open, "cy")}; nid yw’r amser ${sayRange(startTime, endTime, "cy")} o fewn hynny.`,
    en: `On ${sayDate(date, "en")} this space is open to the community ${sayRanges(open, "en")}; the time ${sayRange(startTime, endTime, "en")} is not within that.`,
  }),
  SCHOOL_IN_SESSION: ({ date, schoolHours: { start, end } }) => ({
    cy: `Mae gwersi yn yr ysgol ${sayRange(start, end, "cy")} ar ${welshDate(date, "soft")}.`,
    en: `The school has lessons ${sayRange(start, end, "en")} on ${sayDate(date, "en")}.`,
  }),
  CLOSED: (day) => ({
    cy: `Nid yw’r lle hwn ar agor i’r gymuned ar ${welshDate(day.date, "soft")}${sayDayKind(day, "cy")}.`,
    en: `This space is not open to the community on ${sayDate(day.date, "en")}${sayDayKind(day, "en")}.`,
  }),
  OVERLAPS_BOOKING: (held) => {
    const { cy, en } = sayHeldTime(held);
    return {
      cy: `Mae’r lle hwn eisoes wedi’i archebu ${cy}.`,
      en: `This space is already booked ${en}.`,
    };
  },
  OVERLAPS_REQUEST: (held) => {
    const { cy, en } = sayHeldTime(held);
    return {
      cy: `Mae’r lle hwn yn cael ei gadw ar gyfer cais arall, sy’n aros am ateb yr ysgol, ${cy}.`,
      en: `This space is held for another request, which waits for the school’s answer, ${en}.`,
    };
  },
  BLOCKED: (held) => {
    const { cy, en } = sayHeldTime(held);
    return {
      cy: `Mae’r lle hwn wedi’i neilltuo gan yr ysgol ${cy}.`,
      en: `This space is set aside by the school ${en}.`,
    };
  },
  TOO_SHORT: ({ minutes, minimumMinutes }) => ({
    cy: `Rhaid i archeb yma bara o leiaf ${sayMinutes(minimumMinutes, "cy")}; mae hon yn para ${sayMinutes(minutes, "cy")}.`,
    en: `A booking here must last at least ${sayMinutes(minimumMinutes, "en")}; this one lasts ${sayMinutes(minutes, "en")}.`,
  }),
  TOO_LONG: ({ minutes, maximumMinutes }) => ({
    cy: `Gall archeb yma bara hyd at ${sayMinutes(maximumMinutes, "cy")}; mae hon yn para ${sayMinutes(minutes, "cy")}.`,
    en: `A booking here may last up to ${sayMinutes(maximumMinutes, "en")}; this one lasts ${sayMinutes(minutes, "en")}.`,
  }),
  OFF_GRID: ({ startGridMinutes, time, before, after }) => ({
    cy: `Mae archebion yma’n dechrau ac yn gorffen fesul ${sayMinutes(startGridMinutes, "cy")}; yn lle ${sayTime(time, "cy")}, dewiswch ${sayTime(before, "cy")} neu ${sayTime(after, "cy")}.`,
    en: `Bookings here start and end in steps of ${sayMinutes(startGridMinutes, "en")}; instead of ${sayTime(time, "en")}, choose ${sayTime(before, "en")} or ${sayTime(after, "en")}.`,
  }),
  TOO_SOON: ({ noticeHours }) => ({
    cy: `Rhaid archebu yma o leiaf ${sayHours(noticeHours, "cy")} ymlaen llaw.`,
    en: `This space must be booked at least ${sayHours(noticeHours, "en")} ahead.`,
  }),
  TOO_FAR_AHEAD: ({ lastDate }) => ({
    cy: `Ar hyn o bryd gellir archebu yma hyd at ${welshDate(lastDate, "soft")}.`,
    en: `For now this space can be booked up to ${sayDate(lastDate, "en")}.`,
  }),
  OVER_CAPACITY: ({ capacity, attendance }) => ({
    cy: `Mae lle yma i ${sayPeople(capacity, "cy")}; disgwylir ${attendance}.`,
    en: `This space holds ${sayPeople(capacity, "en")}; ${attendance} are expected.`,
  }),
  IN_THE_PAST: ({ date, startTime }) => ({
    cy: `Mae ${sayTime(startTime, "cy")} ar ${welshDate(date, "soft")} eisoes wedi mynd heibio.`,
    en: `${sayDate(date, "en")} at ${sayTime(startTime, "en")} has already passed.`,
  }),
  OVERLAPS_ITSELF: ({ date, otherDate }) => ({
    cy:
      date === otherDate
        ? `Mae archeb gan yr un gyfres eisoes ar ${welshDate(date, "soft")}.`
        : `Byddai’r dyddiad hwn yn gorgyffwrdd ag archeb yr un gyfres ar ${welshDate(otherDate, "soft")}.`,
    en:
      date === otherDate
        ? `The same series already has a booking on ${sayDate(date, "en")}.`
        : `This date would overlap the booking of the same series on ${sayDate(otherDate, "en")}.`,
  }),
  NONEXISTENT_LOCAL_TIME: ({ date, time }) => ({
    cy: `Mae’r clociau’n cael eu troi ymlaen ar ${welshDate(date, "soft")}: nid yw ${sayTime(time, "cy")} yn bod y diwrnod hwnnw.`,
    en: `The clocks go forward on ${sayDate(date, "en")}: there is no ${sayTime(time, "en")} that day.`,
  }),
};
