/**
 * Ages in whole years, both ends included, with how many children one adult may have in charge: what the NSPCC's
 * Child Protection in Sport Unit advises as the least (2 year-olds as those under 2 where it gives both).
 * A sport's own governing body may ask for more.
 */
export const CHILDREN_PER_ADULT = {
  "0-2": 3,
  "3": 4,
  "4-8": 6,
  "9-12": 8,
  "13-18": 10,
} as const;
export type ChildAges = keyof typeof CHILDREN_PER_ADULT;
export const CHILD_AGES = Object.keys(CHILDREN_PER_ADULT) as readonly ChildAges[];

/** Two, whatever the number of children: one may have to leave with a child that is hurt. */
export const LEAST_ADULTS = 2;

/** The least common multiple of all ratios: with it, shares of adults are whole numbers. */
const SHARES_OF_AN_ADULT = 120;

/**
 * The least number of adults for a group of children; 0 for no children.
 *
 * A mixed group is added up from the shares of its ages before it is rounded up, so that it needs no more
 * than the ages would need apart.
 *
 * @example
 * ```ts
 * import { adultsNeeded } from "@neuadd/plugin-hirer-checks";
 *
 * adultsNeeded({ "4-8": 18 }); //=> 3
 * adultsNeeded({ "4-8": 3, "9-12": 4 }); //=> 2
 * adultsNeeded({ "9-12": 20, "13-18": 5 }); //=> 3
 * ```
 */
export function adultsNeeded(children: Readonly<Partial<Record<ChildAges, number>>>): number {
  let shares = 0;
  for (const ages of CHILD_AGES) {
    shares += (children[ages] ?? 0) * (SHARES_OF_AN_ADULT / CHILDREN_PER_ADULT[ages]);
  }
  return shares === 0 ? 0 : Math.max(LEAST_ADULTS, Math.ceil(shares / SHARES_OF_AN_ADULT));
}
