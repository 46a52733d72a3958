import { createServer, withEnvironment } from "@neuadd/server";

// One server process. `DATABASE_URL` and `PORT` say on which database, and where; nothing else is shared.
const server = await createServer(
  withEnvironment({ clock: "2026-08-24T08:00:00Z", logLevel: "warn" }, process.env),
);
const { url } = await server.listen();
process.once("SIGTERM", () => void server.close());
console.log(`ready ${url}`);
