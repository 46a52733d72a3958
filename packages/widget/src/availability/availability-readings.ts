import type { LocalDate } from "../dates/day-steps.ts";
import type { Period } from "../dates/period.ts";
import type { Reading } from "../network/live-read.ts";
import { SchoolReadings } from "../network/school-readings.ts";
import type {
  WireDay,
  WireSchool,
  WireSchoolAvailability,
  WireSpace,
  WireSpaceAvailability,
  WireSpaces,
} from "../network/wire.ts";

/** A school and those of its spaces that are asked for and can be booked. */
export interface About {
  readonly school: WireSchool;
  readonly spaces: readonly WireSpace[];
}

type DaysBySpace = ReadonlyMap<string, ReadonlyMap<LocalDate, WireDay>>;

/** What is known so far of a school and of what is free on the days shown. */
export class AvailabilityReadings extends SchoolReadings<About, DaysBySpace> {
  /** Begins to read about a school, or one of its spaces. False if that is what is being read already. */
  startAbout(key: string, space: string): boolean {
    return this.beginAbout(key, () => this.#readAbout(space));
  }

  /** Begins to read the days of one space, or of all (`space` is empty), unless they are being read already. */
  startDays(space: string, { first, end }: Period, minutes: number): void {
    const query = { from: first, to: end, minutes: minutes === 0 ? undefined : String(minutes) };
    this.beginDays(JSON.stringify([space, query]), async () => {
      if (space === "") {
        const answer = await this.read<WireSchoolAvailability>("/availability", query);
        const bySpace = answer.body.spaces.map((each) => [each.space, byDate(each.days)] as const);
        return { ...answer, data: new Map(bySpace) };
      }
      const path = `/spaces/${encodeURIComponent(space)}/availability`;
      const answer = await this.read<WireSpaceAvailability>(path, query);
      return { ...answer, data: new Map([[space, byDate(answer.body.days)]]) };
    });
  }

  async #readAbout(space: string): Promise<Reading<About>> {
    const [school, spaces] = await Promise.all([
      this.read<WireSchool>(""),
      space === ""
        ? this.read<WireSpaces>("/spaces")
        : this.read<WireSpace>(`/spaces/${encodeURIComponent(space)}`),
    ]);
    const { body } = spaces;
    return {
      data: {
        school: school.body,
        spaces: "items" in body ? body.items.filter(({ bookable }) => bookable) : [body],
      },
      text: school.text + spaces.text,
      isStale: school.isStale || spaces.isStale,
    };
  }
}

function byDate(days: readonly WireDay[]): ReadonlyMap<LocalDate, WireDay> {
  return new Map(days.map((day) => [day.date, day]));
}
