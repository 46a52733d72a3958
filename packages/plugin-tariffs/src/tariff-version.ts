import type { Instant, LocalDate } from "@neuadd/core";
import type { Tariff } from "./tariff.ts";

/** One version of a school's tariff. It never changes: a correction is a version of its own. */
export interface TariffVersion {
  /** Counts from 1 within a school; 0 is what the configuration gives it to begin with. */
  readonly number: number;
  /** The first date that it prices. */
  readonly validFrom: LocalDate;
  /** When it was entered: bookings that were approved before keep the price they were given. */
  readonly enteredAt: Instant;
  readonly tariff: Tariff;
}

/**
 * The version that prices a date: of those valid by then the one valid from the latest date, and of
 * several from the same date the one entered last. Undefined before the first.
 */
export function versionOn(
  versions: readonly TariffVersion[],
  date: LocalDate,
): TariffVersion | undefined {
  let chosen: TariffVersion | undefined;
  for (const version of versions) {
    if (version.validFrom > date) continue;
    const isLater =
      chosen === undefined ||
      version.validFrom > chosen.validFrom ||
      (version.validFrom === chosen.validFrom && version.number > chosen.number);
    if (isLater) chosen = version;
  }
  return chosen;
}
