/** What a request was to do. */
export type AttackKind =
  | "book"
  | "approve"
  | "decline"
  | "withdraw"
  | "cancel"
  | "cancelDate"
  | "amend"
  | "block"
  | "unblock";

/** One thing that a client wanted, sent as often as it took to get an answer. */
export interface AttackReport {
  /** Unique in an attack: it is the title of what is booked, and the `Idempotency-Key`. */
  readonly number: string;
  readonly kind: AttackKind;
  readonly school: string;
  /** The booking or block that it is about; of what is made, the id that was answered. */
  readonly subject: string | undefined;
  readonly method: "POST" | "DELETE";
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly attempts: number;
  /** Attempts that ended without an answer, or with one that says that the outcome is not known. */
  readonly unanswered: number;
  /** The last answer; undefined while there is none that settles it. */
  readonly final: AttackAnswer | undefined;
  readonly slowestMs: number;
}

export interface AttackAnswer {
  readonly status: number;
  readonly code: string | undefined;
  readonly id: string | undefined;
  readonly revision: number | undefined;
}

export function isDone({ final }: AttackReport): boolean {
  return final !== undefined && final.status < 300;
}
