import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { workspaceRoot } from "./workspace-files.ts";

/** One package of the workspace. */
export interface WorkspacePackage {
  readonly name: string;
  /** Absolute path. */
  readonly folder: string;
  /** From the root of the workspace, such as `packages/core`. */
  readonly path: string;
  readonly isPublished: boolean;
  readonly manifest: PackageManifest;
}

export interface PackageManifest {
  readonly name: string;
  readonly private?: boolean;
  readonly bin?: Readonly<Record<string, string>>;
  readonly exports?: Readonly<Record<string, unknown>>;
  readonly files?: readonly string[];
}

/** Every package under `packages/` and `apps/`, in the order of their paths. */
export function workspacePackages(): WorkspacePackage[] {
  return ["apps", "packages"].flatMap((parent) =>
    readdirSync(join(workspaceRoot, parent))
      .map((name) => `${parent}/${name}`)
      .filter((path) => existsSync(join(workspaceRoot, path, "package.json")))
      .map(readPackage),
  );
}

/** Those that go to the registry. */
export function publishedPackages(): WorkspacePackage[] {
  return workspacePackages().filter((workspacePackage) => workspacePackage.isPublished);
}

function readPackage(path: string): WorkspacePackage {
  const folder = join(workspaceRoot, path);
  const manifest = JSON.parse(
    readFileSync(join(folder, "package.json"), "utf8"),
  ) as PackageManifest;
  return { name: manifest.name, folder, path, isPublished: manifest.private !== true, manifest };
}
