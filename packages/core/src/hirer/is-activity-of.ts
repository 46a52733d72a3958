/** An activity as names are compared: people write it, so that letters may be large or small, and spaces several. */
export function activityKey(activity: string): string {
  return activity.normalize("NFC").trim().replaceAll(/\s+/g, " ").toLowerCase();
}

/**
 * Whether an activity is one of those named, however each is written.
 *
 * @example
 * ```ts
 * import { isActivityOf } from "@neuadd/core";
 * isActivityOf("Table  Tennis", ["table tennis"]); //=> true
 * ```
 */
export function isActivityOf(activity: string, named: readonly string[]): boolean {
  const key = activityKey(activity);
  return named.some((one) => activityKey(one) === key);
}
