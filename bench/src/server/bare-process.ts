import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { bareQuestion } from "./bare-question.ts";
import { type BareStore, openBareStore } from "./bare-store.ts";
import { tellProcessorTime } from "./processor-time.ts";
import type { WrittenRows } from "./written-rows.ts";

// What Neuadd is measured against: Hono with nothing around it. `/constant` answers a JSON text of the size asked for,
// `/unchanged` 304, `/asked/{school}` the same once the bare driver has asked PostgreSQL for the revision of a school, and
// `POST /series` writes the rows of a series in one transaction of the bare driver.

interface BareSetting {
  /** Of the constant answer, in bytes. */
  readonly bytes: number;
  /** A migrated database with schools in it. */
  readonly sqlite?: string;
  readonly postgres?: string;
  /** What one series left there when the server booked it; with it, the bare store is opened. */
  readonly written?: WrittenRows;
}

const setting = JSON.parse(process.argv[2] ?? "{}") as BareSetting;
const app = new Hono();
const empty = JSON.stringify({ text: "" });
const constant = JSON.stringify({ text: "x".repeat(Math.max(0, setting.bytes - empty.length)) });
const json = { "content-type": "application/json; charset=utf-8" };

app.onError((error, context) => context.text(error.message, 500));
app.get("/constant", (context) => context.body(constant, 200, json));
app.get("/unchanged", (context) => context.body(null, 304, { etag: '"constant"' }));

const ask = bareQuestion(setting.postgres);
if (ask !== undefined) {
  app.get("/asked/:school", async (context) => {
    const revision = await ask(context.req.param("school"));
    return context.body(null, 304, { etag: `"${revision}"` });
  });
}

const store: BareStore | undefined = await openBareStore(setting);
if (store !== undefined) {
  app.post("/series", async (context) => {
    const request = await context.req.json<{ school: string; leaf: string; starts: number[] }>();
    await store.insertSeries(request);
    return context.body(constant, 201, json);
  });
}

tellProcessorTime();
serve({ fetch: app.fetch, port: 0 }, ({ port }) =>
  process.stdout.write(`${JSON.stringify({ url: `http://localhost:${port}`, key: "" })}\n`),
);
process.once("SIGTERM", () => process.exit(0));
