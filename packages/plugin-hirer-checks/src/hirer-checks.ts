import { definePlugin, type PluginParts, refuseUnknownOptions } from "@neuadd/plugin-kit";
import { type CheckPolicy, DEFAULT_CHECK_POLICY } from "./check-policy.ts";
import { CheckPolicySchema } from "./check-policy-schema.ts";
import { checkRules } from "./check-rules.ts";
import { hirerChecksApi, type HirerChecksApi } from "./hirer-checks-api.ts";
import { endingDocumentsPage, requirementsPage } from "./hirer-checks-page.ts";
import { hirerChecksPersonalData } from "./hirer-checks-personal-data.ts";
import { hirerChecksRoutes } from "./hirer-checks-routes.ts";
import { hirerChecksMigrations, type HirerChecksTables } from "./hirer-checks-tables.ts";
import type { LetterWriter } from "./letter-writer.ts";
import { sendReminders } from "./send-reminders.ts";

export interface HirerChecksOptions {
  /** What holds at a school that has set nothing itself. Default: nothing denied, bookings for children looked at. */
  readonly defaultPolicy?: CheckPolicy;
  /**
   * Id of the plugin that writes the reminders, such as `email`: its api must be a {@link LetterWriter}. Absent: what
   * ends soon is on the school's page, and nobody is written to.
   */
  readonly remindBy?: string;
}

const REMIND_EVERY_MINUTES = 60;

/**
 * Checks those who hire, by what each school asks for: documents that must hold on every date of a
 * season, adults with the children, temporary event notices of the premises. Denies or warns date by date.
 *
 * Throws a ZodError for a default policy that is none, and a RangeError for an option that there is not.
 *
 * @example
 * ```ts
 * import { hirerChecks } from "@neuadd/plugin-hirer-checks";
 *
 * hirerChecks().id; //=> "hirer-checks"
 * hirerChecks({ remindBy: "email" }).requires; //=> ["email"]
 * ```
 */
export function hirerChecks(options: HirerChecksOptions = {}) {
  refuseUnknownOptions("hirerChecks", options, { defaultPolicy: true, remindBy: true });
  const { remindBy } = options;
  const defaultPolicy = CheckPolicySchema.parse(options.defaultPolicy ?? DEFAULT_CHECK_POLICY);
  return definePlugin({
    id: "hirer-checks",
    requires: remindBy === undefined ? [] : [remindBy],
    migrations: hirerChecksMigrations,
    personalData: hirerChecksPersonalData,
    setup(host): PluginParts<HirerChecksApi> {
      const tables = host.tables<HirerChecksTables>();
      const parts = { host, tables, defaultPolicy };
      const writer = remindBy === undefined ? undefined : host.plugin<LetterWriter>(remindBy);
      return {
        api: hirerChecksApi(tables),
        rules: checkRules(defaultPolicy),
        routes: hirerChecksRoutes(parts),
        pages: [endingDocumentsPage(parts), requirementsPage(parts)],
        jobs:
          writer === undefined
            ? []
            : [
                {
                  id: "remind",
                  everyMinutes: REMIND_EVERY_MINUTES,
                  run: (now) => sendReminders({ ...parts, writer }, now),
                },
              ],
      };
    },
  });
}
