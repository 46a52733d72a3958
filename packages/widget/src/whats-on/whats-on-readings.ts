import type { Period } from "../dates/period.ts";
import type { Reading } from "../network/live-read.ts";
import { SchoolReadings } from "../network/school-readings.ts";
import type { WireEntry, WireSchool, WireSpace, WireSpaces, WireWhatsOn } from "../network/wire.ts";

/** A school and all its spaces. */
interface About {
  readonly school: WireSchool;
  readonly spaces: readonly WireSpace[];
}

/** What is known so far of a school and of what is on there on the days shown. */
export class WhatsOnReadings extends SchoolReadings<About, readonly WireEntry[]> {
  /** Begins to read about a school. False if that is what is being read already. */
  startAbout(key: string): boolean {
    return this.beginAbout(key, () => this.#readAbout());
  }

  /** Begins to read what is on in one space, or in all (`space` is empty), unless that is being read already. */
  startDays(space: string, { first, end }: Period): void {
    this.beginDays(`${first} ${end}`, async () => {
      const answer = await this.read<WireWhatsOn>("/whats-on", { from: first, to: end, space });
      return { ...answer, data: answer.body.items };
    });
  }

  async #readAbout(): Promise<Reading<About>> {
    const [school, spaces] = await Promise.all([
      this.read<WireSchool>(""),
      this.read<WireSpaces>("/spaces"),
    ]);
    return {
      data: { school: school.body, spaces: spaces.body.items },
      text: school.text + spaces.text,
      isStale: school.isStale || spaces.isStale,
    };
  }
}
