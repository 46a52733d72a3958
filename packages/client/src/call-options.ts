/** What every call takes. */
export interface CallOptions {
  /** Ends the call, and any waiting between attempts, when it is aborted: the call throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** What a call that writes takes. */
export interface WriteOptions extends CallOptions {
  /**
   * Names the request: sent again with the same name and body, within a day, it gives the first answer and does nothing
   * twice. Made by chance when it is left out, and kept over the retries of this call. Give one of your own to be able to
   * repeat a call after a crash of your program.
   */
  readonly idempotencyKey?: string | undefined;
}

/** What a call takes that reads something it may have read before. */
export interface RereadOptions<Answer> extends CallOptions {
  /** The last answer to the same question: if nothing has changed since, it is given back, the very same object. */
  readonly previous?: Answer | undefined;
}

/** The header of the key that was given, or of a new one of 128 random bits. */
export function idempotencyHeader({ idempotencyKey }: WriteOptions): {
  readonly "Idempotency-Key": string;
} {
  return { "Idempotency-Key": idempotencyKey ?? randomKey() };
}

/** `crypto.randomUUID` is missing in pages that came over plain HTTP, as on a test machine of a school's network. */
function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
