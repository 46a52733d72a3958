import type { AudienceTag, HirerCategory, LayoutId } from "@neuadd/core";

/** What of a request the checks go by. A preview may come without its activity. */
export interface AskedBooking {
  readonly activity?: string;
  /** Whom it says it is for, and whom the group that is declared for its activity is. */
  readonly audience: readonly AudienceTag[];
  readonly attendance?: number;
  readonly layout?: LayoutId;
  readonly category?: HirerCategory;
}

/** Audiences that are children: whoever is there without a parent is in somebody's care. */
const CHILDREN: readonly AudienceTag[] = ["0-4", "5-10", "11-16"];

export function isForChildren({ audience }: Pick<AskedBooking, "audience">): boolean {
  return audience.some((tag) => CHILDREN.includes(tag));
}

/** Whether anything is said of whom a booking is for. Being in Welsh says nothing of ages. */
export function isAudienceStated({ audience }: Pick<AskedBooking, "audience">): boolean {
  return audience.some((tag) => tag !== "welshMedium");
}
