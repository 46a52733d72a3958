import {
  bankHolidaysEnglandAndWales,
  type CalendarLayer,
  type Fault,
  welshTermDates,
} from "@neuadd/core";

/** What is left of a definition once the layers that it uses are taken out of it. */
export interface TakenLayers {
  /** The definition as it was given, without `calendar.use`. */
  readonly definition: unknown;
  /** The layers it uses, in the order of authority. Empty when it uses none. */
  readonly layers: readonly CalendarLayer[];
  /** An entry of `use` that is no layer, or that comes twice: paths are those of the file. */
  readonly faults: readonly Fault[];
}

const SHIPPED: ReadonlyMap<string, CalendarLayer> = new Map(
  [bankHolidaysEnglandAndWales, welshTermDates].map((layer) => [layer.id, layer]),
);

/**
 * Takes the names of shipped calendar layers out of a school's file: `calendar: { use: [...] }` names layers that come
 * with Neuadd, so that no school has to copy the bank holidays or the term dates of Wales. A definition without `use`,
 * or one of another shape altogether, comes back as it is: the schema has the word on that.
 */
export function takeShippedLayers(definition: unknown): TakenLayers {
  if (!isRecord(definition)) return { definition, layers: [], faults: [] };
  const { calendar } = definition;
  if (!isRecord(calendar) || !("use" in calendar)) return { definition, layers: [], faults: [] };
  const { use, ...rest } = calendar;
  const faults = useFaults(use);
  const names: readonly unknown[] = Array.isArray(use) ? use : [];
  return {
    definition: { ...definition, calendar: { layers: [], ...rest } },
    layers: [...SHIPPED.values()].filter(({ id }) => names.includes(id)),
    faults,
  };
}

const SCOPES: readonly CalendarLayer["scope"][] = ["national", "authority", "school"];

/** The shipped layers with the school's own in order of authority: of one scope, the shipped ones come first, so that the school's win. */
export function joinLayers(
  shipped: readonly CalendarLayer[],
  own: readonly CalendarLayer[],
): readonly CalendarLayer[] {
  if (shipped.length === 0) return own;
  return SCOPES.flatMap((scope) => [...shipped, ...own].filter((layer) => layer.scope === scope));
}

function useFaults(use: unknown): Fault[] {
  const known = [...SHIPPED.keys()].join(", ");
  if (!Array.isArray(use)) {
    return [{ path: "/calendar/use", message: `Give a list of shipped layers: ${known}.` }];
  }
  return use.flatMap((name: unknown, index) => {
    const path = `/calendar/use/${index}`;
    if (typeof name !== "string" || !SHIPPED.has(name)) {
      return [
        {
          path,
          message: `${JSON.stringify(name)} is no layer that ships with Neuadd. There are: ${known}.`,
        },
      ];
    }
    return use.indexOf(name) < index ? [{ path, message: `"${name}" is named twice.` }] : [];
  });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
