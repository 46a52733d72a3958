import { dateAt, dateAfter, instantOf, minutesOf, openMinutes } from "./naive-calendar.ts";
import { leavesOf, spacesOf, type Variant } from "./simulated-premises.ts";

/** A space and a time of one date. */
export interface Place {
  readonly date: string;
  readonly space: string;
  readonly startTime: string;
  readonly endTime: string;
}

export type DateStatus =
  "requested" | "confirmed" | "cancelled" | "displaced" | "denied" | "excluded";

export interface ModelDate extends Place {
  readonly status: DateStatus;
}

/** What the simulation knows of a booking that was acknowledged. */
export interface ModelBooking {
  readonly id: string;
  readonly holds: boolean;
  readonly attendance: number | undefined;
  readonly requestedAt: number;
  status: "requested" | "approved" | "declined" | "withdrawn" | "expired" | "cancelled";
  revision: number;
  readonly dates: Map<string, ModelDate>;
}

export interface ModelBlock {
  readonly id: string;
  readonly space: string;
  readonly dates: readonly {
    readonly date: string;
    readonly start: number;
    readonly end: number;
  }[];
  isRemoved: boolean;
}

/** Something that takes up a leaf for a time. */
export interface ModelClaim {
  readonly owner: string;
  readonly date: string;
  readonly kind: "booking" | "request" | "block";
  readonly leaf: string;
  readonly start: number;
  readonly end: number;
}

/** A school as it must be, if every answer was true. */
export interface ModelSchool {
  readonly id: string;
  variant: Variant;
  revision: number;
  readonly bookings: Map<string, ModelBooking>;
  readonly blocks: Map<string, ModelBlock>;
}

export function isLive({ status }: ModelDate): boolean {
  return status === "requested" || status === "confirmed";
}

export function liveDates(booking: ModelBooking): ModelDate[] {
  return [...booking.dates.values()].filter(isLive);
}

/** Everything that is taken, worked out anew from the bookings and blocks. */
export function claimsOf(school: ModelSchool): ModelClaim[] {
  const ofBookings = [...school.bookings.values()].flatMap((booking) =>
    liveDates(booking)
      .filter(({ status }) => status === "confirmed" || booking.holds)
      .flatMap((date): ModelClaim[] =>
        claimsAt(school, date, {
          owner: booking.id,
          kind: date.status === "confirmed" ? "booking" : "request",
        }),
      ),
  );
  const ofBlocks = [...school.blocks.values()]
    .filter(({ isRemoved }) => !isRemoved)
    .flatMap(({ id, space, dates }) =>
      dates.flatMap(({ date, start, end }) =>
        leavesOf(space, school.variant).map((leaf): ModelClaim => ({
          owner: id,
          date,
          kind: "block",
          leaf,
          start,
          end,
        })),
      ),
    );
  return [...ofBookings, ...ofBlocks];
}

function claimsAt(
  { variant }: ModelSchool,
  { date, space, startTime, endTime }: Place,
  of: Pick<ModelClaim, "owner" | "kind">,
): ModelClaim[] {
  const known = spacesOf(variant).find(({ id }) => id === space);
  const turnaroundMinutes = of.kind === "block" ? 0 : (known?.turnaroundMinutes ?? 0);
  const start = instantOf(date, startTime);
  const end = instantOf(date, endTime) + turnaroundMinutes * 60_000;
  return leavesOf(space, variant).map((leaf) => ({ ...of, date, leaf, start, end }));
}

/** What lies in the way of a place; the claims of `except` don't count. Only bookings have a turnaround. */
export function inTheWay(
  school: ModelSchool,
  place: Place,
  { as = "booking", except }: { readonly as?: "booking" | "block"; readonly except?: string } = {},
): ModelClaim[] {
  const wanted = claimsAt(school, place, { owner: "", kind: as });
  return claimsOf(school).filter(
    (claim) =>
      claim.owner !== except &&
      wanted.some(
        (one) => one.leaf === claim.leaf && one.start < claim.end && claim.start < one.end,
      ),
  );
}

export interface Asking {
  readonly now: number;
  readonly attendance: number | undefined;
  /** Whether it is asked for anew, so that notice, horizon and length count. */
  readonly isNew: boolean;
  /** Whose claims don't count. */
  readonly except?: string;
}

/** Why a place can't be had, in the simulation's own words; empty if it can. */
export function whyNot(school: ModelSchool, place: Place, asking: Asking): string[] {
  const space = spacesOf(school.variant).find(({ id }) => id === place.space);
  if (space === undefined) return ["no such space"];
  const [from, to] = [minutesOf(place.startTime), minutesOf(place.endTime)];
  const open = openMinutes(place.date, school.variant.closures);
  const start = instantOf(place.date, place.startTime);
  const reasons: string[] = [];
  if (open === undefined || from < open[0] || to > open[1]) reasons.push("not open");
  if (start < asking.now) reasons.push("past");
  if (asking.isNew && start < asking.now + space.noticeHours * 3_600_000) reasons.push("too soon");
  if (asking.isNew && place.date > dateAfter(dateAt(asking.now), 400))
    reasons.push("too far ahead");
  if (asking.isNew && (to - from < 30 || to - from > space.maximumMinutes)) reasons.push("length");
  if (asking.isNew && (from % 15 !== 0 || to % 15 !== 0)) reasons.push("grid");
  if ((asking.attendance ?? 0) > space.capacity) reasons.push("too many people");
  for (const { owner, kind } of inTheWay(school, place, {
    ...(asking.except !== undefined && { except: asking.except }),
  })) {
    reasons.push(`${kind} ${owner}`);
  }
  return reasons;
}
