import fc from "fast-check";
import { Webhook } from "standardwebhooks";
import { describe, expect, it } from "vitest";
import { makeSecret, signatureHeaders } from "./sign-message.ts";

const bytes = (fill: number) => ({
  randomBytes: (count: number) => new Uint8Array(count).fill(fill),
});

describe("signatureHeaders", () => {
  it("signs as the standardwebhooks package does, whatever the text", () => {
    const now = Date.now();
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        fc.string({ unit: "grapheme" }),
        (key, text) => {
          const secret = makeSecret({ randomBytes: () => new Uint8Array(key) });
          const body = JSON.stringify({ text });
          const headers = signatureHeaders({ id: "msg_1", body, sentAt: now }, [secret]);
          const oracle = new Webhook(secret);
          expect(headers["webhook-signature"]).toBe(oracle.sign("msg_1", new Date(now), body));
          expect(oracle.verify(body, headers)).toEqual({ text });
        },
      ),
    );
  });

  it("signs with each secret, so that either verifies, and no other does", () => {
    const secrets = [makeSecret(bytes(1)), makeSecret(bytes(2))];
    const body = '{"a":1}';
    const headers = signatureHeaders({ id: "msg_1", body, sentAt: Date.now() }, secrets);
    for (const secret of secrets) {
      expect(new Webhook(secret).verify(body, headers)).toEqual({ a: 1 });
    }
    expect(() => new Webhook(makeSecret(bytes(3))).verify(body, headers)).toThrow(
      "No matching signature",
    );
    expect(() => new Webhook(secrets[0] ?? "").verify('{"a":2}', headers)).toThrow(
      "No matching signature",
    );
  });
});
