import { once } from "node:events";
import type { AddressInfo } from "node:net";
import type { Language } from "@neuadd/core";
import { type MailTransport, smtpTransport } from "@neuadd/plugin-email";
import { definePlugin, type Plugin } from "@neuadd/plugin-kit";
import { html } from "hono/html";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";

/** A mail server of the demonstration's own: what is sent to it goes nowhere, and can be read on a page. */
export interface PostBox {
  /** Listens on loopback from its start to its end, and shows what has come at `/x/post-box`. List it before who sends to it. */
  readonly plugin: Plugin;
  /** Sends to it, by SMTP. */
  readonly transport: MailTransport;
}

/** Older messages make room for new ones. */
const MOST_KEPT = 50;

export function postBox(): PostBox {
  const messages: Email[] = [];
  const server = mailServer(messages);
  let smtp: MailTransport | undefined;
  return {
    transport: {
      async send(message) {
        if (smtp === undefined) throw new Error("The post box is not open yet.");
        await smtp.send(message);
      },
      close: () => smtp?.close(),
    },
    plugin: definePlugin({
      id: "post-box",
      async setup() {
        const socket = server.listen(0, "127.0.0.1");
        await once(socket, "listening");
        const { port } = socket.address() as AddressInfo;
        smtp = smtpTransport({ host: "127.0.0.1", port, encryption: "none" });
        return {
          pages: [
            {
              path: "",
              title: { cy: "Blwch post yr arddangosiad", en: "The demonstration’s post box" },
              audience: "anyone",
              render: ({ language }) => pageOf(messages, language),
            },
          ],
          close: () => new Promise<void>((resolve) => server.close(resolve)),
        };
      },
    }),
  };
}

/** Keeps what it takes, the newest first. */
function mailServer(messages: Email[]): SMTPServer {
  return new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    closeTimeout: 1_000,
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        void PostalMime.parse(Buffer.concat(chunks)).then((message) => {
          messages.unshift(message);
          messages.length = Math.min(messages.length, MOST_KEPT);
          done();
        }, done);
      });
    },
  });
}

function pageOf(messages: readonly Email[], language: Language) {
  const words = WORDS[language];
  if (messages.length === 0) return html`<p>${words.none}</p>`;
  return html`<p>${words.lead}</p>
    ${messages.map(
      ({ subject, to, text, attachments }) => html`
        <section>
          <h2>${subject}</h2>
          <p>${words.to}: ${to?.map(({ address }) => address).join(", ")}</p>
          <pre>${text}</pre>
          ${calendarOf(attachments).map(
            (calendar) => html`
              <details>
                <summary>${words.calendar}</summary>
                <pre>${calendar}</pre>
              </details>
            `,
          )}
        </section>
      `,
    )}`;
}

/** A calendar comes twice in a message, as a part of it and as a file: it is shown once. */
function calendarOf(attachments: Email["attachments"]): string[] {
  const texts = attachments
    .filter(({ mimeType }) => mimeType === "text/calendar")
    .map(({ content }) =>
      typeof content === "string" ? content : new TextDecoder().decode(content),
    );
  return [...new Set(texts)].slice(0, 1);
}

const WORDS: Readonly<
  Record<
    Language,
    {
      readonly lead: string;
      readonly none: string;
      readonly to: string;
      readonly calendar: string;
    }
  >
> = {
  cy: {
    lead: "Dyma'r llythyrau y mae'r arddangosiad wedi'u hanfon, y diweddaraf gyntaf. Nid ydynt wedi mynd at neb.",
    none: "Nid oes llythyr wedi'i anfon eto.",
    to: "At",
    calendar: "Ar gyfer y calendr",
  },
  en: {
    lead: "These are the letters that the demonstration has sent, the newest first. They have gone to nobody.",
    none: "No letter has been sent yet.",
    to: "To",
    calendar: "For the calendar",
  },
};
