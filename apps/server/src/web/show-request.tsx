import { randomUUID } from "node:crypto";
import { type Language, localDateOf, type SeriesDecision } from "@neuadd/core";
import type { Context } from "hono";
import { isId } from "../ids.ts";
import type { Actor } from "../keys/actor.ts";
import { readSchool, type SchoolState } from "../ledger/school-model.ts";
import { decideForm } from "./decide-form.ts";
import { requestMessages } from "./messages/request-messages.ts";
import { findKeyHolder, type KeyHolder } from "./find-key-holder.ts";
import { type PageKit, sendFault, sendPage, settingOf } from "./page-kit.tsx";
import { inBothLanguages, requestPath, requestSentPath } from "./page-paths.ts";
import {
  formFaults,
  isSeries,
  readForm,
  type RequestFaults,
  type RequestForm,
  timeFaults,
} from "./request-form.ts";
import { RequestPage } from "./request-page.tsx";
import { RequestSentPage } from "./request-sent-page.tsx";
import { sendRequest } from "./send-request.ts";
import { heldUntil } from "./held-until.ts";

/** The form, with the time that the query names filled in. A key has no place in an address, and none is taken from it. */
export async function showRequest(
  context: Context,
  kit: PageKit,
  language: Language,
): Promise<Response> {
  const state = await readSchool(kit.services, context.req.param("school") ?? "");
  const form = { ...readForm(context.req.query(), randomUUID), key: "" };
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
  const holder = form.key === "" ? undefined : await findKeyHolder(context, kit, form.key);
  const actor = holder?.actor;
  const given = { state, form, ...(actor && { actor }) };
  const ofKey = keyFaults(holder);
  const others = formFaults(form, state);
  const faults = new Map([...(action === "send" ? others : timeFaults(others)), ...ofKey]);
  if (faults.size > 0) {
    const status = holder?.isTooMany === true ? 429 : 422;
    return sendForm(context, kit, language, { ...given, faults }, status);
  }
  if (action !== "send" || actor === undefined) {
    return sendForm(context, kit, language, { ...given, faults }, 200);
  }
  if (isSeries(form) && form.seen === "") {
    return sendForm(context, kit, language, { ...given, faults: LOOK_FIRST }, 422);
  }
  const sent = await sendRequest(kit, state, form, actor);
  if (sent.booking !== undefined) {
    return context.redirect(requestSentPath(language, state.school.id, sent.booking), 303);
  }
  const { status, decision } = sent;
  const refused = { ...given, faults: sent.faults, ...(decision && { decision }) };
  return sendForm(context, kit, language, refused, status);
}

function keyFaults(holder: KeyHolder | undefined): RequestFaults {
  if (holder === undefined || holder.actor !== undefined) return new Map();
  const fault = holder.isTooMany ? "keysTooMany" : "keyWrong";
  const { cy, en } = requestMessages;
  return new Map([["key", { cy: cy.faults[fault], en: en.faults[fault] }]]);
}

/** A series is sent only with its dates in sight. */
const LOOK_FIRST: RequestFaults = new Map([
  ["whole", { cy: requestMessages.cy.faults.lookFirst, en: requestMessages.en.faults.lookFirst }],
]);

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
  const until = await heldUntil(kit.services, state, booking);
  const props = { setting, state, booking, ...(until !== undefined && { until }) };
  return sendPage(context, setting, <RequestSentPage {...props} />);
}

interface GivenForm {
  readonly state: SchoolState;
  readonly form: RequestForm;
  readonly faults: RequestFaults;
  /** Whose key stands in the form. */
  readonly actor?: Actor;
  /** What is decided already; otherwise it is looked up. */
  readonly decision?: SeriesDecision;
}

async function sendForm(
  context: Context,
  kit: PageKit,
  language: Language,
  { state, form, faults, actor, decision }: GivenForm,
  status: 200 | 409 | 422 | 429,
): Promise<Response> {
  const { id, zone } = state.school;
  const { space, date, start, end, until, termTime } = form;
  const time = { space, date, start, end, until, termTime };
  const paths = inBothLanguages((each) => requestPath(each, id, time));
  const setting = settingOf(kit, language, paths);
  const decided = await decideForm(kit, state, form, {
    ...(actor && { actor }),
    ...(decision && { decision }),
  });
  const today = localDateOf(setting.now, zone);
  const shown = {
    ...form,
    date: form.date === "" ? today : form.date,
    seen: decided?.decision.digest ?? "",
  };
  const props = { setting, state, form: shown, faults, ...(decided && { decided }) };
  const response = await sendPage(context, setting, <RequestPage {...props} />, status);
  // The page may hold a key that was just typed: no cache is to keep it.
  response.headers.set("cache-control", "no-store");
  return response;
}

/** A button may choose another space or time: `take <space> <start> <end>`. */
function withAlternative(form: RequestForm, action: string): RequestForm {
  const [word, space, start, end] = action.split(" ");
  if (word !== "take" || space === undefined || start === undefined || end === undefined) {
    return form;
  }
  return { ...form, space, start, end: end === "24:00" ? "00:00" : end };
}
