import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, release, totalmem, type } from "node:os";
import type { Row } from "./row.ts";
import { versions } from "./versions.ts";

export interface Table {
  /** None where there is one table only. */
  readonly heading?: string;
  readonly rows: readonly Row[];
}

/** Prints tables of rows with the machine, the versions and the command, and writes them into `results/`. */
export function writeReport(report: {
  readonly title: string;
  /** Its name in `results/`; undefined: it is only printed. */
  readonly file: string | undefined;
  readonly command: string;
  /** How it was measured. */
  readonly about: string;
  readonly tables: readonly Table[];
}): void {
  const { title, file, command, about, tables } = report;
  const text = `# ${title}

Command: \`${command}\`. ${about}

Machine: ${machine()}

Versions: ${versions()}

${tables.map(sayTable).join("\n")}`;
  console.log(text);
  if (file === undefined) return;
  const results = new URL("../results/", import.meta.url);
  mkdirSync(results, { recursive: true });
  writeFileSync(new URL(file, results), text);
}

function sayTable({ heading, rows }: Table): string {
  const lines = [
    "| what | to reach | Neuadd | rival | ratio | reached |",
    "|---|---|---|---|---|---|",
    ...rows.map(
      (row) =>
        `| ${row.what} | ${row.toReach} | ${row.ours} | ${row.rival} | ${row.ratio} | ${row.reached ? "yes" : "no"} |`,
    ),
  ];
  return `${heading === undefined ? "" : `## ${heading}\n\n`}${lines.join("\n")}\n`;
}

function machine(): string {
  const memory = Math.round(totalmem() / 2 ** 30);
  const processor = cpus()[0]?.model.trim() ?? "unknown processor";
  return `${processor}, ${cpus().length} cores, ${memory} GiB, ${type()} ${release()}`;
}
