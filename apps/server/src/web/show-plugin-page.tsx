import type { Language } from "@neuadd/core";
import type { Context } from "hono";
import type { Actor } from "../keys/actor.ts";
import { findActor } from "../keys/find-actor.ts";
import type { PluginPage } from "../plugins/plugin-runtime.ts";
import { type PageKit, sendFault, sendPage, settingOf } from "./page-kit.tsx";
import { inBothLanguages, pluginPagePath } from "./page-paths.ts";
import { PluginDeskPage } from "./plugin-desk-page.tsx";

/** Answers with the page of a plugin, to whoever may open it. A page whose plugin fails is answered with an error page. */
export async function showPluginPage(
  context: Context,
  kit: PageKit,
  language: Language,
): Promise<Response> {
  const { plugin = "", path = "" } = context.req.param();
  const paths = inBothLanguages((each) => pluginPagePath(each, plugin, path));
  const setting = settingOf(kit, language, paths);
  const page = kit.plugins.pages.find((each) => each.plugin === plugin && each.path === path);
  if (page === undefined) return sendFault(context, setting, "notFound");
  const opened = await openFor(context, kit, page);
  if (typeof opened === "string") return sendFault(context, setting, opened);
  const request = { language, now: setting.now, query: context.req.query(), ...opened };
  const content = await page.render(request);
  const title = page.title[language];
  return sendPage(context, setting, <PluginDeskPage {...{ setting, title, content }} />);
}

/** A page for schools opens to the key of a school, of an authority or of the operator. */
async function openFor(
  context: Context,
  kit: PageKit,
  page: PluginPage,
): Promise<{ readonly caller?: Actor } | "keyNeeded" | "keyRefused"> {
  if (page.audience === "anyone") return {};
  const key = /^Bearer +(\S+)$/i.exec(context.req.header("authorization") ?? "")?.[1];
  const actor = key === undefined ? undefined : await findActor(kit.services, key);
  if (actor === undefined) return "keyNeeded";
  return actor.kind === "hirer" ? "keyRefused" : { caller: actor };
}
