import {
  checkCalendar,
  CoreError,
  growSpaceTree,
  schemaFaults,
  summariseFaults,
  type CalendarLayer,
  type Fault,
  type SchoolCalendar,
  type SpaceTree,
} from "@neuadd/core";
import type { SchoolDefinition } from "./school-definition.ts";
import { SchoolImportSchema, type SchoolImport } from "./school-import-schema.ts";
import { shippedLayers } from "./shipped-layers.ts";

export interface ParsedImport {
  readonly definition: SchoolDefinition;
  readonly tree: SpaceTree;
}

/**
 * Reads a school's file, already parsed from JSON or YAML: its shape, its space tree, its calendar.
 * Throws CoreError IMPORT_INVALID with every fault that can be told, each with a JSON pointer into the file.
 */
export function parseSchoolImport(input: unknown): ParsedImport {
  const shape = SchoolImportSchema.safeParse(input, { reportInput: true });
  if (!shape.success) throw importInvalid(schemaFaults(shape.error));
  const { school, premises } = shape.data;
  const layers = layersInOrder(shape.data.calendar);
  const calendar: SchoolCalendar = { layers: layers.map(({ layer }) => layer) };
  const treeOrFaults = valueOrFaults(() => growSpaceTree(premises));
  const calendarFaults = valueOrFaults(() => checkCalendar(calendar)).faults.map((fault) =>
    pointIntoFile(fault, layers),
  );
  const { value: tree } = treeOrFaults;
  if (tree === undefined || calendarFaults.length > 0) {
    throw importInvalid([...treeOrFaults.faults, ...calendarFaults]);
  }
  return { definition: { school, premises, calendar }, tree };
}

export function importInvalid(faults: readonly Fault[]): CoreError {
  const { cy, en } = summariseFaults(
    { cy: "Ni ellir derbyn ffeil yr ysgol", en: "The school's file can't be taken in" },
    faults,
  );
  const sentence = { cy: `${cy} Ni newidiwyd dim.`, en: `${en} Nothing was changed.` };
  return new CoreError("IMPORT_INVALID", sentence, { faults });
}

interface PlacedLayer {
  readonly layer: CalendarLayer;
  /** Where the file has it, from `/calendar` on. */
  readonly path: string;
}

const SCOPES: readonly CalendarLayer["scope"][] = ["national", "authority", "school"];

/** The file's own layers, with each shipped one before those of its scope: what the file says itself counts more. */
function layersInOrder({ use = [], layers = [] }: SchoolImport["calendar"]): PlacedLayer[] {
  const shipped = use.flatMap((id, index): PlacedLayer[] => {
    const layer = shippedLayers.get(id);
    return layer === undefined ? [] : [{ layer, path: `/use/${index}` }];
  });
  let joined = layers.map((layer, index): PlacedLayer => ({ layer, path: `/layers/${index}` }));
  for (const placed of shipped.toReversed()) {
    const rank = SCOPES.indexOf(placed.layer.scope);
    const place = joined.findIndex(({ layer }) => SCOPES.indexOf(layer.scope) >= rank);
    joined = joined.toSpliced(place === -1 ? joined.length : place, 0, placed);
  }
  return joined;
}

/** The check of the joined calendar counts its layers; whoever reads the fault has the file before them. */
function pointIntoFile({ path, message }: Fault, layers: readonly PlacedLayer[]): Fault {
  const match = /^\/layers\/(\d+)/.exec(path);
  const placed = layers[Number(match?.[1])];
  const inFile =
    match === null || placed === undefined ? path : placed.path + path.slice(match[0].length);
  return { path: `/calendar${inFile}`, message };
}

function valueOrFaults<Value>(check: () => Value): {
  readonly value?: Value;
  readonly faults: readonly Fault[];
} {
  try {
    return { value: check(), faults: [] };
  } catch (error) {
    if (!(error instanceof CoreError) || error.faults.length === 0) throw error;
    return { faults: error.faults };
  }
}
