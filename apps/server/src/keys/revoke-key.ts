import type { Services } from "../services.ts";

/** Revokes a key for good, at once. Answers false when there is no such key, or it was revoked before. */
export async function revokeKey(services: Services, id: string): Promise<boolean> {
  const { numUpdatedRows } = await services.store.database
    .updateTable("api_keys")
    .set({ revoked_at: services.clock.now() })
    .where("key_id", "=", id)
    .where("revoked_at", "is", null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}
