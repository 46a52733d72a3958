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

/** `port` 0 is any that is free. Recipients that begin with a code, such as `550@example.org`, are answered with it. */
export async function catchMail(port = 0): Promise<MailCatcher> {
  const messages: Email[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo({ address }, _session, done) {
      const [code] = /^[45]\d\d/.exec(address) ?? [];
      done(code === undefined ? null : Object.assign(new Error("No."), { responseCode: +code }));
    },
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
