import type { AudienceTag } from "@neuadd/core";
import { CHILD_AGES, type ChildAges } from "./adults-needed.ts";

/** Who takes part in an activity of a hirer at a school, as the hirer or the school has declared it. */
export interface DeclaredGroup {
  /** As its bookings name it, in letters large or small. */
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

/** Every audience that children of these ages may be: the ages of the ratios lie across those of the audiences. */
const AUDIENCES_OF_AGES: Readonly<Record<ChildAges, readonly AudienceTag[]>> = {
  "0-2": ["0-4"],
  "3": ["0-4"],
  "4-8": ["0-4", "5-10"],
  "9-12": ["5-10", "11-16"],
  "13-18": ["11-16", "16-25"],
};

/** Whom a group is, whatever the booking says of its audience. */
export function audienceOf({ children, adults }: DeclaredGroup): readonly AudienceTag[] {
  const ages = CHILD_AGES.filter((age) => (children[age] ?? 0) > 0);
  if (ages.length === 0) return adults > 0 ? ["adults"] : [];
  return [...new Set(ages.flatMap((age) => AUDIENCES_OF_AGES[age]))];
}
