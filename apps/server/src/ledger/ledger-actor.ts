/** Who did it, as the ledger says it: the key used, the server itself, or a plugin. Never a person. */
export type LedgerActor = `key:${string}` | "system" | `plugin:${string}`;
