import { deepStrictEqual, rejects } from "node:assert/strict";

/** Compares what an example yields with what it says; told apart by `place` in the message of the failure. */
export function check(place: string, actual: unknown, expected: () => unknown): void {
  const stated = expected();
  try {
    deepStrictEqual(actual, stated);
  } catch (cause) {
    throw new Error(`${place} is not true.\n${String(cause)}`, { cause });
  }
}

/** Compares the code of the error that an example says it throws. */
export async function checkThrows(
  place: string,
  run: () => Promise<unknown>,
  code: string,
): Promise<void> {
  await rejects(run, { code }, `${place} does not throw ${code}.`);
}
