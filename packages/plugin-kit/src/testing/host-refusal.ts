/** What a test host answers in place of a server's own problems, by the same codes and statuses. */
export class HostRefusal extends Error {
  override readonly name = "HostRefusal";
  readonly code: string;
  readonly status: number;

  constructor(code: string, status: number) {
    super(code);
    this.code = code;
    this.status = status;
  }
}
