/** `UNREACHABLE`: no answer came. Otherwise the code that the server gave, such as `SCHOOL_UNKNOWN`. */
export class ReadFault extends Error {
  override readonly name = "ReadFault";
  readonly code: string;
  /** True when asking again in a while may help. */
  readonly isPassing: boolean;

  constructor(code: string, isPassing: boolean, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
    this.isPassing = isPassing;
  }
}
