import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createServer, findActor, type Server } from "@neuadd/server";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { demonstrationKeys, type DemonstrationKeyOwners } from "./demonstration-keys.ts";
import { seedDemonstration } from "./seed-demonstration.ts";

let directory: string;
let server: Server;
let owners: DemonstrationKeyOwners;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "neuadd-keys-"));
  server = await createServer({ store: { sqlite: ":memory:" }, logLevel: "error" });
  const hirers = await seedDemonstration(server.services);
  owners = { hirer: hirers.get("badminton") ?? "", school: "brynmawr-foundation" };
});

afterEach(async () => {
  await server.close();
  await rm(directory, { recursive: true });
});

describe("demonstrationKeys", () => {
  it("gives keys of the club and of the school, and the same ones the next time", async () => {
    const keys = await demonstrationKeys(server.services, directory, owners);
    expect(await findActor(server.services, keys.hirer)).toMatchObject({
      kind: "hirer",
      owner: owners.hirer,
    });
    expect(await findActor(server.services, keys.school)).toMatchObject({
      kind: "school",
      owner: owners.school,
    });
    expect(await demonstrationKeys(server.services, directory, owners)).toEqual(keys);
  });

  it("keeps them for the eyes of their owner alone", async () => {
    await demonstrationKeys(server.services, directory, owners);
    const { mode } = await stat(join(directory, "demonstration-keys.json"));
    expect(mode & 0o777).toBe(0o600);
  });

  it("replaces what is no key of theirs, and a file that can't be read", async () => {
    const file = join(directory, "demonstration-keys.json");
    const keys = await demonstrationKeys(server.services, directory, owners);
    for (const text of [
      "{",
      "7",
      JSON.stringify({ hirer: keys.school, school: "neuadd_s_gone" }),
    ]) {
      await writeFile(file, text);
      const replaced = await demonstrationKeys(server.services, directory, owners);
      expect(await findActor(server.services, replaced.hirer)).toMatchObject({ kind: "hirer" });
      expect(await findActor(server.services, replaced.school)).toMatchObject({ kind: "school" });
    }
  });
});
