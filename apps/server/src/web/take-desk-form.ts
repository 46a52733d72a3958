import type { Language } from "@neuadd/core";
import {
  DESK_ACTION_NAME,
  DESK_TOKEN_NAME,
  type DeskFormAnswer,
  type DeskFormFaults,
} from "@neuadd/plugin-kit/host";
import type { Context } from "hono";
import type { Exchange } from "../http/exchange.ts";
import { endDeskSession, openDeskSession } from "../keys/desk-session.ts";
import { PluginError } from "../plugins/plugin-error.ts";
import {
  findDeskVisitor,
  forgetSession,
  isFormTokenOf,
  isSentFromHere,
  rememberSession,
} from "./desk-visitor.ts";
import { findKeyHolder } from "./find-key-holder.ts";
import { writeOutcome } from "./desk-outcome.ts";
import { SIGN_IN_FAULTS, UNFINISHED } from "./messages/desk-messages.ts";
import { type PageKit, sendFault } from "./page-kit.tsx";
import { homePath, withQuery } from "./page-paths.ts";
import type { PageSetting } from "./page-setting.ts";
import { SIGN_OUT } from "./plugin-desk-page.tsx";
import { askedPage, OUTCOME, sendPluginPage, sendSignIn } from "./show-plugin-page.tsx";
import { SIGN_IN } from "./sign-in-page.tsx";

/**
 * Takes a form of a page for schools: signs in or out, or does what an action of the page does. What is done leads back to
 * the page, which says so; what is refused comes back with what was typed. Nothing is done for a form that another site sent.
 */
export async function takeDeskForm(
  context: Context,
  kit: PageKit,
  language: Language,
): Promise<Response> {
  const { setting, page } = askedPage(context, kit, language);
  if (page?.audience !== "school") return sendFault(context, setting, "notFound");
  if (!isSentFromHere(context, kit)) return sendFault(context, setting, "sentFromElsewhere");
  const { action: asked, token, values } = readForm(await context.req.parseBody());
  if (asked === SIGN_IN) return signIn(context, kit, setting, values["key"] ?? "");

  const visitor = await findDeskVisitor(context, kit);
  if (visitor?.session === undefined) return sendSignIn(context, setting, 401);
  if (!isFormTokenOf(visitor.session, token)) {
    return sendFault(context, setting, "sentFromElsewhere");
  }
  if (asked === SIGN_OUT) {
    await endDeskSession(kit.services, visitor.session);
    forgetSession(context, kit);
    return context.redirect(homePath(language), 303);
  }
  const action = page.actions?.find(({ id }) => id === asked);
  if (action === undefined) return sendFault(context, setting, "notFound");
  const exchange = context.get("exchange") as Exchange;
  exchange.actor = visitor.actor;
  const { requestId } = exchange;
  const refuse = (faults: DeskFormFaults, isUnfinished: boolean) => {
    const refused = { action: action.id, values, faults, isUnfinished };
    return sendPluginPage(context, kit, { setting, page, visitor, refused });
  };
  const answer = await answerOrUndefined(() =>
    page.send(action, values, { requestId, language, actor: visitor.actor }),
  );
  if (answer === undefined) return refuse(new Map([["", UNFINISHED]]), true);
  if (answer.faults !== undefined) return refuse(answer.faults, false);
  const outcome = writeOutcome({ ...page, session: visitor.session }, answer.done);
  const [path = "", query = ""] = setting.paths[language].split("?");
  const chosen = Object.fromEntries(new URLSearchParams(query));
  const address = withQuery(path, {
    school: values["school"],
    ...chosen,
    [OUTCOME]: outcome,
  });
  return context.redirect(address, 303);
}

/** Undefined where the plugin failed: that is logged already, and the page shows how things stand. */
async function answerOrUndefined(
  send: () => Promise<DeskFormAnswer>,
): Promise<DeskFormAnswer | undefined> {
  try {
    return await send();
  } catch (error) {
    if (error instanceof PluginError) return undefined;
    throw error;
  }
}

async function signIn(
  context: Context,
  kit: PageKit,
  setting: PageSetting,
  key: string,
): Promise<Response> {
  const { keyMissing, keyWrong, keysTooMany, keyOfHirer } = SIGN_IN_FAULTS;
  if (key === "") return sendSignIn(context, setting, 422, keyMissing);
  const { actor, isTooMany } = await findKeyHolder(context, kit, key);
  if (actor === undefined) {
    return isTooMany
      ? sendSignIn(context, setting, 429, keysTooMany)
      : sendSignIn(context, setting, 422, keyWrong);
  }
  if (actor.kind === "hirer") return sendSignIn(context, setting, 422, keyOfHirer);
  rememberSession(context, kit, await openDeskSession(kit.services, actor));
  return context.redirect(setting.paths[setting.language], 303);
}

interface SentForm {
  readonly action: string;
  readonly token: string;
  readonly values: Readonly<Record<string, string>>;
}

/** The text of a form; files are left out. */
function readForm(body: Readonly<Record<string, unknown>>): SentForm {
  const texts = Object.entries(body).flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value.trim()] as const] : [],
  );
  const {
    [DESK_ACTION_NAME]: action = "",
    [DESK_TOKEN_NAME]: token = "",
    ...values
  } = Object.fromEntries(texts);
  return { action, token, values };
}
