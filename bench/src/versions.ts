import { readFileSync } from "node:fs";

/** The versions of Node and of every package measured, as one line. */
export function versions(): string {
  const packages = [
    "mitata",
    "esbuild",
    "rrule",
    "rrule-temporal",
    "hono",
    "@hono/node-server",
    "better-sqlite3",
    "pg",
    "autocannon",
  ].map((name) => `${name} ${versionOf(name)}`);
  return [`Node ${process.versions.node}`, ...packages].join(", ");
}

function versionOf(name: string): string {
  const manifest = readFileSync(
    new URL(`../node_modules/${name}/package.json`, import.meta.url),
    "utf8",
  );
  return (JSON.parse(manifest) as { version: string }).version;
}
