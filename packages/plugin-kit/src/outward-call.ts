/** A call to an address that somebody else has named: a hirer, a school, a file. */
export interface OutwardRequest {
  /** `https:`, without a name or password in it. `http:` goes to allowed addresses only. */
  readonly url: string;
  /** Default `GET`. */
  readonly method?: "GET" | "POST";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** For everything together, from the look-up of the name to the last byte. Default 15,000. */
  readonly timeoutMs?: number;
  /** How much of an answer is taken; a longer one is a fault. Default 64 KiB. */
  readonly maximumBytes?: number;
  /**
   * False: status and headers are the whole answer, however long its body is or how slowly it comes; `body` is empty, and
   * the connection is cut. Default true.
   */
  readonly takesBody?: boolean;
  /**
   * Blocks of addresses (`127.0.0.0/8`, `::1/128`) that may be called though they are not of the public
   * internet. Default: none.
   */
  readonly allowAddresses?: readonly string[];
}

/** Whatever the other side answered. Redirects are answers like any other: nothing follows them. */
export interface OutwardAnswer {
  readonly status: number;
  /** Names in lower case; of a header that came more than once, the values joined by commas. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

export const OUTWARD_FAULTS = [
  "URL_REFUSED",
  "ADDRESS_REFUSED",
  "NAME_UNKNOWN",
  "CONNECTION_FAILED",
  "TIMED_OUT",
  "ANSWER_TOO_LARGE",
] as const;
export type OutwardFaultCode = (typeof OUTWARD_FAULTS)[number];

/** Why there was no answer. The message names no address, so that a caller can't map a network with it. */
export class OutwardFault extends Error {
  override readonly name = "OutwardFault";
  readonly code: OutwardFaultCode;

  constructor(code: OutwardFaultCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/**
 * Calls an address that somebody else has named, in a way that can't be turned against the network the
 * server stands in: only public addresses, the name looked up once and that very address connected to,
 * no redirect followed, time and size limited.
 *
 * Throws an OutwardFault when there is no answer.
 */
export type CallOut = (request: OutwardRequest) => Promise<OutwardAnswer>;
