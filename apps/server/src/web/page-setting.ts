import type { Instant, Language } from "@neuadd/core";
import type { PluginPage } from "../plugins/plugin-runtime.ts";
import type { PathsByLanguage } from "./page-paths.ts";

/** What a page needs to know of its surroundings. */
export interface PageSetting {
  readonly language: Language;
  /** Where this page is in each language. */
  readonly paths: PathsByLanguage;
  readonly now: Instant;
  readonly isDemonstration: boolean;
  /** Pages of plugins that anyone may open. */
  readonly publicPluginPages: readonly PluginPage[];
  /** Where the pages for schools begin; absent when there is none. */
  readonly deskPage?: PluginPage;
}
