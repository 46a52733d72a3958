import { CoreError, isLocalTime, type LocalTime } from "@neuadd/core";
import { definePlugin } from "@neuadd/plugin-kit";
import { countApproval } from "./count-approval.ts";
import { forgetReadings } from "./forget-readings.ts";
import { quietHoursApi } from "./quiet-hours-api.ts";
import { quietHoursPage } from "./quiet-hours-page.ts";
import { quietHoursRoutes } from "./quiet-hours-routes.ts";
import { quietHoursMigrations, type QuietHoursTables } from "./quiet-hours-tables.ts";
import { quietTimeRule } from "./quiet-time-rule.ts";
import { readingsPage } from "./readings-page.ts";
import { soundCheckQuote } from "./sound-check-quote.ts";

export interface QuietHoursOptions {
  /** Local time from which loud spaces are silent. Default `21:00`. */
  readonly from?: LocalTime;
  /** A space with this facility is a loud one. Default `amplification`. */
  readonly facility?: string;
  /** What measuring the sound of a late date costs, in whole pence. Default 400. */
  readonly soundCheckPence?: number;
}

/**
 * Keeps the peace with a school's neighbours: loud spaces fall silent at an agreed time, late dates pay
 * for a measurement of the sound, the caretaker hands the readings in, and anyone can see what was agreed.
 *
 * @throws CoreError LOCAL_TIME_INVALID for a `from` that is no time
 */
export function quietHours(options: QuietHoursOptions = {}) {
  const { from = "21:00", facility = "amplification", soundCheckPence = 400 } = options;
  if (!isLocalTime(from)) {
    throw new CoreError("LOCAL_TIME_INVALID", {
      cy: `quietHours: gwerth from yw "${from}"; ysgrifennwch ef fel 21:00.`,
      en: `quietHours: from is "${from}"; write it as 21:00.`,
    });
  }
  const agreement = { from, facility, soundCheckPence };
  return definePlugin({
    id: "quiet-hours",
    migrations: quietHoursMigrations,
    setup(host) {
      const tables = host.tables<QuietHoursTables>();
      const api = quietHoursApi(tables);
      return {
        api,
        rules: [quietTimeRule(agreement)],
        quote: soundCheckQuote(agreement, host.reads),
        routes: quietHoursRoutes(agreement, { host, tables, api }),
        on: { "booking.approved": (event) => countApproval(tables, event) },
        jobs: [
          { id: "forget-readings", everyMinutes: 60, run: (now) => forgetReadings(tables, now) },
        ],
        pages: [quietHoursPage(agreement, host.reads, api), readingsPage(host, tables, api)],
      };
    },
  });
}
