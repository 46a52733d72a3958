import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, release, totalmem, type } from "node:os";
import type { Row } from "./row.ts";
import { versions } from "./versions.ts";

/** Prints a table of rows with the machine, the versions and the command, and writes it into `results/`. */
export function writeReport(report: {
  readonly title: string;
  /** Its name in `results/`; undefined: it is only printed. */
  readonly file: string | undefined;
  readonly command: string;
  /** How it was measured. */
  readonly about: string;
  readonly rows: readonly Row[];
}): void {
  const { title, file, command, about, rows } = report;
  const table = [
    "| what | to reach | Neuadd | rival | ratio | reached |",
    "|---|---|---|---|---|---|",
    ...rows.map(
      (row) =>
        `| ${row.what} | ${row.toReach} | ${row.ours} | ${row.rival} | ${row.ratio} | ${row.reached ? "yes" : "no"} |`,
    ),
  ].join("\n");
  const text = `# ${title}

Command: \`${command}\`. ${about}

Machine: ${machine()}

Versions: ${versions()}

${table}
`;
  console.log(text);
  if (file === undefined) return;
  const results = new URL("../results/", import.meta.url);
  mkdirSync(results, { recursive: true });
  writeFileSync(new URL(file, results), text);
}

function machine(): string {
  const memory = Math.round(totalmem() / 2 ** 30);
  const processor = cpus()[0]?.model.trim() ?? "unknown processor";
  return `${processor}, ${cpus().length} cores, ${memory} GiB, ${type()} ${release()}`;
}
