import { type AmendmentClass, type LocalDate, localDateOf } from "@neuadd/core";
import type { LedgerEvent } from "@neuadd/plugin-kit";
import type { Release, ReleaseReason } from "./account.ts";
import { chargedShare } from "./cancellation-terms.ts";
import type { FrozenQuote } from "./frozen-quote.ts";

export interface ReleaseFacts {
  /** What was agreed last. */
  readonly quote: FrozenQuote;
  /** Releases of before the entry, and of what else its command did: each date that a block displaces is an entry. */
  readonly known: readonly Release[];
  /** The school's zone: notice is counted by its days. */
  readonly zone: string;
}

/**
 * What an entry of the ledger releases: dates that don't take place any more, and dates of before that do again; of a
 * booking that no date is left of its deposit too, and its fees where the school took the last of them. It goes by the
 * entry alone, not by the booking as it stands, which may have changed again by the time that the entry is heard of.
 */
export function releasesOf(event: LedgerEvent, facts: ReleaseFacts): Release[] {
  const { revision, at } = event;
  const standing = new Map(facts.known.map(({ about, reason }) => [about, reason]));
  const released = dateReleases(event, facts, standing);
  const gone = new Set(released.map(({ about }) => about));
  const taken = takenDates(event);
  const isEmpty =
    taken.length === 0 &&
    facts.quote.places.every(({ date }) => gone.has(date) || isReleased(standing, date));
  const whole = facts.quote.lines.filter(({ date }) => date === undefined);
  const reason = reasonOf(event);
  const wholeReleased = whole
    .filter(({ key }) => !isReleased(standing, key))
    .filter(({ kind }) =>
      kind === "deposit"
        ? isEmpty || event.type === "booking.cancelled"
        : isEmpty && reason !== "cancelledByHirer",
    )
    .map(({ key }): Release => ({ about: key, revision, sharePercent: 0, reason, at }));
  // A deposit that the school gave back of its own accord stays given back, whatever dates come.
  const wholeTaken = whole
    .map(({ key }) => key)
    .filter((key) => taken.length > 0 && standing.get(key) !== "depositReturned");
  const takenBack = [...taken, ...wholeTaken]
    .filter((about) => isReleased(standing, about))
    .map((about): Release => ({ about, revision, sharePercent: 100, reason: "takenBack", at }));
  return [...takenBack, ...released, ...wholeReleased];
}

/** Why something was released last, by what it is about. */
type Standing = ReadonlyMap<string, ReleaseReason>;

function isReleased(standing: Standing, about: string): boolean {
  return (standing.get(about) ?? "takenBack") !== "takenBack";
}

function dateReleases(
  event: LedgerEvent,
  { quote, zone }: ReleaseFacts,
  standing: Standing,
): Release[] {
  const { revision, at } = event;
  const today = localDateOf(at, zone);
  const priced = new Set(quote.places.map(({ date }) => date));
  return (
    leftDates(event)
      // A date that was displaced and is then cancelled stays free of charge: the school took it.
      .filter(({ date }) => priced.has(date) && !isReleased(standing, date))
      .map(({ date, reason }): Release => {
        const isHirers = reason === "cancelledByHirer";
        const sharePercent = isHirers ? chargedShare(quote.cancellation, today, date) : 0;
        return { about: date, revision, sharePercent, reason, at };
      })
  );
}

/** The dates that an amendment gives: new ones, and where others moved to. */
export function takenDates({ data }: Pick<LedgerEvent, "data">): LocalDate[] {
  return changesIn(data, ["new", "moved"]).flatMap(({ after }) => after ?? []);
}

interface LeftDate {
  readonly date: LocalDate;
  readonly reason: ReleaseReason;
}

function leftDates(event: LedgerEvent): LeftDate[] {
  const { type, data } = event;
  if (type === "booking.amended") {
    const taken = new Set(takenDates(event));
    return changesIn(data, ["removed", "moved"]).flatMap(({ class: kind, before }) => {
      if (before === undefined || taken.has(before)) return [];
      return [{ date: before, reason: kind === "moved" ? "moved" : reasonOf(event) }];
    });
  }
  const reason = reasonOf(event);
  const dates = Array.isArray(data["dates"]) ? data["dates"] : [data["date"]];
  return dates.map((date) => ({ date: String(date), reason }));
}

function reasonOf({ type, data }: LedgerEvent): ReleaseReason {
  if (type === "occurrence.displaced") return "displaced";
  return data["by"] === "school" ? "cancelledBySchool" : "cancelledByHirer";
}

interface Change {
  readonly class: AmendmentClass;
  readonly before?: LocalDate;
  readonly after?: LocalDate;
}

function changesIn(data: LedgerEvent["data"], classes: readonly AmendmentClass[]): Change[] {
  const changes = Array.isArray(data["changes"]) ? (data["changes"] as readonly Change[]) : [];
  return changes.filter((change) => classes.includes(change.class));
}
