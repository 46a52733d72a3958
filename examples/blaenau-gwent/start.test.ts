import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type StartedDemonstration, startDemonstration } from "./test/start-demonstration.ts";

let directory: string;
/** The first start on the directory. */
let first: StartedDemonstration;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "neuadd start "));
  first = await startDemonstration(directory);
});

afterAll(async () => {
  await first.stop();
  await rm(directory, { recursive: true });
});

describe("start.ts", () => {
  it("ends when asked, and starts again on the same data with the same keys and no new bookings", async () => {
    const before = await facts(first);
    expect(await first.stop()).toBe(0);
    const second = await startDemonstration(directory);
    expect([second.hirerKey, second.schoolKey]).toEqual([first.hirerKey, first.schoolKey]);
    expect(await facts(second)).toEqual(before);
    expect(await second.stop()).toBe(0);
  });

  it("starts its clock where NEUADD_CLOCK says", async () => {
    const demonstration = await startDemonstration(directory, {
      NEUADD_CLOCK: "2027-01-11T12:00:00Z",
    });
    const health = (await (await fetch(`${demonstration.url}/healthz`)).json()) as object;
    expect(health).toMatchObject({ demonstrationClock: true, today: "2027-01-11" });
    await demonstration.stop();
  });

  it("says in both languages that its port is taken, and leaves it at that", async () => {
    const other = createServer();
    const port = await listenAnywhere(other);
    const attempt = startDemonstration(directory, { PORT: `${port}` });
    await expect(attempt).rejects.toThrow(
      new RegExp(`gwrando ar borth ${port}.*\\nAnother program listens on port ${port}.*\\n$`),
    );
    other.close();
  });

  it("says in both languages that its data can't be kept where they should, and leaves it at that", async () => {
    const file = join(directory, "file");
    await writeFile(file, "");
    await expect(startDemonstration(join(file, "data"))).rejects.toThrow(
      /Ni ellir cadw data yn .*\nData can't be kept in .*: part of the path is a file.*\n$/,
    );
  });
});

async function facts({ url, hirerKey }: { readonly url: string; readonly hirerKey: string }) {
  const schools = await fetch(`${url}/v1/schools`);
  const bookings = await fetch(`${url}/v1/schools/brynmawr-foundation/bookings`, {
    headers: { authorization: `Bearer ${hirerKey}` },
  });
  expect([schools.status, bookings.status]).toEqual([200, 200]);
  return [await schools.json(), await bookings.json()] as const;
}

function listenAnywhere(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
}
