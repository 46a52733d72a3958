import {
  AUDIENCE_TAGS,
  type AudienceTag,
  type Bilingual,
  dayNumber,
  isLocalDate,
  isLocalTime,
  MAXIMUM_SERIES_SPAN_DAYS,
  type Purpose,
  type SeriesRequest,
} from "@neuadd/core";
import { BookingBody } from "../http/booking-bodies.ts";
import { bodyFaults } from "../http/issue-sentences.ts";
import type { SchoolState } from "../ledger/school-model.ts";
import { requestMessages } from "./messages/request-messages.ts";

/** What stands in the fields of the form: text as it was typed. */
export interface RequestForm {
  readonly space: string;
  readonly date: string;
  readonly start: string;
  readonly end: string;
  /** The last date of a weekly series; empty for one date. */
  readonly until: string;
  /** Whether a series leaves out holidays, half terms and bank holidays. */
  readonly termTime: boolean;
  readonly title: string;
  readonly activity: string;
  readonly attendance: string;
  /** Whom it is for; empty: not said. */
  readonly audience: readonly AudienceTag[];
  readonly key: string;
  /** Whether the title may be shown to anyone. */
  readonly isPublic: boolean;
  /** Tells one filling-in of the form from another, so that a form that is sent twice books once. */
  readonly once: string;
  /** The digest of the series as it was shown. Empty: it has not been shown. */
  readonly seen: string;
}

export type RequestField = Exclude<keyof RequestForm, "once" | "seen">;

/** What is wrong, field by field, in the order of the form; `whole` is what no single field could put right. */
export type RequestFaults = ReadonlyMap<RequestField | "whole", Bilingual>;

const TIME_FIELDS: ReadonlySet<RequestField | "whole"> = new Set([
  "space",
  "date",
  "start",
  "end",
  "until",
]);

const FIELD_ORDER = [
  "whole",
  "space",
  "date",
  "start",
  "end",
  "until",
  "termTime",
  "title",
  "activity",
  "attendance",
  "audience",
  "isPublic",
  "key",
] as const satisfies readonly (RequestField | "whole")[];

/** Fields of the API's request, by the field of the form that they come from. */
const FIELDS_BY_POINTER: Readonly<Record<string, RequestField>> = {
  "#/space": "space",
  "#/first": "date",
  "#/startTime": "start",
  "#/endTime": "end",
  "#/recurrence/until": "until",
  "#/title": "title",
  "#/activity": "activity",
  "#/attendance": "attendance",
};

/** Reads the form from the fields of a query or of a body; what is not there is empty. */
export function readForm(
  fields: Readonly<Record<string, unknown>>,
  newOnce: () => string,
): RequestForm {
  const text = (name: string): string => {
    const value = fields[name];
    return typeof value === "string" ? value.trim().slice(0, 1000) : "";
  };
  return {
    space: text("space"),
    date: text("date"),
    start: text("start"),
    end: text("end") === "24:00" ? "00:00" : text("end"),
    until: text("until"),
    termTime: text("termTime") !== "",
    title: text("title"),
    activity: text("activity"),
    attendance: text("attendance"),
    audience: AUDIENCE_TAGS.filter((tag) => text(audienceField(tag)) !== ""),
    key: text("key"),
    isPublic: text("isPublic") !== "",
    once: /^[\w-]{8,64}$/.test(text("once")) ? text("once") : newOnce(),
    seen: /^[\w-]{1,128}$/.test(text("seen")) ? text("seen") : "",
  };
}

/** The name of the box that says that a request is for an audience. */
export function audienceField(tag: AudienceTag): string {
  return `audience-${tag}`;
}

/** What the form says that the request is for; absent if it says nothing of it. */
export function purposeOf({ audience }: RequestForm): { readonly purpose?: Purpose } {
  return audience.length === 0 ? {} : { purpose: { elements: [], audience } };
}

