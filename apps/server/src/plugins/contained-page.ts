import type { DeskPage } from "@neuadd/plugin-kit";
import { answerDeskForm } from "@neuadd/plugin-kit/host";
import type { Logger } from "pino";
import type { Schedule } from "../schedule.ts";
import { sayRefusal } from "../http/say-refusal.ts";
import { PluginError } from "./plugin-error.ts";
import type { PluginPage } from "./plugin-runtime.ts";
import { withinTime } from "./within-time.ts";

export interface PageOptions {
  readonly logger: Logger;
  readonly schedule: Schedule;
  readonly pageLimitMs: number;
  readonly formLimitMs: number;
}

/** A page of a plugin whose every fault, a late answer included, is logged and becomes PAGE_FAILED. */
export function containPage(
  plugin: string,
  page: DeskPage,
  { logger, schedule, pageLimitMs, formLimitMs }: PageOptions,
): PluginPage {
  async function contain<Result>(
    message: string,
    limitMs: number,
    work: () => Promise<Result>,
  ): Promise<Result> {
    try {
      return await withinTime(schedule, limitMs, work);
    } catch (cause) {
      logger.error({ err: cause, plugin, page: page.path }, message);
      throw pageFailed(plugin, page, cause);
    }
  }

  return {
    plugin,
    path: page.path,
    title: page.title,
    audience: page.audience,
    ...(page.actions && { actions: page.actions }),
    render: (request) =>
      contain("A page failed", pageLimitMs, async () => {
        const html: unknown = await page.render(request);
        // The `html` tag of hono gives a String object rather than a string.
        if (typeof html === "string" || html instanceof String) return html.toString();
        throw new TypeError("A page must render to a string of HTML.");
      }),
    send: (action, values, exchange) =>
      contain("A form of a page failed", formLimitMs, () =>
        answerDeskForm(action, values, exchange, (error) => sayRefusal(error, exchange)),
      ),
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
