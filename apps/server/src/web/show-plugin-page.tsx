import type { Bilingual, Language } from "@neuadd/core";
import { deskForms, type RefusedForm } from "@neuadd/plugin-kit/host";
import type { Context } from "hono";
import type { PluginPage } from "../plugins/plugin-runtime.ts";
import { type DeskVisitor, findDeskVisitor, formTokenOf } from "./desk-visitor.ts";
import { type PageKit, sendFault, sendPage, settingOf } from "./page-kit.tsx";
import { readOutcome } from "./desk-outcome.ts";
import { inBothLanguages, pluginPagePath, withQuery } from "./page-paths.ts";
import type { PageSetting } from "./page-setting.ts";
import { PluginDeskPage } from "./plugin-desk-page.tsx";
import { SignInPage } from "./sign-in-page.tsx";

/** The page of a plugin that a request is about, if there is one, and its surroundings. What it asks for stays in its address. */
export interface AskedPage {
  readonly setting: PageSetting;
  readonly page: PluginPage | undefined;
}

/** In the query, what came of a form. */
export const OUTCOME = "done";

export function askedPage(context: Context, kit: PageKit, language: Language): AskedPage {
  const { plugin = "", path = "" } = context.req.param();
  const { [OUTCOME]: _outcome, ...query } = context.req.query();
  const paths = inBothLanguages((each) => withQuery(pluginPagePath(each, plugin, path), query));
  return {
    setting: settingOf(kit, language, paths),
    page: kit.plugins.pages.find((each) => each.plugin === plugin && each.path === path),
  };
}

/**
 * Answers with the page of a plugin, to whoever may open it. A page for schools opens to the key of a school, of an authority
 * or of the operator, and shows a form to sign in until it is there. A page whose plugin fails is answered with an error page.
 */
export async function showPluginPage(
  context: Context,
  kit: PageKit,
  language: Language,
): Promise<Response> {
  const { setting, page } = askedPage(context, kit, language);
  if (page === undefined) return sendFault(context, setting, "notFound");
  if (page.audience === "anyone") return sendPluginPage(context, kit, { setting, page });
  const visitor = await findDeskVisitor(context, kit);
  if (visitor === undefined) return sendSignIn(context, setting, 401);
  if (visitor.actor.kind === "hirer") return sendFault(context, setting, "keyRefused");
  const { session } = visitor;
  const written = context.req.query(OUTCOME) ?? "";
  const done = session === undefined ? undefined : readOutcome({ ...page, session }, written);
  return sendPluginPage(context, kit, { setting, page, visitor, ...(done && { done }) });
}

interface ShownPage {
  readonly setting: PageSetting;
  readonly page: PluginPage;
  readonly visitor?: DeskVisitor;
  readonly done?: Bilingual;
  readonly refused?: RefusedForm & { readonly isUnfinished: boolean };
}

export async function sendPluginPage(
  context: Context,
  { plugins }: PageKit,
  { setting, page, visitor, done, refused }: ShownPage,
): Promise<Response> {
  const { language, now } = setting;
  const { actions = [] } = page;
  const token = visitor?.session === undefined ? "" : formTokenOf(visitor.session);
  const { form, refusedLabels } = deskForms({
    language,
    actions,
    token,
    ...(refused && { refused }),
  });
  // What is shown again is the school that the form is about, where nobody has chosen one.
  const school = refused?.values["school"];
  const content = await page.render({
    language,
    now,
    query: { ...(school !== undefined && { school }), ...context.req.query() },
    ...(visitor && { caller: visitor.actor }),
    form,
  });
  const pages = plugins.pages.filter(({ audience }) => audience === "school");
  const props = {
    setting,
    title: page.title[language],
    content,
    ...(token !== "" && { desk: { token, pages } }),
    ...(done && { done }),
    ...(refused && { refused: { ...refused, labels: refusedLabels } }),
  };
  const status = refused === undefined ? 200 : refused.isUnfinished ? 500 : 422;
  return withheld(visitor, await sendPage(context, setting, <PluginDeskPage {...props} />, status));
}

/** Asks for the key of a school, at the address of the page that it opens. */
export async function sendSignIn(
  context: Context,
  setting: PageSetting,
  status: 401 | 422 | 429,
  fault?: Bilingual,
): Promise<Response> {
  if (status === 401) context.header("www-authenticate", "Bearer");
  return sendPage(
    context,
    setting,
    <SignInPage setting={setting} {...(fault && { fault })} />,
    status,
  );
}

/** What a school alone may see is kept by no browser: somebody else may sit there next. */
function withheld(visitor: DeskVisitor | undefined, response: Response): Response {
  if (visitor !== undefined) response.headers.set("cache-control", "no-store");
  return response;
}
