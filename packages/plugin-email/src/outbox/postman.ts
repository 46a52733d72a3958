import type { Hirer, Instant } from "@neuadd/core";
import { ERASED_CONTACT, type PluginHost } from "@neuadd/plugin-kit";
import type { Kysely } from "kysely";
import type { EmailTables } from "../email-tables.ts";
import {
  dueLetters,
  type LetterPlace,
  type LetterRow,
  markFailed,
  markSent,
  type NewLetter,
  queueLetter,
  takeFirst,
} from "./letter-store.ts";
import { MailRefused, type MailTransport, type OutgoingMessage } from "./mail-transport.ts";

export interface PostmanParts {
  readonly host: PluginHost;
  readonly tables: Kysely<EmailTables>;
  readonly transport: MailTransport;
  readonly from: string;
  readonly replyTo: Readonly<Record<string, string>>;
}

/** Queues letters and sends what is queued. */
export interface Postman {
  /** Keeps the letter, then tries to send it. Resolves when it is kept, sent or not. */
  post(letter: NewLetter): Promise<void>;
  /** Sends all whose turn it is. Never rejects for a letter that can't be sent: it gets another turn. */
  sendDue(): Promise<void>;
}

const MINUTE = 60_000;
/** Longer than a try can take, so that nobody sends a letter that is still being sent. */
const TAKEN_FOR = 5 * MINUTE;
const LONGEST_PAUSE = 60 * MINUTE;
const TRIED_FOR = 7 * 24 * 60 * MINUTE;
/** When the mail server can't be reached, only the job tries for this long: listeners don't wait for it one after the other. */
const PAUSE_AFTER_OUTAGE = MINUTE;
const LETTERS_AT_ONCE = 100;

export function postman(parts: PostmanParts): Postman {
  const { host, tables } = parts;
  let isOutUntil: Instant = -Infinity;

  /** Tries what is due, after all that waits before it on the same booking. */
  async function attempt(due: LetterPlace): Promise<void> {
    for (let isNext = true; isNext;) {
      const now = host.now();
      const row = await takeFirst(tables, due, { now, until: now + TAKEN_FOR });
      isNext = row !== undefined && (await settle(row)) && row.letter !== due.letter;
    }
  }

  /** Sends a letter that was taken; false if it still waits. */
  async function settle(row: LetterRow): Promise<boolean> {
    const outcome = await tryToSend(parts, row);
    if (outcome === "sent") {
      await markSent(tables, row, host.now());
      return true;
    }
    const { isForGood, code } = outcome;
    if (!isForGood) isOutUntil = host.now() + PAUSE_AFTER_OUTAGE;
    host.logger.warn({ school: row.school, letter: row.letter, code }, "A letter was not taken");
    const failed = afterFailure(row, isForGood, host.now());
    await markFailed(tables, row, { ...failed, outcome: code });
    return failed.state !== "queued";
  }

  return {
    async post(letter) {
      await queueLetter(tables, letter, host.now());
      const { school, letter: name, about } = letter;
      const place = { school, letter: name, booking: about?.booking ?? null };
      if (host.now() >= isOutUntil) await attempt(place);
    },
    async sendDue() {
      for (const due of await dueLetters(tables, host.now(), LETTERS_AT_ONCE)) await attempt(due);
    },
  };
}

/** Pauses of one minute, two, four … an hour, for a week; then it waits for a person. */
function afterFailure(
  { attempts, queued_at }: LetterRow,
  isForGood: boolean,
  now: Instant,
): { readonly state: LetterRow["state"]; readonly nextAt: Instant } {
  if (isForGood) return { state: "refused", nextAt: now };
  if (now - Number(queued_at) > TRIED_FOR) return { state: "undelivered", nextAt: now };
  const pause = Math.min(LONGEST_PAUSE, 2 ** Math.min(attempts - 1, 10) * MINUTE);
  return { state: "queued", nextAt: now + pause };
}

type Outcome = "sent" | { readonly isForGood: boolean; readonly code: string };

async function tryToSend(parts: PostmanParts, row: LetterRow): Promise<Outcome> {
  const { host, transport } = parts;
  // To where the hirer is reached now: an address that was wrong may have been put right since.
  const hirer = await host.reads.hirer(row.hirer);
  const school = await host.reads.school(row.school);
  if (hirer === undefined || school === undefined) return { isForGood: true, code: "HIRER_GONE" };
  // Somebody else has to be named first: at this address is nobody.
  if (hirer.contact.email === ERASED_CONTACT.email)
    return { isForGood: true, code: "ADDRESS_ERASED" };
  try {
    await transport.send(messageOf(parts, row, hirer, school.school.name[row.language]));
    return "sent";
  } catch (error) {
    if (error instanceof MailRefused) return { isForGood: true, code: error.code };
    return { isForGood: false, code: codeOf(error) };
  }
}

function messageOf(
  { host, from, replyTo }: PostmanParts,
  row: LetterRow,
  { contact }: Hirer,
  schoolName: string,
): OutgoingMessage {
  const { school, letter, language, subject, text, html, calendar, calendar_method } = row;
  // One that is sent again may have arrived after all: under its old name it would be taken for the same.
  const name = row.resends === 0 ? letter : `${letter}.${row.resends}`;
  const answerTo = replyTo[school];
  return {
    messageId: `<${idPart(school)}.${idPart(name)}@${new URL(host.publicUrl).hostname}>`,
    from: { name: schoolName, address: from },
    to: { name: contact.name, address: contact.email },
    ...(answerTo !== undefined && { replyTo: answerTo }),
    language,
    subject,
    text,
    html,
    ...(calendar !== null && {
      calendar: { method: calendar_method ?? "PUBLISH", text: calendar },
    }),
  };
}

/** As RFC 5322 allows it on the left of a message id. */
function idPart(text: string): string {
  return encodeURIComponent(text).replaceAll("%", "=").replaceAll(/[().]/g, "_");
}

/** The code of an error of the network or of SMTP: its message may hold an address, and is not kept. */
function codeOf(error: unknown): string {
  const { responseCode, code } = Object(error) as { responseCode?: unknown; code?: unknown };
  const known = [responseCode, code].find(
    (one) => typeof one === "number" || typeof one === "string",
  );
  return known === undefined ? "FAILED" : `${known}`.slice(0, 40);
}
