import { randomBytes } from "node:crypto";
import type { Instant } from "@neuadd/core";
import type { Services } from "./services.ts";

export type IdPrefix = Parameters<Services["newId"]>[0];

/** Crockford's base 32 in lower case: no i, l, o or u, and in the order of their characters. */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
const TIME_LETTERS = 10;

/**
 * Makes an id that nobody can guess: its prefix, the time (ten letters, so that ids sort by the millisecond they
 * were made in) and 128 random bits (twenty-six letters).
 */
export function newId(prefix: IdPrefix, now: Instant): string {
  return `${prefix}_${timeLetters(now)}${randomLetters()}`;
}

/** Whether text has the form of an id with that prefix. */
export function isId(prefix: IdPrefix, text: string): boolean {
  return (
    text.startsWith(`${prefix}_`) && /^[0-9a-hjkmnp-tv-z]{36}$/.test(text.slice(prefix.length + 1))
  );
}

function timeLetters(now: Instant): string {
  let letters = "";
  for (let rest = now; letters.length < TIME_LETTERS; rest = Math.floor(rest / 32)) {
    letters = `${ALPHABET.charAt(rest % 32)}${letters}`;
  }
  return letters;
}

function randomLetters(): string {
  let bits = 0;
  let held = 0;
  let letters = "";
  for (const byte of randomBytes(16)) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      letters += ALPHABET.charAt((held >> bits) & 31);
    }
    held &= (1 << bits) - 1;
  }
  return letters + ALPHABET.charAt((held << (5 - bits)) & 31);
}
