import type { Language } from "@neuadd/core";
import type { Context } from "hono";
import { listSchools, readSchool } from "../ledger/school-model.ts";
import { EmbedPage } from "./embed-page.tsx";
import type { EmbedTarget } from "./embed-snippets.ts";
import { FramedPage } from "./framed-page.tsx";
import { type PageKit, sendPage, settingOf } from "./page-kit.tsx";
import { embedPath, inBothLanguages } from "./page-paths.ts";

/** How to put the widget on another site, for the school and the space that the query names. */
export async function showEmbed(
  context: Context,
  kit: PageKit,
  language: Language,
): Promise<Response> {
  const schools = await listSchools(kit.services);
  const { school: id = "", space = "" } = context.req.query();
  const state = schools.find(({ school }) => school.id === id) ?? schools[0];
  const isSpace = state?.tree.byId.get(space)?.bookable === true;
  const chosen = isSpace ? space : undefined;
  const paths = inBothLanguages((each) => embedPath(each, state?.school.id, chosen));
  const setting = settingOf(kit, language, paths);
  const target: EmbedTarget | undefined = state && {
    server: kit.publicUrl ?? new URL(context.req.url).origin,
    language,
    school: state.school.id,
    schoolName: state.school.name[language],
    ...(chosen && { space: chosen }),
  };
  const { widget } = kit;
  const props = { setting, schools, ...(target && { target }), ...(widget && { widget }) };
  return sendPage(context, setting, <EmbedPage {...props} />);
}

const FRAMED_ATTRIBUTES = ["space", "view", "from", "minutes"] as const;

/** The page for iframes: the one page of the server that may be framed, by anyone. */
export async function showFramed(context: Context, kit: PageKit): Promise<Response> {
  const query = context.req.query();
  const { school } = await readSchool(kit.services, query["school"] ?? "");
  const language: Language = query["lang"] === "cy" ? "cy" : "en";
  const attributes = Object.fromEntries(
    FRAMED_ATTRIBUTES.flatMap((name) => {
      const value = query[name] ?? "";
      return value === "" ? [] : [[name, value.slice(0, 100)]];
    }),
  );
  const page = await FramedPage({
    language,
    element: query["show"] === "whats-on" ? "whats-on" : "availability",
    school: school.id,
    schoolName: school.name[language],
    attributes,
  });
  return context.body(page.toString(), 200, {
    ...FRAMED_HEADERS,
    "content-language": language,
  });
}

const FRAMED_HEADERS = {
  "content-type": "text/html; charset=utf-8",
  "cache-control": "no-cache",
  "content-security-policy":
    "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; base-uri 'self'; " +
    "form-action 'none'; frame-ancestors *; require-trusted-types-for 'script'; trusted-types 'none'",
  "cross-origin-resource-policy": "cross-origin",
};
