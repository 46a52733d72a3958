import { posix } from "node:path";
import type { Finding } from "./finding.ts";
import { importRow } from "./import-table.ts";
import { importsOf, type Import } from "./imports.ts";
import { isCode, isTest, type SourceFile } from "./workspace-files.ts";

/** Where a file crosses the borders of its package: imports, or for a manifest the dependencies it declares. */
export function findCrossedBoundaries(file: SourceFile): Finding[] {
  const folder = packageFolder(file.path);
  if (folder === undefined) return [];
  if (file.path === `${folder}/package.json`) return findForbiddenDependencies(file, folder);
  if (!isCode(file.path)) return [];
  return importsOf(file).flatMap((named) => [
    ...findForbiddenImport(file, folder, named),
    ...findEscape(file, folder, named),
    ...findMisplacedSchema(file, named),
  ]);
}

/** `packages/core` of `packages/core/src/index.ts`; undefined for what belongs to no package. */
function packageFolder(path: string): string | undefined {
  return /^(?:packages|apps|examples)\/[^/]+|^bench(?=\/)/.exec(path)?.[0];
}

function findForbiddenImport(file: SourceFile, folder: string, named: Import): Finding[] {
  const row = importRow(folder);
  if (row === undefined) return [];
  const { specifier, line, typeOnly } = named;
  const name = packageOf(specifier);
  const isOwnName = name === `@neuadd/${folder.slice(folder.indexOf("/") + 1)}`;
  const importer = { path: file.path, typeOnly };
  const isForbidden = name.startsWith("@neuadd/")
    ? !(row.allows(name, importer) || (isOwnName && isTest(file.path)))
    : row.never.includes(name);
  if (!isForbidden) return [];
  const message = `It imports "${specifier}", but ${folder} may import ${row.inWords}.`;
  return [{ path: file.path, line, rule: "import-table", message }];
}

/** A relative path out of the package goes round the `exports` of the other one. */
function findEscape(file: SourceFile, folder: string, { specifier, line }: Import): Finding[] {
  if (!specifier.startsWith(".")) return [];
  const target = posix.join(posix.dirname(file.path), specifier);
  if (
    target.startsWith(`${folder}/`) ||
    isTestInServer(file.path, target) ||
    isPluginInTest(file.path, target)
  )
    return [];
  const message = `"${specifier}" leaves ${folder}; import the package by its name.`;
  return [{ path: file.path, line, rule: "relative-escape", message }];
}

/** Plugins and the client are tested in the real server too, with what the server's own tests work with. */
function isTestInServer(path: string, target: string): boolean {
  return (
    (/^packages\/plugin-[\w-]+\/test\/in-server[\w-]*(?:\.test)?\.ts$/.test(path) ||
      path === "examples/club-booker/test/start-server.ts") &&
    target.startsWith("apps/server/test/fixtures/")
  );
}

/** The server's specifications run with every plugin, those too that it does not depend on: one fixture names them and their examples. */
function isPluginInTest(path: string, target: string): boolean {
  return (
    path === "apps/server/test/fixtures/all-plugins.ts" &&
    /^packages\/plugin-[\w-]+\/(?:src\/index|test\/example-[\w-]+)\.ts$/.test(target)
  );
}

/**
 * In core, zod stays in the schema files, and these out of the plain functions, so that bundlers can drop both. Importers
 * (`import-*.ts`) read texts of unknown shape: they may use a schema.
 */
function findMisplacedSchema(file: SourceFile, { specifier, line, typeOnly }: Import): Finding[] {
  const isPlain =
    file.path.startsWith("packages/core/src/") &&
    !isTest(file.path) &&
    !/(?:-schema|\/import-[\w-]+|\/index)\.ts$/.test(file.path);
  if (!isPlain || typeOnly) return [];
  if (specifier !== "zod" && !specifier.endsWith("-schema.ts")) return [];
  const message = `A plain function imports "${specifier}"; keep zod to *-schema.ts files, which only the index and importers import.`;
  return [{ path: file.path, line, rule: "schema-apart", message }];
}

function findForbiddenDependencies(file: SourceFile, folder: string): Finding[] {
  const row = importRow(folder);
  if (row === undefined) return [];
  const manifest = JSON.parse(file.text) as Record<string, Record<string, string> | undefined>;
  return ["dependencies", "peerDependencies", "optionalDependencies"].flatMap((field) =>
    Object.keys(manifest[field] ?? {})
      .filter((name) =>
        name.startsWith("@neuadd/")
          ? !row.allows(name, { path: file.path, typeOnly: true })
          : row.never.includes(name),
      )
      .map((name) => ({
        path: file.path,
        rule: "dependency-table",
        message: `${field} names "${name}", but ${folder} may import ${row.inWords}.`,
      })),
  );
}

/** `@neuadd/core` of `@neuadd/core/testing`, `hono` of `hono/jsx`. */
function packageOf(specifier: string): string {
  const parts = specifier.split("/");
  return parts.slice(0, specifier.startsWith("@") ? 2 : 1).join("/");
}
