/**
 * A copy of plain data (objects, lists, strings, numbers, booleans) that is frozen at every depth.
 * The value passed in stays as it was, so that a caller's own object never freezes under its hands.
 */
export function frozenCopy<const Value>(value: Value): Value {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    return Object.freeze(value.map((item: unknown) => frozenCopy(item))) as Value;
  }
  const copy: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) copy[key] = frozenCopy(item as unknown);
  return Object.freeze(copy) as Value;
}
