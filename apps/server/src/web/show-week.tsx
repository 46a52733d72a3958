import { isLocalDate, type Language, type LocalDate, localDateOf, type Space } from "@neuadd/core";
import type { Context } from "hono";
import { readSchool, type SchoolState } from "../ledger/school-model.ts";
import { type PageKit, sendFault, sendPage, settingOf } from "./page-kit.tsx";
import { inBothLanguages, type WeekLayout, weekPath, type WeekPathOptions } from "./page-paths.ts";
import { WeekPage } from "./week-page.tsx";
import { readWeek } from "./week-view.ts";

/** Answers with the week of a school that the query asks for; without a query, this week of all its spaces. */
export async function showWeek(
  context: Context,
  kit: PageKit,
  language: Language,
): Promise<Response> {
  const id = context.req.param("school") ?? "";
  const state = await readSchool(kit.services, id);
  const asked = readQuery(context, state);
  const paths = inBothLanguages((each) => weekPath(each, id, asked?.options));
  const setting = settingOf(kit, language, paths);
  if (asked === undefined) return sendFault(context, setting, "notFound");
  const { options, space } = asked;
  const date = options.week ?? localDateOf(setting.now, state.school.zone);
  const view = await readWeek(kit.services, state, { language, date, ...(space && { space }) });
  if (view === undefined) return sendFault(context, setting, "notFound");
  const layout = options.layout;
  return sendPage(context, setting, <WeekPage {...{ setting, view, ...(layout && { layout }) }} />);
}

interface AskedWeek {
  readonly options: WeekPathOptions;
  readonly space?: Space;
}

/** Undefined when the query names no date, no bookable space of the school, or no layout. Empty is as good as absent. */
function readQuery(context: Context, { tree }: SchoolState): AskedWeek | undefined {
  const { week = "", space: spaceId = "", view: layout = "" } = context.req.query();
  const space = tree.byId.get(spaceId);
  if (week !== "" && !isLocalDate(week)) return undefined;
  if (spaceId !== "" && space?.bookable !== true) return undefined;
  if (layout !== "" && !isLayout(layout)) return undefined;
  return {
    options: {
      ...(week !== "" && { week: week satisfies LocalDate }),
      ...(space && { space: space.id }),
      ...(layout !== "" && { layout }),
    },
    ...(space && { space }),
  };
}

function isLayout(text: string): text is WeekLayout {
  return text === "table" || text === "list";
}
