import type { MailTransport, OutgoingMessage } from "../src/index.ts";

/** A mail server of which a test says what it does. */
export interface PostOffice extends MailTransport {
  readonly sent: OutgoingMessage[];
  /** What it answers instead of taking a message. */
  fault: Error | undefined;
}

export function postOffice(): PostOffice {
  const office: PostOffice = {
    sent: [],
    fault: undefined,
    async send(message) {
      if (office.fault) throw office.fault;
      office.sent.push(message);
    },
    close() {},
  };
  return office;
}
