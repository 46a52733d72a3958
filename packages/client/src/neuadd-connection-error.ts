/**
 * Why no answer of the server could be had: the network failed, nothing came in time, or what came was not the server's
 * (an error page of a proxy, a body that is not JSON).
 */
export type ConnectionErrorCode = "NETWORK_FAILED" | "TIMED_OUT" | "ANSWER_UNREADABLE";

/**
 * Thrown when the server gave no answer that can be read, after every attempt that was safe. What came of the request is
 * then unknown; sent again with the same idempotency key, it does not happen twice.
 */
export class NeuaddConnectionError extends Error {
  override readonly name = "NeuaddConnectionError";
  readonly code: ConnectionErrorCode;
  /** HTTP status of an answer that was not the server's; absent when there was none. */
  readonly status?: number;

  constructor(
    code: ConnectionErrorCode,
    message: string,
    options?: ErrorOptions & { readonly status?: number },
  ) {
    super(message, options);
    this.code = code;
    if (options?.status !== undefined) this.status = options.status;
  }
}
