import type { Language } from "@neuadd/core";

/** A message as it goes out. */
export interface OutgoingMessage {
  /** Names the message for ever: tried twice, it is the same message (RFC 5322, section 3.6.4). */
  readonly messageId: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly to: { readonly name: string; readonly address: string };
  readonly replyTo?: string;
  readonly language: Language;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly calendar?: { readonly method: string; readonly text: string };
}

/** What brings messages on their way. */
export interface MailTransport {
  /**
   * Resolves once the message was accepted for delivery. Rejects with MailRefused when this message won't ever be, with any
   * other error when it is worth another try.
   */
  send(message: OutgoingMessage): Promise<void>;
  close(): void;
}

/** The mail server has refused this message for good, as for an address that is not there. */
export class MailRefused extends Error {
  override readonly name = "MailRefused";
  /** Of its answer, such as `550`. */
  readonly code: string;

  constructor(code: string, options?: ErrorOptions) {
    super(`The mail server refused the message with ${code}.`, options);
    this.code = code;
  }
}
