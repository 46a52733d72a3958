import { bundleSizes } from "./bundle-size.ts";
import { decisionSpeed } from "./decision-speed.ts";
import { schoolYearSeries } from "./school-year-series.ts";
import { writeReport } from "./write-report.ts";

writeReport({
  title: "Core",
  file: "core.md",
  command: "pnpm --filter @neuadd/bench bench",
  about: "Times are medians of one warmed-up process; rivals ran in the same process.",
  tables: [
    { rows: [...(await schoolYearSeries()), ...(await decisionSpeed()), ...(await bundleSizes())] },
  ],
});
