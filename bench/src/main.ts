import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, release, totalmem, type } from "node:os";
import { bundleSizes } from "./bundle-size.ts";
import { decisionSpeed } from "./decision-speed.ts";
import { schoolYearSeries } from "./school-year-series.ts";
import { versions } from "./versions.ts";

const rows = [...(await schoolYearSeries()), ...(await decisionSpeed()), ...(await bundleSizes())];

const machine = `${cpus()[0]?.model.trim() ?? "unknown processor"}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, ${type()} ${release()}`;
const table = [
  "| what | to reach | Neuadd | rival | ratio | reached |",
  "|---|---|---|---|---|---|",
  ...rows.map(
    (row) =>
      `| ${row.what} | ${row.toReach} | ${row.ours} | ${row.rival} | ${row.ratio} | ${row.reached ? "yes" : "no"} |`,
  ),
].join("\n");
const report = `# Core

Command: \`pnpm --filter @neuadd/bench bench\`. Times are medians of one warmed-up process; rivals ran in the same process.

Machine: ${machine}

Versions: ${versions()}

${table}
`;

const results = new URL("../results/", import.meta.url);
mkdirSync(results, { recursive: true });
writeFileSync(new URL("core.md", results), report);
console.log(report);
