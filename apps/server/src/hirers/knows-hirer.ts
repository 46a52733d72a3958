import type { Services } from "../services.ts";

/** Whether a school knows a hirer: because the hirer has asked it for a booking, or the school has entered the hirer. */
export async function knowsHirer(
  { store }: Services,
  school: string,
  hirer: string,
): Promise<boolean> {
  const row = await store.database
    .selectFrom("hirer_schools")
    .select("hirer_id")
    .where("school_id", "=", school)
    .where("hirer_id", "=", hirer)
    .executeTakeFirst();
  return row !== undefined;
}
