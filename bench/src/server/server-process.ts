import { type Config, createServer } from "@neuadd/server";
import { type Fill, fillSchools } from "./fill-schools.ts";

// A server as an installation has it, but for the rate limits: one client asks for all. With `fill`, its store is filled
// first. Prints one line of JSON once it listens: its address, and a hirer's key.

const UNLIMITED = 1_000_000_000;

const { fill, ...config } = JSON.parse(process.argv[2] ?? "{}") as Config & {
  readonly fill?: Fill;
};
const server = await createServer({
  port: 0,
  clock: "2026-08-24T08:00:00Z",
  limits: { addressRequestsPerMinute: UNLIMITED, keyRequestsPerMinute: UNLIMITED },
  ...config,
});
const key = fill === undefined ? "" : await fillSchools(server.services, fill);
const { url } = await server.listen();
process.stdout.write(`${JSON.stringify({ url, key })}\n`);
process.once("SIGTERM", () => void server.close());
