import type { BookingTerms } from "./space.ts";

/**
 * The length that a space allows for a booking of about `wishedMinutes`: the next multiple of its grid from there, but
 * no less than its shortest and no more than its longest booking. In minutes on the clock. With 0 it is the shortest.
 */
export function allowedMinutes(
  {
    minimumMinutes,
    maximumMinutes,
    startGridMinutes: grid,
  }: Pick<Required<BookingTerms>, "minimumMinutes" | "maximumMinutes" | "startGridMinutes">,
  wishedMinutes: number,
): number {
  const longest = Math.floor(maximumMinutes / grid) * grid;
  return Math.min(longest, Math.ceil(Math.max(wishedMinutes, minimumMinutes) / grid) * grid);
}
