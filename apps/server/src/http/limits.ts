/** What the server grants to one caller. */
export interface Limits {
  /** Bytes that a request body may have. */
  readonly bodyBytes: number;
  /** Requests a minute from one address without a key. */
  readonly addressRequestsPerMinute: number;
  /** Requests a minute with one key. */
  readonly keyRequestsPerMinute: number;
  /** Requests a minute from one address with a key that is not valid. */
  readonly badKeysPerMinute: number;
  /**
   * How many proxies stand before the server: the client's address is then that many entries from the end of
   * `X-Forwarded-For`. 0, the default, believes the socket alone.
   */
  readonly trustedProxies: number;
  /**
   * How many server processes share the load. Each keeps its own count, and grants its share of the rates above. Default 1.
   */
  readonly processes: number;
}

export const DEFAULT_LIMITS: Limits = Object.freeze({
  bodyBytes: 65_536,
  addressRequestsPerMinute: 1200,
  keyRequestsPerMinute: 1200,
  badKeysPerMinute: 30,
  trustedProxies: 0,
  processes: 1,
});
