import { isZone, type ZoneId } from "@neuadd/core";
import { EventRefusal } from "./event-refusal.ts";
import { fileZone } from "./file-zone.ts";
import { ianaZone, type OutsideZone, UTC, type ZoneFinder } from "./outside-zone.ts";
import { type CalendarComponent, firstLine } from "./read-components.ts";
import { plainText } from "./read-content-line.ts";
import type { ReadingWindow } from "./reading-window.ts";
import type { WorkBudget } from "./work-budget.ts";

/** Names that Microsoft's calendars have for zones (CLDR windowsZones), as far as schools here may meet them. */
const WINDOWS_ZONES: ReadonlyMap<string, ZoneId> = new Map([
  ["GMT Standard Time", "Europe/London"],
  ["Greenwich Standard Time", "Atlantic/Reykjavik"],
  ["W. Europe Standard Time", "Europe/Berlin"],
  ["Romance Standard Time", "Europe/Paris"],
  ["Central Europe Standard Time", "Europe/Budapest"],
  ["Coordinated Universal Time", "UTC"],
]);

/** The zones of a file: by their IANA names, by those of Microsoft, and else as the file itself describes them. */
export function zoneFinder(
  calendars: readonly CalendarComponent[],
  schoolZone: ZoneId,
  window: ReadingWindow,
  budget: WorkBudget,
): ZoneFinder {
  const described = descriptions(calendars);
  const byId = new Map<ZoneId, OutsideZone>([
    ["UTC", UTC],
    [schoolZone, ianaZone(schoolZone)],
  ]);
  const byName = new Map<string, OutsideZone | undefined>();
  const ofId = (id: ZoneId) => {
    const zone = byId.get(id) ?? ianaZone(id);
    byId.set(id, zone);
    return zone;
  };
  const find = (name: string): OutsideZone | undefined => {
    budget.spendZone();
    const id = zoneIdOf(name);
    if (id !== undefined) return ofId(id);
    const description = described.get(name);
    return description && fileZone(description, window, budget);
  };
  return (name) => {
    if (name === undefined) return ofId(schoolZone);
    const zone = byName.has(name) ? byName.get(name) : find(name);
    byName.set(name, zone);
    if (zone === undefined) throw new EventRefusal("ZONE_UNKNOWN");
    return zone;
  };
}

function descriptions(calendars: readonly CalendarComponent[]): Map<string, CalendarComponent> {
  const described = new Map<string, CalendarComponent>();
  for (const part of calendars.flatMap(({ components }) => components)) {
    const name = part.name === "VTIMEZONE" ? firstLine(part, "TZID") : undefined;
    if (name !== undefined) described.set(plainText(name.value), part);
  }
  return described;
}

function zoneIdOf(name: string): ZoneId | undefined {
  const lastParts = name.split("/").slice(-2).join("/");
  return [name, WINDOWS_ZONES.get(name) ?? "", lastParts].find((one) => one !== "" && isZone(one));
}
