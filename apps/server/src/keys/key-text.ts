import type { CallerKind } from "@neuadd/plugin-kit";
import { isId } from "../ids.ts";
import { makeSecret } from "./secret.ts";

/** What the text of a key says of itself. Nothing is true of it until its hash is found. */
export interface KeyParts {
  readonly kind: CallerKind;
  readonly id: string;
}

const LETTER_OF_KIND: Readonly<Record<CallerKind, string>> = {
  hirer: "h",
  school: "s",
  authority: "a",
  operator: "o",
};
const KIND_OF_LETTER = new Map(
  (Object.keys(LETTER_OF_KIND) as CallerKind[]).map((kind) => [LETTER_OF_KIND[kind], kind]),
);

/**
 * Makes the text of a key: `neuadd_<letter of the kind>_<id>_<256 random bits in base64url>`. The fixed form lets
 * scanners of code and logs find a key that was left there.
 */
export function makeKeyText(kind: CallerKind, id: string): string {
  return `neuadd_${LETTER_OF_KIND[kind]}_${id.slice("key_".length)}_${makeSecret()}`;
}

/** Reads the parts of a key's text; undefined for text of another form. */
export function parseKeyText(text: string): KeyParts | undefined {
  const match = /^neuadd_([hsao])_([0-9a-z]{36})_[A-Za-z0-9_-]{43}$/.exec(text);
  const kind = KIND_OF_LETTER.get(match?.[1] ?? "");
  const id = `key_${match?.[2]}`;
  return kind !== undefined && isId("key", id) ? { kind, id } : undefined;
}
