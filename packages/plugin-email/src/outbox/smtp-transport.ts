import { refuseUnknownOptions } from "@neuadd/plugin-kit";
import { createTransport } from "nodemailer";
import { MailRefused, type MailTransport, type OutgoingMessage } from "./mail-transport.ts";

const ENCRYPTIONS = ["starttls", "tls", "none"] as const;

export interface SmtpOptions {
  readonly host: string;
  /** Default: 465 for `tls`, else 587. */
  readonly port?: number;
  /**
   * `starttls`, the default, speaks in the clear until the connection is secured and goes no further if it can't be; `tls` is
   * secure from the start; `none` is for a mail server on this very machine.
   */
  readonly encryption?: (typeof ENCRYPTIONS)[number];
  readonly user?: string;
  readonly password?: string;
}

/** A try has to end before a listener's 30 seconds do. */
const CONNECT_LIMIT_MS = 8_000;
const SILENCE_LIMIT_MS = 12_000;

/**
 * Sends by SMTP through nodemailer, over a few connections that are kept open while there is something to send.
 *
 * @throws RangeError for an option, or an encryption, that there is not: letters would go out less secure than was meant
 */
export function smtpTransport(options: SmtpOptions): MailTransport {
  const { host, encryption = "starttls", user, password } = options;
  refuseUnknownOptions("smtpTransport", options, {
    host: true,
    port: true,
    encryption: true,
    user: true,
    password: true,
  });
  if (!ENCRYPTIONS.includes(encryption)) {
    throw new RangeError(
      `smtpTransport: encryption is ${JSON.stringify(encryption)}; give one of ${ENCRYPTIONS.join(", ")}.`,
    );
  }
  const open = () =>
    createTransport({
      pool: true,
      maxConnections: 2,
      host,
      port: options.port ?? (encryption === "tls" ? 465 : 587),
      secure: encryption === "tls",
      requireTLS: encryption === "starttls",
      ignoreTLS: encryption === "none",
      connectionTimeout: CONNECT_LIMIT_MS,
      greetingTimeout: CONNECT_LIMIT_MS,
      socketTimeout: SILENCE_LIMIT_MS,
      // What a letter holds is all there: nothing is read from files or fetched.
      disableFileAccess: true,
      disableUrlAccess: true,
      ...(user !== undefined && password !== undefined && { auth: { user, pass: password } }),
    });
  let transporter: ReturnType<typeof open> | undefined;
  return {
    async send(message) {
      try {
        transporter ??= open();
        await transporter.sendMail(mailOf(message));
      } catch (error) {
        throw refusalOf(error) ?? error;
      }
    },
    close() {
      transporter?.close();
      transporter = undefined;
    },
  };
}

function mailOf({ calendar, replyTo, language, ...message }: OutgoingMessage) {
  return {
    ...message,
    ...(replyTo !== undefined && { replyTo }),
    headers: { "Content-Language": language, "Auto-Submitted": "auto-generated" },
    ...(calendar !== undefined && {
      icalEvent: { method: calendar.method, filename: "neuadd.ics", content: calendar.text },
    }),
  };
}

/** Codes of nodemailer for answers that may be about the message, not about us or the line. */
const ABOUT_THE_MESSAGE: readonly string[] = ["EENVELOPE", "EMESSAGE"];
/** Answers about who sends, whenever they are given (RFC 4954, section 6): every letter would get them, until that is put right. */
const ABOUT_THE_SENDER: readonly unknown[] = [530, 534, 535, 538];

function refusalOf(error: unknown): MailRefused | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, command, responseCode } = error as {
    readonly code?: unknown;
    readonly command?: unknown;
    readonly responseCode?: unknown;
  };
  if (typeof code !== "string" || !ABOUT_THE_MESSAGE.includes(code)) return undefined;
  if (command === "MAIL FROM" || ABOUT_THE_SENDER.includes(responseCode)) return undefined;
  const isForGood = typeof responseCode !== "number" || responseCode >= 500;
  const told = typeof responseCode === "number" ? `${responseCode}` : `${code}`;
  return isForGood ? new MailRefused(told, { cause: error }) : undefined;
}
