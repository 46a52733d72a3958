import type { BookingPlace, DataSubject } from "@neuadd/plugin-kit";
import type { Services } from "../services.ts";
import type { Appearance } from "./find-person.ts";

type WithStore = Pick<Services, "store">;

/** A hirer as plugins are asked of it: with all its bookings, at every school. */
export async function hirerSubject(services: WithStore, hirer: string): Promise<DataSubject> {
  return { kind: "hirer", hirer, bookings: await bookingsOf(services, hirer) };
}

/** A person of a hirer as plugins are asked of it: by the address, and every name that stands beside it. */
export async function personSubject(
  services: WithStore,
  { hirer, contact, members }: Appearance,
  email: string,
): Promise<DataSubject> {
  const names = [...members, ...(contact ? [contact] : [])].map(({ name }) => name);
  return {
    kind: "person",
    hirer: hirer.id,
    email: email.trim(),
    names: [...new Set(names)],
    bookings: await bookingsOf(services, hirer.id),
  };
}

async function bookingsOf({ store }: WithStore, hirer: string): Promise<BookingPlace[]> {
  return store.database
    .selectFrom("series")
    .select(["school_id as school", "booking_id as booking"])
    .where("hirer_id", "=", hirer)
    .orderBy("school_id")
    .orderBy("booking_id")
    .execute();
}
