import type { ChildAges } from "./adults-needed.ts";

/** Who takes part in an activity of a hirer at a school, as the hirer or the school has declared it. */
export interface DeclaredGroup {
  /** As its bookings name it. */
  readonly activity: string;
  /** How many children, by age. Ages left out: none. */
  readonly children: Readonly<Partial<Record<ChildAges, number>>>;
  /** Adults in charge of the children, or who take part themselves. */
  readonly adults: number;
  /** Whether each child's parent or carer is there: then nobody else is in charge of it. */
  readonly withParents: boolean;
}

/** Everyone in the room; each parent may be beside `adults`, and is not counted. */
export function groupSize({ children, adults }: DeclaredGroup): number {
  return adults + Object.values(children).reduce((sum, count) => sum + count, 0);
}
