import { randomUUID } from "node:crypto";
import { type DecidedDate, type Language, localDateOf } from "@neuadd/core";
import type { Context } from "hono";
import { isId } from "../ids.ts";
import { previewBooking } from "../ledger/preview-booking.ts";
import { readSchool, type SchoolState } from "../ledger/school-model.ts";
import { type PageKit, sendFault, sendPage, settingOf } from "./page-kit.tsx";
import { inBothLanguages, requestPath, requestSentPath } from "./page-paths.ts";
import {
  endTime,
  formFaults,
  readForm,
  type RequestFaults,
  type RequestForm,
  timeFaults,
} from "./request-form.ts";
import { RequestPage } from "./request-page.tsx";
import { RequestSentPage } from "./request-sent-page.tsx";
import { sendRequest } from "./send-request.ts";

/** The form, with the time that the query names filled in. */
export async function showRequest(
  context: Context,
  kit: PageKit,
  language: Language,
): Promise<Response> {
  const state = await readSchool(kit.services, context.req.param("school") ?? "");
  const form = readForm(context.req.query(), randomUUID);
  const hasTime = form.date !== "" && form.start !== "" && form.end !== "";
  const faults = hasTime ? timeFaults(formFaults(form, state)) : new Map();
  return sendForm(context, kit, language, { state, form, faults }, faults.size > 0 ? 422 : 200);
}

/** Looks a time up, or sends the request; what was typed comes back unless the request was sent. */
export async function takeRequest(
  context: Context,
  kit: PageKit,
  language: Language,
): Promise<Response> {
  const state = await readSchool(kit.services, context.req.param("school") ?? "");
  const fields = await context.req.parseBody();
  const action = typeof fields["do"] === "string" ? fields["do"] : "check";
  const form = withAlternative(readForm(fields, randomUUID), action);
  const faults = formFaults(form, state);
  if (action !== "send") {
    const wrong = timeFaults(faults);
    const given = { state, form, faults: wrong };
    return sendForm(context, kit, language, given, wrong.size > 0 ? 422 : 200);
  }
  if (faults.size > 0) return sendForm(context, kit, language, { state, form, faults }, 422);
  const sent = await sendRequest(kit.services, state, form);
  if (sent.booking !== undefined) {
    return context.redirect(requestSentPath(language, state.school.id, sent.booking), 303);
  }
  const { fault, status, decided } = sent;
  const given = { state, form, faults: new Map([[fault.field, fault.sentence]]) };
  return sendForm(context, kit, language, { ...given, ...(decided && { decided }) }, status);
}

/** Says that a request has been sent. */
export async function showRequestSent(
  context: Context,
  kit: PageKit,
  language: Language,
): Promise<Response> {
  const id = context.req.param("school") ?? "";
  const state = await readSchool(kit.services, id);
  const booking = context.req.query("booking") ?? "";
  const paths = inBothLanguages((each) => requestSentPath(each, id, booking));
  const setting = settingOf(kit, language, paths);
  if (!isId("bok", booking)) return sendFault(context, setting, "notFound");
  return sendPage(context, setting, <RequestSentPage {...{ setting, state, booking }} />);
}

interface GivenForm {
  readonly state: SchoolState;
  readonly form: RequestForm;
  readonly faults: RequestFaults;
  /** What is decided already; otherwise it is looked up. */
  readonly decided?: DecidedDate;
}

async function sendForm(
  context: Context,
  kit: PageKit,
  language: Language,
  { state, form, faults, decided }: GivenForm,
  status: 200 | 409 | 422,
): Promise<Response> {
  const { id, zone } = state.school;
  const { space, date, start, end } = form;
  const time = { space, date, start, end };
  const paths = inBothLanguages((each) => requestPath(each, id, time));
  const setting = settingOf(kit, language, paths);
  const known = decided ?? (await decide(kit, state, form));
  const today = localDateOf(setting.now, zone);
  const shown = { ...form, date: form.date === "" ? today : form.date };
  const props = { setting, state, form: shown, faults, ...(known && { decided: known }) };
  const response = await sendPage(context, setting, <RequestPage {...props} />, status);
  // The page may hold a key that was just typed: no cache is to keep it.
  response.headers.set("cache-control", "no-store");
  return response;
}

/** What the ledger says of the time; undefined while the time is not complete. */
async function decide(
  { services }: PageKit,
  state: SchoolState,
  form: RequestForm,
): Promise<DecidedDate | undefined> {
  const faults = formFaults(form, state);
  if (timeFaults(faults).size > 0) return undefined;
  const hasPeople = form.attendance !== "" && !faults.has("attendance");
  const { occurrences } = await previewBooking(services, state.school.id, {
    space: form.space,
    first: form.date,
    startTime: form.start,
    endTime: endTime(form),
    ...(hasPeople && { attendance: Number(form.attendance) }),
  });
  return occurrences[0];
}

/** A button may choose another space or time: `take <space> <start> <end>`. */
function withAlternative(form: RequestForm, action: string): RequestForm {
  const [word, space, start, end] = action.split(" ");
  if (word !== "take" || space === undefined || start === undefined || end === undefined) {
    return form;
  }
  return { ...form, space, start, end: end === "24:00" ? "00:00" : end };
}
