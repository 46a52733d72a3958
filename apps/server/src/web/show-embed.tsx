import type { Language } from "@neuadd/core";
import type { Context } from "hono";
import { listSchools } from "../ledger/list-schools.ts";
import { readSchool } from "../ledger/school-model.ts";
import { EmbedPage } from "./embed-page.tsx";
import type { EmbedTarget } from "./embed-snippets.ts";
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
  const { id: known } = schools.find((school) => school.id === id) ?? schools[0] ?? {};
  const state = known === undefined ? undefined : await readSchool(kit.services, known);
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
  const spaces = state?.tree.spaces ?? [];
  const props = { setting, schools, spaces, ...(target && { target }), ...(widget && { widget }) };
  return sendPage(context, setting, <EmbedPage {...props} />);
}
