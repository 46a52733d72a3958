import type { SchoolId } from "@neuadd/core";
import {
  definePlugin,
  type LedgerEvent,
  type Listeners,
  type PluginParts,
  refuseUnknownOptions,
} from "@neuadd/plugin-kit";
import { emailApi, type EmailApi } from "./email-api.ts";
import { letterPreviewPage } from "./letter-preview-page.ts";
import { outboxPage } from "./outbox/outbox-page.ts";
import { emailRoutes } from "./email-routes.ts";
import { emailMigrations, type EmailTables } from "./email-tables.ts";
import { LETTER_EVENT_TYPES } from "./letter/letter-kind.ts";
import { letterPersonalData } from "./outbox/letter-personal-data.ts";
import type { MailTransport } from "./outbox/mail-transport.ts";
import { postman as postmanOf } from "./outbox/postman.ts";
import { writeOnEvent } from "./write-on-event.ts";
import { writeSeasonReminders } from "./write-season-reminders.ts";

export interface EmailOptions {
  /** What takes the messages: `smtpTransport({ host, … })`, or a transport of one's own. The plugin closes it. */
  readonly transport: MailTransport;
  /** The address that letters come from, and that bounces go to. The name beside it is the school's. */
  readonly from: string;
  /** Where answers go, by school. Absent: to `from`. */
  readonly replyTo?: Readonly<Record<SchoolId, string>>;
  /** How many days before a season begins, or goes on after a break, its hirer is reminded. Default 3; 0: never. */
  readonly reminderDays?: number;
}

const DEFAULT_REMINDER_DAYS = 3;
const SEND_EVERY_MINUTES = 1;
const REMIND_EVERY_MINUTES = 60;
/** Enough to catch what can't be meant; whether the address is there only its mail server knows. */
const ADDRESS = /^[^\s@<>]+@[^\s@<>]+$/;

/**
 * Writes to hirers of what happens to their bookings, in the language that each has asked for, with the dates for their calendars.
 * Letters are kept before they are sent, and tried until they are taken.
 *
 * @throws RangeError for a `from` that is no address, no transport, days that are no whole number from 0 to 60, or an option
 * that there is not
 *
 * @example
 * ```ts
 * import { email, smtpTransport } from "@neuadd/plugin-email";
 *
 * const letters = email({
 *   from: "lettings@school.example",
 *   transport: smtpTransport({ host: "mail.school.example", user: "lettings", password: "…" }),
 * });
 * letters.id; //=> "email"
 * ```
 */
export function email(options: EmailOptions) {
  const { transport, from, replyTo = {}, reminderDays = DEFAULT_REMINDER_DAYS } = options;
  // A configuration is run without its types being checked.
  if (typeof (transport as Partial<MailTransport> | undefined)?.send !== "function") {
    throw new RangeError("email: give a transport, such as smtpTransport({ host, … }).");
  }
  refuseUnknownOptions("email", options, {
    transport: true,
    from: true,
    replyTo: true,
    reminderDays: true,
  });
  for (const address of [from, ...Object.values(replyTo)]) {
    if (!ADDRESS.test(address)) throw new RangeError(`email: "${address}" is no e-mail address.`);
  }
  if (!Number.isInteger(reminderDays) || reminderDays < 0 || reminderDays > 60) {
    throw new RangeError(`email: reminderDays is ${reminderDays}; give a whole number up to 60.`);
  }
  return definePlugin({
    id: "email",
    migrations: emailMigrations,
    personalData: letterPersonalData,
    setup(host): PluginParts<EmailApi> {
      const tables = host.tables<EmailTables>();
      const postman = postmanOf({ host, tables, transport, from, replyTo });
      const parts = { host, tables, postman, from };
      return {
        api: emailApi(parts),
        on: listeners((event) => writeOnEvent(parts, event)),
        jobs: [
          { id: "send", everyMinutes: SEND_EVERY_MINUTES, run: () => postman.sendDue() },
          {
            id: "remind",
            everyMinutes: REMIND_EVERY_MINUTES,
            async run(now) {
              if (reminderDays > 0) await writeSeasonReminders(parts, reminderDays, now);
            },
          },
        ],
        routes: emailRoutes({ host, tables, from }),
        pages: [letterPreviewPage(), outboxPage({ host, tables, from })],
        close: () => transport.close(),
      };
    },
  });
}

function listeners(write: (event: LedgerEvent) => Promise<void>): Listeners {
  return Object.fromEntries(LETTER_EVENT_TYPES.map((type) => [type, write]));
}
