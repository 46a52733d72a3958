import type { LocalDate } from "../dates/day-steps.ts";
import type { Period } from "../dates/period.ts";
import { LiveRead, type LiveState, type Reading } from "../network/live-read.ts";
import type { ReadFault } from "../network/read-fault.ts";
import type { Answer } from "../network/read-json.ts";
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

/** Reads `path` of the school, with the query given. */
export type Read = <Body>(
  path: string,
  query?: Readonly<Record<string, string | undefined>>,
) => Promise<Answer<Body>>;

type DaysBySpace = ReadonlyMap<string, ReadonlyMap<LocalDate, WireDay>>;

/** What is known so far of a school and of the days shown, kept up to date. */
export class AvailabilityReadings {
  readonly #read: Read;
  readonly #about: LiveRead<About>;
  readonly #days: LiveRead<DaysBySpace>;
  #aboutState: LiveState<About> = { isStale: false };
  #daysState: LiveState<DaysBySpace> = { isStale: false };
  /** What the two are about; when that changes, they begin anew. */
  #aboutKey = "";
  #daysKey = "";

  /** `hear` is called with whatever is new. */
  constructor(read: Read, hear: (state: LiveState<unknown>) => void) {
    this.#read = read;
    this.#about = new LiveRead((state) => {
      this.#aboutState = state;
      hear(state);
    });
    this.#days = new LiveRead((state) => {
      this.#daysState = state;
      hear(state);
    });
  }

  get about(): About | undefined {
    return this.#aboutState.data;
  }

  /** Absent while the days shown have not come yet. */
  get days(): DaysBySpace | undefined {
    return this.#daysState.data;
  }

  get isStale(): boolean {
    return this.#aboutState.isStale || this.#daysState.isStale;
  }

  get fault(): ReadFault | undefined {
    return this.#aboutState.fault ?? this.#daysState.fault;
  }

  /** Begins to read about a school, or one of its spaces. False if that is what is being read already. */
  startAbout(key: string, space: string): boolean {
    if (key === this.#aboutKey) return false;
    this.stop();
    this.#aboutKey = key;
    this.#aboutState = { isStale: false };
    this.#daysState = { isStale: false };
    this.#about.start(() => this.#readAbout(space));
    return true;
  }

  /** Begins to read the days of one space, or of all (`space` is empty), unless they are being read already. */
  startDays(space: string, { first, end }: Period, minutes: number): void {
    const query = { from: first, to: end, minutes: minutes === 0 ? undefined : String(minutes) };
    const key = JSON.stringify([space, query]);
    if (key === this.#daysKey) return;
    this.#daysKey = key;
    this.#daysState = { isStale: false };
    this.#days.start(async () => {
      if (space === "") {
        const answer = await this.#read<WireSchoolAvailability>("/availability", query);
        const bySpace = answer.body.spaces.map((each) => [each.space, byDate(each.days)] as const);
        return { ...answer, data: new Map(bySpace) };
      }
      const path = `/spaces/${encodeURIComponent(space)}/availability`;
      const answer = await this.#read<WireSpaceAvailability>(path, query);
      return { ...answer, data: new Map([[space, byDate(answer.body.days)]]) };
    });
  }

  refresh(): void {
    this.#about.refresh();
    this.#days.refresh();
  }

  stop(): void {
    this.#about.stop();
    this.#days.stop();
    this.#aboutKey = "";
    this.#daysKey = "";
  }

  async #readAbout(space: string): Promise<Reading<About>> {
    const [school, spaces] = await Promise.all([
      this.#read<WireSchool>(""),
      space === ""
        ? this.#read<WireSpaces>("/spaces")
        : this.#read<WireSpace>(`/spaces/${encodeURIComponent(space)}`),
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
