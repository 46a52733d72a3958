import { type Bilingual, isLocalDate, isLocalTime } from "@neuadd/core";
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
  readonly title: string;
  readonly activity: string;
  readonly attendance: string;
  readonly key: string;
  /** Whether the title may be shown to anyone. */
  readonly isPublic: boolean;
  /** Tells one filling-in of the form from another, so that a form that is sent twice books once. */
  readonly once: string;
}

export type RequestField = Exclude<keyof RequestForm, "once">;

/** What is wrong, field by field, in the order of the form. */
export type RequestFaults = ReadonlyMap<RequestField, Bilingual>;

const TIME_FIELDS: ReadonlySet<RequestField> = new Set(["space", "date", "start", "end"]);

const FIELD_ORDER = [
  "space",
  "date",
  "start",
  "end",
  "title",
  "activity",
  "attendance",
  "isPublic",
  "key",
] as const satisfies readonly RequestField[];

/** Fields of the API's request, by the field of the form that they come from. */
const FIELDS_BY_POINTER: Readonly<Record<string, RequestField>> = {
  "#/space": "space",
  "#/first": "date",
  "#/startTime": "start",
  "#/endTime": "end",
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
    end: text("end"),
    title: text("title"),
    activity: text("activity"),
    attendance: text("attendance"),
    key: text("key"),
    isPublic: text("isPublic") !== "",
    once: /^[\w-]{8,64}$/.test(text("once")) ? text("once") : newOnce(),
  };
}

/** The form as a request of the API, whose rules it is held to. */
export function requestOf(form: RequestForm): Readonly<Record<string, unknown>> {
  const { space, date, start, title, activity, attendance } = form;
  const given = {
    space,
    first: date,
    startTime: start,
    endTime: endTime(form),
    title,
    activity,
    attendance: /^\d{1,9}$/.test(attendance) ? Number(attendance) : attendance,
  };
  const filled = Object.entries(given).filter(([, value]) => value !== "");
  return { ...Object.fromEntries(filled), ...(form.isPublic && { publicTitle: true }) };
}

/** Whatever is wrong with the form, but for what only the ledger can say. */
export function formFaults(form: RequestForm, { tree }: SchoolState): RequestFaults {
  const faults = new Map<RequestField, Bilingual>();
  const parsed = BookingBody.safeParse(requestOf(form), { reportInput: true });
  for (const { pointer = "", detail } of bodyFaults(parsed.error?.issues ?? [])) {
    const field = FIELDS_BY_POINTER[pointer];
    if (field !== undefined) faults.set(field, detail);
  }
  const say = (field: RequestField, sentence: keyof typeof requestMessages.en.faults): void => {
    const [cy, en] = [requestMessages.cy.faults[sentence], requestMessages.en.faults[sentence]];
    if (!faults.has(field)) faults.set(field, { cy, en });
  };
  if (tree.byId.get(form.space)?.bookable !== true) say("space", "spaceUnknown");
  if (!isLocalDate(form.date)) say("date", "dateUnclear");
  if (!isLocalTime(form.start)) say("start", "timeUnclear");
  if (!isLocalTime(endTime(form))) say("end", "timeUnclear");
  if (!faults.has("start") && !faults.has("end") && endTime(form) <= form.start) {
    say("end", "endNotAfterStart");
  }
  if (form.attendance !== "" && !/^\d{1,9}$/.test(form.attendance)) {
    faults.delete("attendance");
    say("attendance", "attendanceUnclear");
  }
  if (form.key === "") say("key", "keyMissing");
  return inOrder(faults);
}

/** The faults of the time alone: what keeps it from being looked up. */
export function timeFaults(faults: RequestFaults): RequestFaults {
  return new Map([...faults].filter(([field]) => TIME_FIELDS.has(field)));
}

/** The end of the day is written 24:00 in the ledger, which no time field of a browser can hold. */
export function endTime({ end }: RequestForm): string {
  return end === "00:00" ? "24:00" : end;
}

function inOrder(faults: RequestFaults): RequestFaults {
  const order = (field: RequestField): number => FIELD_ORDER.indexOf(field);
  return new Map([...faults].toSorted(([one], [other]) => order(one) - order(other)));
}
