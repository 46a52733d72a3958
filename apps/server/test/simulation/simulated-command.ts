import { CoreError } from "@neuadd/core";
import { ServerError } from "../../src/server-error.ts";

/** What came of a command: an answer, or a refusal by its code. */
export type Outcome<Answer> =
  | { readonly kind: "done"; readonly answer: Answer }
  | { readonly kind: "refused"; readonly code: string; readonly error: CoreError | ServerError };

/** One thing that happens in the simulation. */
export interface SimulatedCommand<Answer = unknown> {
  /** What is done, so that a failure can be read. */
  readonly text: string;
  /** Whether its statements may be made to fail: it must be one transaction. */
  readonly isOneTransaction: boolean;
  /** Does it; may be called again after a planted fault. */
  call(): Promise<Answer>;
  /** Compares what came of it with what the model expects, and brings the model up to date. Throws a Surprise. */
  judge(outcome: Outcome<Answer>): void;
}

/** The server has done something that the model holds to be wrong. */
class Surprise extends Error {
  override readonly name = "Surprise";
}

/** Runs the call of a command. What is neither an answer nor a refusal is thrown on. */
export async function outcomeOf<Answer>(call: () => Promise<Answer>): Promise<Outcome<Answer>> {
  try {
    return { kind: "done", answer: await call() };
  } catch (error) {
    const isRefusal =
      error instanceof CoreError ||
      (error instanceof ServerError && !["INTERNAL", "STORE_UNAVAILABLE"].includes(error.code));
    if (!isRefusal) throw error;
    return { kind: "refused", code: error.code, error };
  }
}

/** Throws a Surprise unless the two are the same, as JSON. */
export function expectSame(what: string, found: unknown, expected: unknown): void {
  const [one, other] = [JSON.stringify(found), JSON.stringify(expected)];
  if (one !== other) throw new Surprise(`${what}: found ${one}, expected ${other}`);
}

export function expectThat(isTrue: boolean, what: string): asserts isTrue {
  if (!isTrue) throw new Surprise(what);
}

/** The answer, where the model expects one; `undefined` where it rightly was refused with one of the codes. */
export function expectOutcome<Answer>(
  outcome: Outcome<Answer>,
  expectedCodes: readonly string[],
): Answer | undefined {
  if (outcome.kind === "done") {
    expectSame("outcome", "done", expectedCodes[0] ?? "done");
    return outcome.answer;
  }
  expectThat(
    expectedCodes.includes(outcome.code),
    `refused with ${outcome.code} (${outcome.error.message}), expected ${expectedCodes.join(" or ") || "an answer"}`,
  );
  return undefined;
}
