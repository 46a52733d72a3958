import type { LocalTime, Space } from "@neuadd/core";

/** What was agreed with the neighbours. */
export interface Agreement {
  readonly from: LocalTime;
  readonly facility: string;
  readonly soundCheckPence: number;
}

/** Whether the agreement is about a space. */
export function isLoud(space: Space, { facility }: Agreement): boolean {
  return space.facilities.includes(facility);
}
