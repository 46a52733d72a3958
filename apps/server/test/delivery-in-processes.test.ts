import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished, vi } from "vitest";
import { issueKey } from "../src/keys/issue-key.ts";
import { makeHirer } from "./fixtures/make-hirer.ts";
import { makeServices } from "./fixtures/make-services.ts";
import { openSharedDatabase } from "./fixtures/open-shared-database.ts";
import { startNeuadd, type StartedNeuadd } from "./fixtures/run-neuadd.ts";
import { SCHOOL } from "./fixtures/school-definition.ts";
import { tuesdays } from "./fixtures/tuesdays.ts";

/**
 * Three plugins that listen: one writes down what it is handed, before and after it has thought about it for a while; one
 * throws; one never comes to an end.
 */
const CONFIG = `
import { appendFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";

const plugin = (id, listen) => ({ id, setup: () => ({ on: { "booking.requested": listen } }) });
export default {
  logLevel: "silent",
  clock: "2026-08-24T08:00:00Z",
  plugins: [
    plugin("scribe", async ({ revision }) => {
      appendFileSync("notes.txt", \`begin \${revision}\\n\`);
      await delay(300);
      appendFileSync("notes.txt", \`end \${revision}\\n\`);
    }),
    plugin("thrower", () => { throw new Error("No."); }),
    plugin("sleeper", () => new Promise(() => {})),
  ],
};`;

async function openWorld() {
  const database = await openSharedDatabase();
  const services = await makeServices({ store: await database.open() });
  const hirer = (await makeHirer(services)).id;
  const { key } = await issueKey(services, { kind: "hirer", owner: hirer, label: "club" });
  // The servers are to be alone with the database.
  await services.store.close();
  const directory = mkdtempSync(join(tmpdir(), "neuadd-delivery-"));
  writeFileSync(join(directory, "neuadd.config.mjs"), CONFIG);
  writeFileSync(join(directory, "notes.txt"), "");
  const servers: StartedNeuadd[] = [];
  onTestFinished(async () => {
    for (const server of servers) server.process.kill("SIGKILL");
    rmSync(directory, { recursive: true });
  });
  return {
    notes: () => readFileSync(join(directory, "notes.txt"), "utf8").split("\n").filter(Boolean),
    start: async (): Promise<StartedNeuadd> => {
      const server = await startNeuadd([], { directory, environment: database.environment });
      servers.push(server);
      return server;
    },
    /** Asks for an hour of the evening; answers the revision of the booking. */
    book: async ({ url }: StartedNeuadd, hour: number): Promise<number> => {
      const { hirer: _, ...request } = tuesdays(hirer, {
        startTime: `${hour}:00`,
        endTime: `${hour + 1}:00`,
      });
      const response = await fetch(`${url}/v1/schools/${SCHOOL}/bookings`, {
        method: "POST",
        headers: {
          authorization: `Bearer ${key}`,
          "content-type": "application/json",
          "idempotency-key": `hour-${hour}`,
        },
        body: JSON.stringify(request),
      });
      expect(response.status).toBe(201);
      return Number(/\d+/.exec(response.headers.get("etag") ?? "")?.[0]);
    },
  };
}

it("goes on, and in order, when a server is killed in the middle of it; what was under way comes again", async () => {
  const { notes, start, book } = await openWorld();
  const first = await start();
  // The one that throws and the one that sleeps hold up neither these bookings nor the scribe.
  const revisions = [];
  for (const hour of [17, 18, 19]) revisions.push(await book(first, hour));
  const [one = 0, two = 0, three = 0] = revisions;
  await vi.waitFor(() => expect(notes()).toContain(`begin ${two}`), {
    timeout: 60_000,
    interval: 5,
  });
  first.process.kill("SIGKILL");
  await once(first.process, "exit");
  expect(notes()).toEqual([`begin ${one}`, `end ${one}`, `begin ${two}`]);

  // The dead process can't give back what it had taken: whoever opens the file next, and finds it left, does.
  const second = await start();
  await vi.waitFor(() => expect(notes().at(-1)).toBe(`end ${three}`), {
    timeout: 60_000,
    interval: 20,
  });
  const again = [two, three].flatMap((revision) => [`begin ${revision}`, `end ${revision}`]);
  expect(notes().slice(3)).toEqual(again);
  await second.stop();
});
