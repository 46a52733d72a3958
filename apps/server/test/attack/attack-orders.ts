/** What a client process is to do. */
export interface AttackOrders {
  readonly name: string;
  readonly seed: number;
  readonly urls: readonly string[];
  readonly requests: number;
  readonly atOnce: number;
  readonly schools: readonly AttackedSchool[];
}

/** A school, and whom the client may act for there. */
export interface AttackedSchool {
  readonly id: string;
  readonly key: string;
  readonly hirers: readonly { readonly id: string; readonly key: string }[];
}
