import type { DeskPage } from "@neuadd/plugin-kit";
import type { Logger } from "pino";
import type { Schedule } from "../schedule.ts";
import { PluginError } from "./plugin-error.ts";
import type { PluginPage } from "./plugin-runtime.ts";
import { withinTime } from "./within-time.ts";

export interface PageOptions {
  readonly logger: Logger;
  readonly schedule: Schedule;
  readonly pageLimitMs: number;
}

/** A page of a plugin whose every fault, a late answer included, is logged and becomes PAGE_FAILED. */
export function containPage(
  plugin: string,
  page: DeskPage,
  { logger, schedule, pageLimitMs }: PageOptions,
): PluginPage {
  return {
    plugin,
    path: page.path,
    title: page.title,
    audience: page.audience,
    async render(request) {
      try {
        const html: unknown = await withinTime(schedule, pageLimitMs, () => page.render(request));
        // The `html` tag of hono gives a String object rather than a string.
        if (typeof html === "string" || html instanceof String) return html.toString();
        throw new TypeError("A page must render to a string of HTML.");
      } catch (cause) {
        logger.error({ err: cause, plugin, page: page.path }, "A page failed");
        throw pageFailed(plugin, page, cause);
      }
    },
  };
}

function pageFailed(plugin: string, page: DeskPage, cause: unknown): PluginError {
  return new PluginError(
    "PAGE_FAILED",
    plugin,
    {
      en: `The page "${page.title.en}" can't be shown just now. Try again later.`,
      cy: `Ni ellir dangos y dudalen "${page.title.cy}" ar hyn o bryd. Rhowch gynnig arall arni'n nes ymlaen.`,
    },
    { cause },
  );
}
