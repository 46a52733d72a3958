import type { Language } from "@neuadd/core";
import type { Context } from "hono";
import type { BuiltWidget } from "../embed/built-widget.ts";
import type { CountBadKey } from "../http/count-bad-keys.ts";
import type { Metrics } from "../http/metrics.ts";
import type { PluginRuntime } from "../plugins/plugin-runtime.ts";
import type { Services } from "../services.ts";
import { type FaultKind, FaultPage } from "./fault-page.tsx";
import type { PathsByLanguage } from "./page-paths.ts";
import type { PageSetting } from "./page-setting.ts";

/** What every page is made with. */
export interface PageKit {
  readonly services: Services;
  readonly plugins: PluginRuntime;
  readonly metrics: Metrics;
  /** To be asked after each key of a form that is not valid. */
  readonly countBadKey: CountBadKey;
  /** Where the server is reached from outside, without a slash at its end. Absent: as it was asked for. */
  readonly publicUrl?: string;
  /** Absent while it is not built. */
  readonly widget?: BuiltWidget;
}

/** A page as hono/jsx renders it. */
export type Markup = ReturnType<typeof FaultPage>;

/** The surroundings of a page, as they are now. */
export function settingOf(
  { services, plugins }: PageKit,
  language: Language,
  paths: PathsByLanguage,
): PageSetting {
  const deskPage = plugins.pages.find(({ audience }) => audience === "school");
  return {
    language,
    paths,
    now: services.clock.now(),
    isDemonstration: services.clock.isDemonstration,
    publicPluginPages: plugins.pages.filter(({ audience }) => audience === "anyone"),
    ...(deskPage && { deskPage }),
  };
}

/** Answers with a page. Browsers may keep it, but must ask each time whether it still holds. */
export async function sendPage(
  context: Context,
  setting: PageSetting,
  markup: Markup,
  status: 200 | 401 | 403 | 404 | 409 | 422 | 429 | 500 = 200,
): Promise<Response> {
  const text = await markup;
  return context.body(text.toString(), status, {
    "content-type": "text/html; charset=utf-8",
    "content-language": setting.language,
    "cache-control": "no-cache",
  });
}

const FAULT_STATUS = {
  notFound: 404,
  keyRefused: 403,
  sentFromElsewhere: 403,
  busy: 429,
  failed: 500,
  unfinished: 500,
} as const;

/** Answers with a page that says why there is no other one. */
export async function sendFault(
  context: Context,
  setting: PageSetting,
  kind: FaultKind,
): Promise<Response> {
  return sendPage(
    context,
    setting,
    <FaultPage setting={setting} kind={kind} />,
    FAULT_STATUS[kind],
  );
}
