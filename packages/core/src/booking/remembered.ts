/** What a memo knows of a key; worked out, and kept, where it knows nothing yet. */
export function remembered<Key, Value>(
  memo: Map<Key, Value>,
  key: Key,
  workOut: () => Value,
): Value {
  const known = memo.get(key);
  if (known !== undefined) return known;
  const value = workOut();
  memo.set(key, value);
  return value;
}
