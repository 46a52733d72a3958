/** What a package of the workspace may import, as the architecture has it. */
export interface ImportRow {
  /** Whether it may import the workspace package of this name, such as `@neuadd/core`. */
  readonly allows: (workspacePackage: string, importer: Importer) => boolean;
  /** The row in words, for the message of a finding. */
  readonly inWords: string;
  /** Packages from outside that it never imports. */
  readonly never: readonly string[];
}

/** The file that imports: its path decides where a row makes an exception for one place. */
export interface Importer {
  /** From the root of the workspace. */
  readonly path: string;
  readonly typeOnly: boolean;
}

const SERVER_FRAMEWORK = ["hono", "@hono/node-server", "kysely", "better-sqlite3", "pg"];

/** The one place of the server that names plugins: what a new installation starts with. */
const DEFAULT_CONFIGURATION = "apps/server/src/default-configuration.ts";

const isPlugin = (name: string) => /^@neuadd\/plugin-(?!kit$)/.test(name);

/**
 * The table of `docs/ARCHITECTURE.md`, by folder of the package. Examples, benchmarks and tools may import every
 * package, and have no row.
 */
export function importRow(folder: string): ImportRow | undefined {
  if (folder === "packages/core") {
    return { allows: () => false, inWords: "nothing of the workspace", never: SERVER_FRAMEWORK };
  }
  if (folder === "packages/plugin-kit") {
    return { allows: (name) => name === "@neuadd/core", inWords: "only core", never: [] };
  }
  if (folder.startsWith("packages/plugin-")) {
    return {
      allows: (name) => name === "@neuadd/core" || name === "@neuadd/plugin-kit",
      inWords: "only core and plugin-kit; what another plugin knows, ask the host for its API",
      never: [],
    };
  }
  if (folder === "packages/client") {
    return {
      allows: (name, { typeOnly }) => name === "@neuadd/core" && typeOnly,
      inWords: "only types of core",
      never: [...SERVER_FRAMEWORK, "rrule"],
    };
  }
  if (folder === "packages/widget") {
    return {
      allows: (name) => name === "@neuadd/client" || name === "@neuadd/core",
      inWords: "only client and the small pure parts of core",
      never: [...SERVER_FRAMEWORK, "rrule", "zod"],
    };
  }
  if (folder === "apps/server") {
    return {
      allows: (name, { path }) =>
        name === "@neuadd/core" ||
        name === "@neuadd/plugin-kit" ||
        (name === "@neuadd/widget" && path === "apps/server/package.json") ||
        (isPlugin(name) && (path === DEFAULT_CONFIGURATION || path === "apps/server/package.json")),
      inWords: `only core and plugin-kit, and plugins in ${DEFAULT_CONFIGURATION}; of the widget it serves the built file`,
      never: [],
    };
  }
  return undefined;
}
