import { type Config, createServer, defaultPlugins } from "@neuadd/server";
import { type Fill, fillSchools } from "./fill-schools.ts";
import { tellProcessorTime } from "./processor-time.ts";

// A server as an installation has it, with the default plugins, but for the rate limits: one client asks for all. With
// `fill` it fills its store, and has no plugins, so that none has the filling to read up on afterwards. Prints one line of
// JSON once it listens: its address, and a hirer's key.

const UNLIMITED = 1_000_000_000;

const { fill, ...config } = JSON.parse(process.argv[2] ?? "{}") as Config & {
  readonly fill?: Fill;
};
const server = await createServer({
  port: 0,
  clock: "2026-08-24T08:00:00Z",
  limits: { addressRequestsPerMinute: UNLIMITED, keyRequestsPerMinute: UNLIMITED },
  plugins: fill === undefined ? defaultPlugins() : [],
  ...config,
});
const key = fill === undefined ? "" : await fillSchools(server.services, fill);
const { url } = await server.listen();
tellProcessorTime();
process.stdout.write(`${JSON.stringify({ url, key })}\n`);
process.once("SIGTERM", () => void server.close());
