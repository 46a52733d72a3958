import { type Language, localDateOf } from "@neuadd/core";
import { type Context, Hono } from "hono";
import { type BuiltWidget, readBuiltWidget } from "../embed/built-widget.ts";
import { addEmbedRoutes } from "../embed/embed-routes.ts";
import type { CountBadKey } from "../http/count-bad-keys.ts";
import { negotiateLanguage } from "../http/language.ts";
import type { Metrics } from "../http/metrics.ts";
import { listSchools } from "../ledger/list-schools.ts";
import { readSchool } from "../ledger/school-model.ts";
import type { PluginRuntime } from "../plugins/plugin-runtime.ts";
import { ServerError } from "../server-error.ts";
import type { Services } from "../services.ts";
import { AccessibilityPage } from "./accessibility-page.tsx";
import { HomePage } from "./home-page.tsx";
import { showEmbed } from "./show-embed.tsx";
import { FRAMED_PATH, showFramed } from "./show-framed.tsx";
import { type PageKit, sendFault, sendPage, settingOf } from "./page-kit.tsx";
import {
  accessibilityPath,
  embedPath,
  homePath,
  inBothLanguages,
  PATH_WORDS,
  schoolPath,
} from "./page-paths.ts";
import { pathInLanguage } from "./path-in-language.ts";
import { SchoolPage } from "./school-page.tsx";
import { showPluginPage } from "./show-plugin-page.tsx";
import { showRequest, showRequestSent, takeRequest } from "./show-request.tsx";
import { showWeek } from "./show-week.tsx";
import { takeDeskForm } from "./take-desk-form.ts";
import { STATIC_FILES } from "./static-files.ts";

export interface PageParts {
  readonly plugins: PluginRuntime;
  readonly metrics: Metrics;
  /** Shared with the API. */
  readonly countBadKey: CountBadKey;
  /** Where the server is reached from outside, without a slash at its end. */
  readonly publicUrl?: string;
  /** Default: the one that is installed, if it is built. */
  readonly widget?: BuiltWidget;
}

/**
 * The pages for people, in Welsh under `/cy` and in English under `/en`. `/` and `/x/...` show the page in the language
 * that `Accept-Language` prefers. Everything is rendered here: the pages need no script.
 */
export function createPages(
  services: Services,
  { plugins, metrics, countBadKey, publicUrl, widget = readBuiltWidget() }: PageParts,
): Hono {
  const kit: PageKit = {
    services,
    plugins,
    metrics,
    countBadKey,
    ...(publicUrl !== undefined && { publicUrl }),
    ...(widget !== undefined && { widget }),
  };
  const pages = new Hono();
  addEmbedRoutes(pages, widget);
  for (const { path, type, text } of STATIC_FILES) {
    pages.get(path, (context) =>
      context.body(text, 200, {
        "content-type": type,
        "cache-control": "public, max-age=31536000, immutable",
      }),
    );
  }
  pages.get("/", (context) => showHome(context, kit, preferredLanguage(context)));
  pages.get("/x/:plugin/:path?", (context) =>
    showPluginPage(context, kit, preferredLanguage(context)),
  );
  pages.post("/x/:plugin/:path?", (context) =>
    takeDeskForm(context, kit, preferredLanguage(context)),
  );
  pages.get("/embed", (context) => showEmbed(context, kit, preferredLanguage(context)));
  pages.get(FRAMED_PATH, (context) => showFramed(context, kit));
  addPagesIn("cy", pages, kit);
  addPagesIn("en", pages, kit);
  pages.get("*", (context) => showMissing(context, kit));
  pages.onError((error, context) => showError(error, context, kit));
  return pages;
}

