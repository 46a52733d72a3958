import type { z } from "zod";
import type { OperationId } from "./access.ts";
import type { ProblemCode } from "./problem-code.ts";

export const OPERATION_TAGS = [
  "schools",
  "bookings",
  "blocks",
  "hirers",
  "ledger",
  "server",
] as const;
export type OperationTag = (typeof OPERATION_TAGS)[number];

/** A good answer, as the OpenAPI document shows it. */
export interface DocumentedAnswer {
  readonly description: string;
  /** Absent: no body. */
  readonly schema?: z.ZodType;
  readonly example?: unknown;
  readonly mediaType?: string;
  /** Header names, with what they hold. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** The inputs of an operation; absent ones are not taken at all. */
export interface OperationInputs {
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
}

export interface Operation<Id extends OperationId, Inputs extends OperationInputs> {
  readonly id: Id;
  readonly method: "get" | "post" | "patch" | "delete";
  /** As OpenAPI writes it: `/v1/schools/{school}`. */
  readonly path: string;
  readonly tag: OperationTag;
  readonly inputs?: Inputs;
  readonly answers: Readonly<Record<number, DocumentedAnswer>>;
  /** What it may answer besides the faults that follow from its access and its inputs. */
  readonly problems?: readonly ProblemCode[];
  /** Whether it takes an `Idempotency-Key`, or needs one. */
  readonly idempotency?: "taken" | "needed";
  /** Whether it needs `If-Match`. */
  readonly needsIfMatch?: true;
}
