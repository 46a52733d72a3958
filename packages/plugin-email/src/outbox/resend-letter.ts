import type { PluginHost } from "@neuadd/plugin-kit";
import type { Kysely } from "kysely";
import type { EmailTables } from "../email-tables.ts";
import { composeOnBooking } from "../write-on-event.ts";
import { letterForgotten, letterOvertaken, letterUnknown } from "./letter-problems.ts";
import { isOvertaken, type LetterRow, readLetter, requeueLetter } from "./letter-store.ts";

export interface ResendParts {
  readonly host: PluginHost;
  readonly tables: Kysely<EmailTables>;
  readonly from: string;
}

/**
 * Has a letter sent again that was refused or given up; or that was sent, and came back later: that one is written anew.
 * Throws LETTER_UNKNOWN for one that is not there or waits already, LETTER_OVERTAKEN when a later letter on the same booking
 * tells how things stand, and LETTER_FORGOTTEN when what was in it is gone and nobody here can write it again.
 */
export async function resendLetter(
  parts: ResendParts,
  school: string,
  letter: string,
): Promise<void> {
  const { host, tables } = parts;
  const row = await readLetter(tables, school, letter);
  if (row === undefined || row.state === "queued") throw letterUnknown();
  if (await isOvertaken(tables, row)) throw letterOvertaken();
  const content = row.state === "sent" ? await writtenAnew(parts, row) : row;
  if (content === undefined) throw letterForgotten();
  const { language, subject, text, html, calendar, calendar_method } = content;
  const kept = { language, subject, text, html, calendar, calendar_method };
  if (!(await requeueLetter(tables, row, kept, host.now()))) throw letterUnknown();
}

/** Undefined for a letter of another plugin, and for one on a booking that is no longer there. */
async function writtenAnew(
  parts: ResendParts,
  { school, letter, booking, revision, kind }: LetterRow,
) {
  if (booking === null) return undefined;
  const isReminder = kind === "reminder";
  const which = { school, letter, booking, revision: Number(revision), isReminder };
  const composed = await composeOnBooking(parts, which);
  if (composed === undefined) return undefined;
  const { calendar, ...content } = composed;
  return {
    ...content,
    calendar: calendar?.text ?? null,
    calendar_method: calendar?.method ?? null,
  };
}