function addPagesIn(language: Language, pages: Hono, kit: PageKit): void {
  const school = `/${language}/${PATH_WORDS.schools[language]}/:school`;
  for (const path of [homePath(language), `${homePath(language)}/`]) {
    pages.get(path, (context) => showHome(context, kit, language));
  }
  pages.get(school, (context) => showSchool(context, kit, language));
  pages.get(`${school}/${PATH_WORDS.week[language]}`, (context) =>
    showWeek(context, kit, language),
  );
  const request = `${school}/${PATH_WORDS.request[language]}`;
  pages.get(request, (context) => showRequest(context, kit, language));
  pages.post(request, (context) => takeRequest(context, kit, language));
  pages.get(`${request}/${PATH_WORDS.sent[language]}`, (context) =>
    showRequestSent(context, kit, language),
  );
  pages.get(embedPath(language), (context) => showEmbed(context, kit, language));
  pages.get(accessibilityPath(language), (context) => {
    const setting = settingOf(kit, language, inBothLanguages(accessibilityPath));
    return sendPage(context, setting, <AccessibilityPage setting={setting} />);
  });
  const pluginPage = `/${language}/x/:plugin/:path?`;
  pages.get(pluginPage, (context) => showPluginPage(context, kit, language));
  pages.post(pluginPage, (context) => takeDeskForm(context, kit, language));
}

async function showHome(context: Context, kit: PageKit, language: Language): Promise<Response> {
  const setting = settingOf(kit, language, inBothLanguages(homePath));
  const collator = new Intl.Collator(language);
  const schools = (await listSchools(kit.services)).toSorted((one, other) =>
    collator.compare(one.name[language], other.name[language]),
  );
  return sendPage(context, setting, <HomePage {...{ setting, schools }} />);
}

async function showSchool(context: Context, kit: PageKit, language: Language): Promise<Response> {
  const id = context.req.param("school") ?? "";
  const state = await readSchool(kit.services, id);
  const setting = settingOf(
    kit,
    language,
    inBothLanguages((each) => schoolPath(each, id)),
  );
  const today = localDateOf(setting.now, state.school.zone);
  return sendPage(context, setting, <SchoolPage {...{ setting, state, today }} />);
}

/**
 * Leads to the page that was meant, where only the words of the path are of another language. Else a page for people who
 * follow a broken link; programs are told by the server's own answer.
 */
function showMissing(context: Context, kit: PageKit): Response | Promise<Response> {
  const { pathname, search } = new URL(context.req.url);
  const meant = pathInLanguage(pathname, preferredLanguage(context));
  if (meant !== undefined && meant !== pathname) {
    context.header("vary", "Accept-Language");
    return context.redirect(`${meant}${search}`);
  }
  const language = languageOfPath(pathname);
  const isForPeople = context.req.header("accept")?.includes("text/html") ?? false;
  if (language === undefined && !isForPeople) return context.notFound();
  const paths = inBothLanguages(homePath);
  const setting = settingOf(kit, language ?? preferredLanguage(context), paths);
  return sendFault(context, setting, "notFound");
}

/**
 * What does not exist is a page that is not found; any other fault is logged, and told without its details. Faults of the
 * page for iframes go on to the app, which answers those of its own for that page too.
 */
function showError(error: Error, context: Context, kit: PageKit): Promise<Response> {
  if (context.req.path === FRAMED_PATH) throw error;
  const language = languageOfPath(context.req.path) ?? preferredLanguage(context);
  const setting = settingOf(kit, language, inBothLanguages(homePath));
  if (error instanceof ServerError && error.code === "SCHOOL_UNKNOWN") {
    return sendFault(context, setting, "notFound");
  }
  kit.services.logger.error({ err: error, path: context.req.path }, "page failed");
  // What only shows something changes nothing; of what was sent no more is known than that it was not answered.
  const isShown = context.req.method === "GET" || context.req.method === "HEAD";
  return sendFault(context, setting, isShown ? "failed" : "unfinished");
}

function preferredLanguage(context: Context): Language {
  return negotiateLanguage(context.req.header("accept-language"));
}

function languageOfPath(path: string): Language | undefined {
  if (path.startsWith("/cy/")) return "cy";
  return path.startsWith("/en/") ? "en" : undefined;
}
