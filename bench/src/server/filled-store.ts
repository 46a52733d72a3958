import { startChild } from "./child-server.ts";
import type { Fill } from "./fill-schools.ts";
import type { StorePlace, Stores } from "./stores.ts";

/** A store that has been filled, and that nobody has open. */
export interface FilledStore {
  readonly place: StorePlace;
  /** Of the hirer whose bookings they are. */
  readonly key: string;
}

export async function fillStore(stores: Stores, name: string, fill: Fill): Promise<FilledStore> {
  const place = await stores.make(name);
  const filler = await startChild("server-process", { store: place, fill });
  await filler.stop();
  await stores.settle(place);
  return { place, key: filler.key };
}
