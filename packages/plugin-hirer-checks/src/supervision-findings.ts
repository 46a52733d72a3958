import {
  capacityOf,
  coverOn,
  type HirerDocument,
  minutesOfDay,
  type PlacedDate,
  type RuleFinding,
  sayShortDate,
} from "@neuadd/core";
import { adultsNeeded, type ChildAges } from "./adults-needed.ts";
import { type AskedBooking, isAudienceStated, isForChildren } from "./asked-booking.ts";
import type { CheckOutcome } from "./check-policy.ts";
import { type DeclaredGroup, groupSize } from "./declared-group.ts";
import { found } from "./found.ts";

/** Care Inspectorate Wales registers care of under-twelves that is longer than this on a day; the Exceptions Order of 2010 excepts some of it. */
const LONGEST_UNREGISTERED_MINUTES = 120;
const MAYBE_UNDER_TWELVE: readonly ChildAges[] = ["0-2", "3", "4-8", "9-12"];

export interface SupervisionFacts {
  readonly asked: AskedBooking;
  readonly outcome: CheckOutcome;
  /** Absent: the hirer has declared nobody for the activity. */
  readonly group: DeclaredGroup | undefined;
  readonly documents: readonly HirerDocument[];
}

/**
 * What is to be said of one date about the children and adults in the room: that nobody said who comes though the booking is for
 * children, that there are too few adults, that the group is larger than the space in its layout, and
 * that care of this length may have to be registered. The last is only ever a warning: whether an
 * exception applies is for Care Inspectorate Wales to say.
 */
export function supervisionFindings(placed: PlacedDate, facts: SupervisionFacts): RuleFinding[] {
  const { asked, outcome, group } = facts;
  if (group !== undefined) {
    return [
      ...tooFewAdults(group, outcome),
      ...overCapacity(placed, group, facts),
      ...registrationToCheck(placed, group, facts),
    ];
  }
  if (outcome === "deny" && !isAudienceStated(asked)) return [audienceNotStated()];
  if (!isForChildren(asked)) return [];
  const { activity } = asked;
  const message = {
    cy: `Mae'r archeb ar gyfer plant. Rhowch wybod i'r ysgol faint o blant o ba oedran sy'n cymryd rhan, a faint o oedolion sydd gyda nhw${activity === undefined ? "" : ` (${activity})`}.`,
    en: `The booking is for children. Tell the school how many children of which ages take part, and how many adults are with them${activity === undefined ? "" : ` (${activity})`}.`,
  };
  return [found("SUPERVISION_NOT_DECLARED", outcome, message, activity ? { activity } : {})];
}

/** A school that only warns does not have everybody asked. */
function audienceNotStated(): RuleFinding {
  const message = {
    cy: "Nodwch ar gyfer pwy y mae'r archeb: mae'r ysgol yn gofyn pwy sy'n gofalu am blant sy'n cymryd rhan.",
    en: "State whom the booking is for: the school asks who is in charge of children that take part.",
  };
  return found("AUDIENCE_NOT_STATED", "deny", message, {});
}

function tooFewAdults(group: DeclaredGroup, outcome: CheckOutcome): RuleFinding[] {
  const needed = group.withParents ? 0 : adultsNeeded(group.children);
  const { activity, adults } = group;
  if (adults >= needed) return [];
  const message = {
    cy: `Nifer lleiaf yr oedolion i ofalu am y plant hyn: ${needed}. Y nifer a nodwyd: ${adults}.`,
    en: `The least number of adults in charge of these children: ${needed}. Declared: ${adults}.`,
  };
  return [found("TOO_FEW_ADULTS", outcome, message, { activity, needed, adults })];
}

function overCapacity(
  { space }: PlacedDate,
  group: DeclaredGroup,
  { asked: { layout }, outcome }: SupervisionFacts,
): RuleFinding[] {
  const hasLayout = space.layouts.some(({ id }) => id === layout);
  const capacity = hasLayout ? capacityOf(space, layout) : space.capacity;
  const people = groupSize(group);
  if (people <= capacity) return [];
  const message = {
    cy: `Nifer y bobl yn y grŵp: ${people}. Nifer y bobl y mae lle iddynt (${space.name.cy}): ${capacity}.`,
    en: `People in the group: ${people}. People that there is room for (${space.name.en}): ${capacity}.`,
  };
  const details = { activity: group.activity, space: space.id, people, capacity };
  return [found("GROUP_OVER_CAPACITY", outcome, message, details)];
}

function registrationToCheck(
  { date, startTime, endTime }: PlacedDate,
  { activity, children, withParents }: DeclaredGroup,
  { documents }: SupervisionFacts,
): RuleFinding[] {
  const minutes = minutesOfDay(endTime) - minutesOfDay(startTime);
  const isCare = !withParents && MAYBE_UNDER_TWELVE.some((ages) => (children[ages] ?? 0) > 0);
  if (!isCare || minutes <= LONGEST_UNREGISTERED_MINUTES) return [];
  if (coverOn(documents, "ciwRegistration", date)) return [];
  const message = {
    cy: `Gall fod angen cofrestru gofal plant dan 12 oed am fwy na 2 awr y dydd heb eu rhieni gydag Arolygiaeth Gofal Cymru. Nid yw'r ysgol wedi gweld cofrestriad sy'n ddilys ar ${sayShortDate(date, "cy")}.`,
    en: `Care of children under 12 for more than 2 hours a day without their parents may have to be registered with Care Inspectorate Wales. The school has seen no registration that holds on ${sayShortDate(date, "en")}.`,
  };
  return [found("CHILDCARE_REGISTRATION_TO_CHECK", "warn", message, { activity, date, minutes })];
}
