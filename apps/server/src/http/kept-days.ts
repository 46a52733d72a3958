import type { Instant, SpaceId } from "@neuadd/core";

/** A day of a space, written as it is at one moment. */
export interface WrittenDay {
  readonly bytes: Uint8Array;
  readonly writtenAt: Instant;
  /** The first moment at which time alone makes it another. Infinity if it never does. */
  readonly changesAt: Instant;
}

/** Days of a space in a row, from a day number on. Undefined are those that are not known. */
export interface KnownDays {
  readonly space: SpaceId;
  readonly first: number;
  readonly days: readonly (WrittenDay | undefined)[];
}

export interface WrittenRow extends KnownDays {
  readonly days: readonly WrittenDay[];
}

/** The days of one school that were written at one of its revisions, in one manner. */
export interface DaysOfSchool {
  /** Of so many days from `first` on those that hold at `now`. They stay as they are, whatever is kept afterwards. */
  at(wanted: {
    readonly space: SpaceId;
    readonly first: number;
    readonly count: number;
    readonly now: Instant;
  }): KnownDays;
  keep(row: WrittenRow): void;
}

/**
 * Written days, so that an answer that was never asked for before is put together from those of other answers: the weeks
 * that callers ask for overlap. Every write to a school makes it forget that school. For display only: no decision reads it.
 */
export interface KeptDays {
  /** `manner` tells ways of writing the same days apart. */
  ofSchool(school: string, revision: number, manner: string): DaysOfSchool;
}

interface KeptSchool {
  readonly revision: number;
  /** By space and manner, then by day number. */
  readonly rows: Map<string, Map<number, WrittenDay>>;
  bytes: number;
}

/** Keeps days of at most so many bytes in all; the schools that were asked for longest ago are forgotten first. */
export function keepDays(limitBytes: number): KeptDays {
  // A Map keeps the order of insertion: what is asked for is put in anew, so the first entry was asked for longest ago.
  const schools = new Map<string, KeptSchool>();
  let held = 0;

  function forget(id: string): void {
    held -= schools.get(id)?.bytes ?? 0;
    schools.delete(id);
  }
  function schoolAt(id: string, revision: number): KeptSchool {
    const known = schools.get(id);
    if (known?.revision === revision) {
      schools.delete(id);
      schools.set(id, known);
      return known;
    }
    const school = { revision, rows: new Map(), bytes: 0 };
    // Whoever is late gets room of its own, and does not push out what is newer.
    if (known !== undefined && known.revision > revision) return school;
    forget(id);
    schools.set(id, school);
    return school;
  }
  return {
    ofSchool(id, revision, manner) {
      const school = schoolAt(id, revision);
      return {
        at({ space, first, count, now }) {
          const row = school.rows.get(`${space} ${manner}`);
          const days = Array.from({ length: count }, (_, index) => {
            const day = row?.get(first + index);
            return day !== undefined && holdsAt(day, now) ? day : undefined;
          });
          return { space, first, days };
        },
        keep({ space, first, days }) {
          // A slow answer may end after its school has been written to, and forgotten.
          if (schools.get(id) !== school) return;
          const key = `${space} ${manner}`;
          const row = school.rows.get(key) ?? new Map<number, WrittenDay>();
          school.rows.set(key, row);
          for (const [index, day] of days.entries()) {
            const more = day.bytes.length - (row.get(first + index)?.bytes.length ?? 0);
            row.set(first + index, day);
            school.bytes += more;
            held += more;
          }
          for (const oldest of schools.keys()) {
            if (held <= limitBytes) break;
            forget(oldest);
          }
        },
      };
    },
  };
}

/** A clock that was put back finds only what was written before. */
function holdsAt({ writtenAt, changesAt }: WrittenDay, now: Instant): boolean {
  return writtenAt <= now && now < changesAt;
}