/** The form as a request of the API, whose rules it is held to. */
export function requestOf(form: RequestForm): Readonly<Record<string, unknown>> {
  const { title, activity, attendance, isPublic, seen } = form;
  const given = {
    ...seriesOf(form),
    title,
    activity,
    attendance: /^\d{1,9}$/.test(attendance) ? Number(attendance) : attendance,
  };
  const filled = Object.entries(given).filter(([, value]) => value !== "");
  return {
    ...Object.fromEntries(filled),
    ...purposeOf(form),
    ...(isPublic && { publicTitle: true }),
    ...(isSeries(form) && seen !== "" && { expectedDigest: seen }),
  };
}

/** Whether the form asks for a date every week rather than for one. */
export function isSeries({ until }: RequestForm): boolean {
  return until !== "";
}

/** When and where the form asks for; of a series, the dates that can't be had are left out. */
export function seriesOf(form: RequestForm): SeriesRequest {
  const { space, date, start, until, termTime } = form;
  const inTerm = { termTimeOnly: true, excludeBankHolidays: true };
  return {
    space,
    first: date,
    startTime: start,
    endTime: endTime(form),
    ...(isSeries(form) && {
      recurrence: { rule: "FREQ=WEEKLY", until, ...(termTime && inTerm) },
      onClash: { policy: "skip" },
    }),
  };
}

/** Whatever is wrong with the form, but for what only the ledger can say. */
export function formFaults(form: RequestForm, { tree }: SchoolState): RequestFaults {
  const faults = new Map<RequestField, Bilingual>();
  const say = (field: RequestField, sentence: keyof typeof requestMessages.en.faults): void => {
    const [cy, en] = [requestMessages.cy.faults[sentence], requestMessages.en.faults[sentence]];
    if (!faults.has(field)) faults.set(field, { cy, en });
  };
  const { date, start, until, attendance } = form;
  const end = endTime(form);
  if (tree.byId.get(form.space)?.bookable !== true) say("space", "spaceMissing");
  if (!isLocalDate(date)) say("date", date === "" ? "dateMissing" : "dateUnclear");
  if (!isLocalTime(start)) say("start", start === "" ? "startMissing" : "timeUnclear");
  if (!isLocalTime(end)) say("end", end === "" ? "endMissing" : "timeUnclear");
  else if (!faults.has("start") && end <= start) say("end", "endNotAfterStart");
  if (isSeries(form) && !isLocalDate(until)) say("until", "dateUnclear");
  else if (isSeries(form) && !faults.has("date")) {
    const days = dayNumber(until) - dayNumber(date);
    if (days < 0) say("until", "untilBeforeDate");
    if (days > MAXIMUM_SERIES_SPAN_DAYS) say("until", "untilTooLate");
  }
  if (form.title === "") say("title", "titleMissing");
  if (form.activity === "") say("activity", "activityMissing");
  if (attendance !== "" && !/^\d{1,9}$/.test(attendance)) say("attendance", "attendanceUnclear");
  if (form.key === "") say("key", "keyMissing");
  // What else the API would refuse, such as a text that is too long.
  const parsed = BookingBody.safeParse(requestOf(form), { reportInput: true });
  for (const { pointer = "", detail } of bodyFaults(parsed.error?.issues ?? [])) {
    const field = FIELDS_BY_POINTER[pointer];
    if (field !== undefined && !faults.has(field)) faults.set(field, named(field, detail));
  }
  return inOrder(faults);
}

/** A sentence of the API, which says nothing of the field that it is about. */
function named(field: RequestField, { cy, en }: Bilingual): Bilingual {
  const { labels: welsh } = requestMessages.cy;
  const { labels: english } = requestMessages.en;
  return { cy: `${welsh[field]}: ${cy}`, en: `${english[field]}: ${en}` };
}

/** The faults of the time alone: what keeps it from being looked up. */
export function timeFaults(faults: RequestFaults): RequestFaults {
  return new Map([...faults].filter(([field]) => TIME_FIELDS.has(field)));
}

/** The end of the day is written 24:00 in the ledger, which no time field of a browser can hold. */
function endTime({ end }: RequestForm): string {
  return end === "00:00" ? "24:00" : end;
}

/** Faults in the order of the form. */
export function inOrder(faults: RequestFaults): RequestFaults {
  const order = (field: RequestField | "whole"): number => FIELD_ORDER.indexOf(field);
  return new Map([...faults].toSorted(([one], [other]) => order(one) - order(other)));
}
