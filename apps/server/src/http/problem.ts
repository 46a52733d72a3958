/** An answer of the media type `application/problem+json`. */
export interface Problem {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
  /** True when the fault is ours, or the store's: to be logged with its cause. */
  readonly isOurs: boolean;
}
