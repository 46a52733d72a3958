import { createHash, randomBytes } from "node:crypto";

/** A secret that can't be guessed: 256 random bits in base64url, 43 characters. */
export function makeSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** What is stored of a text with a secret in it: for its 256 random bits, a plain hash can't be turned back by guessing. */
export function hashSecret(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
