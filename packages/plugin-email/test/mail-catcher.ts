import { once } from "node:events";
import { type AddressInfo } from "node:net";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";

/** A real SMTP server on loopback that keeps what it takes. */
export interface MailCatcher {
  readonly port: number;
  readonly messages: Email[];
  close(): Promise<void>;
}

/**
 * `port` 0 is any that is free. Senders and recipients that begin with a code, such as `550@example.org`, are answered with
 * it; whoever gives a password is told that it is wrong.
 */
export async function catchMail(port = 0): Promise<MailCatcher> {
  const messages: Email[] = [];
  const server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    onAuth: (_given, _session, done) => done(refusal("535")),
    onMailFrom: ({ address }, _session, done) => done(refusal(address)),
    disabledCommands: ["STARTTLS"],
    onRcptTo: ({ address }, _session, done) => done(refusal(address)),
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        void PostalMime.parse(Buffer.concat(chunks)).then((message) => {
          messages.push(message);
          done();
        }, done);
      });
    },
  });
  const socket = server.listen(port, "127.0.0.1");
  await once(socket, "listening");
  return {
    port: (socket.address() as AddressInfo).port,
    messages,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** With the code that a text begins with; without one, none. */
function refusal(text: string): Error | null {
  const [code] = /^[45]\d\d/.exec(text) ?? [];
  return code === undefined ? null : Object.assign(new Error("No."), { responseCode: +code });
}
