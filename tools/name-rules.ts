import type { Finding } from "./finding.ts";
import { isCode, type SourceFile } from "./workspace-files.ts";

const EMPTY_NAMES = new Set([
  "common",
  "helper",
  "helpers",
  "misc",
  "shared",
  "types",
  "util",
  "utils",
]);

/** Code files and folders whose names say nothing, or are not written in kebab-case. */
export function findBadNames({ path }: SourceFile): Finding[] {
  if (!isCode(path)) return [];
  const parts = path.split("/");
  const stem = (parts.at(-1) ?? "").replace(
    /(?:\.(?:test|test-d|bench|config|d))?\.[cm]?[jt]sx?$/,
    "",
  );
  const names = [...parts.slice(0, -1), stem];
  const empty = names.find((name) => EMPTY_NAMES.has(name));
  if (empty !== undefined) {
    const message = `"${empty}" says nothing; name it after the one thing it holds.`;
    return [{ path, rule: "telling-name", message }];
  }
  const odd = names.find((name) => !/^\.?[a-z0-9]+(?:[-.][a-z0-9]+)*$/.test(name));
  if (odd === undefined) return [];
  return [{ path, rule: "kebab-case", message: `"${odd}" is not in kebab-case.` }];
}
