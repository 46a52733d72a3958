import { serve } from "@hono/node-server";
import { schoolSite } from "./src/index.ts";

// The school's site alone, on an origin of its own: start the demonstration with `npm start` first.
const server = process.env["NEUADD_SERVER"] ?? "http://localhost:3000";
const port = Number(process.env["PORT"] ?? 4000);
const site = schoolSite({ server, path: "", school: "brynmawr-foundation" });

serve({ fetch: site.fetch, port }, () => {
  console.log(`Safle'r ysgol / the school's site: http://localhost:${port}`);
});
