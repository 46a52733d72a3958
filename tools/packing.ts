import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runOrThrow } from "./run-command.ts";
import { workspaceRoot } from "./workspace-files.ts";
import { publishedPackages } from "./workspace-packages.ts";

/** One published package, packed. */
export interface Tarball {
  readonly name: string;
  /** Absolute path of the `.tgz`. */
  readonly file: string;
}

/** The pnpm that the workspace names, run through npx: nothing needs to be installed beforehand. */
async function runPnpm(parameters: readonly string[]): Promise<string> {
  const manifest = JSON.parse(readFileSync(join(workspaceRoot, "package.json"), "utf8")) as {
    packageManager: string;
  };
  return runOrThrow("npx", ["--yes", "--prefer-offline", manifest.packageManager, ...parameters], {
    cwd: workspaceRoot,
  });
}

/** Builds every published package, those it depends on first. */
export async function buildPublished(): Promise<string> {
  return runPnpm(["--recursive", ...publishedFilters(), "run", "build"]);
}

/** Packs every published package as it would be published: `workspace:` and `catalog:` become versions. */
export async function packPublished(folder: string): Promise<Tarball[]> {
  await runPnpm(["--recursive", ...publishedFilters(), "pack", "--pack-destination", folder]);
  return packedIn(folder);
}

/** The tarballs of an earlier `packPublished`. Throws when one is missing. */
export function packedIn(folder: string): Tarball[] {
  const files = readdirSync(folder);
  return publishedPackages().map(({ name }) => {
    const stem = name.replace("@", "").replace("/", "-");
    const file = files.find((candidate) => new RegExp(`^${stem}-\\d.*\\.tgz$`).test(candidate));
    if (file === undefined)
      throw new Error(`${folder} holds no tarball of ${name}; pack it first.`);
    return { name, file: join(folder, file) };
  });
}

function publishedFilters(): string[] {
  return publishedPackages().flatMap(({ name }) => ["--filter", name]);
}
