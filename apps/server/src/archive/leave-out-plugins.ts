import { ArchiveError } from "./archive-error.ts";
import type { ArchiveLine, ArchiveLineKind } from "./archive-line-schema.ts";
import type { SchoolArchive } from "./parse-archive.ts";

/** An archive of which something was left out. */
export interface ReducedArchive {
  readonly archive: SchoolArchive;
  /** How many records were left out, by plugin, in the order asked for. */
  readonly omitted: ReadonlyMap<string, number>;
}

/**
 * An archive without all that it has of some plugins: the records they keep of the school, the events they could not take,
 * and how far they have read, so that one of them that comes later begins with the present, not in the middle of what it
 * does not have.
 *
 * Throws ArchiveError PLUGIN_ABSENT for a plugin of which there is nothing in it.
 */
export function leaveOutPlugins(
  archive: SchoolArchive,
  plugins: readonly string[],
): ReducedArchive {
  const absent = plugins.filter((plugin) => !pluginsOf(archive).has(plugin));
  if (absent.length > 0) throw nothingOf(absent, pluginsOf(archive));
  const leftOut = new Set(plugins);
  const rows = archive.of("pluginRow");
  return {
    archive: {
      school: archive.school,
      of: <Kind extends ArchiveLineKind>(kind: Kind) =>
        archive.of(kind).filter((line) => !leftOut.has(pluginOf(line) ?? "")),
    },
    omitted: new Map(
      [...leftOut].map((plugin) => [plugin, rows.filter((row) => row.plugin === plugin).length]),
    ),
  };
}

function pluginsOf(archive: SchoolArchive): ReadonlySet<string> {
  const lines = [
    ...archive.of("plugin"),
    ...archive.of("listener"),
    ...archive.of("deadLetter"),
    ...archive.of("pluginRow"),
  ];
  return new Set(lines.flatMap((line) => pluginOf(line) ?? []));
}

/** Which plugin a line is of; undefined for one of the ledger itself. */
function pluginOf(line: ArchiveLine): string | undefined {
  switch (line.kind) {
    case "plugin":
    case "pluginRow":
      return line.plugin;
    case "listener":
      return line.id;
    case "deadLetter":
      return line.listener;
    default:
      return undefined;
  }
}

function nothingOf(absent: readonly string[], present: ReadonlySet<string>): ArchiveError {
  const named = absent.map((plugin) => `"${plugin}"`).join(", ");
  const there = [...present].toSorted().join(", ");
  return new ArchiveError("PLUGIN_ABSENT", {
    cy: `Nid oes dim o'r ategyn ${named} yn yr archif i'w hepgor; ni newidiwyd dim. Ategion sydd ynddi: ${there || "dim"}.`,
    en: `The archive has nothing of the plugin ${named} to leave out; nothing was changed. Plugins that it has something of: ${there || "none"}.`,
  });
}
