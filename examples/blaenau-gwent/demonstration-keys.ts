import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { CallerKind } from "@neuadd/plugin-kit";
import { findActor, issueKey, type Services } from "@neuadd/server";

export interface DemonstrationKeys {
  readonly hirer: string;
  readonly school: string;
}

export interface DemonstrationKeyOwners {
  readonly hirer: string;
  readonly school: string;
}

const FILE = "demonstration-keys.json";

/**
 * The two keys that the demonstration prints. The server stores only hashes of keys, so the keys themselves are kept
 * beside the database in a file for its owner's eyes (mode 0600): commands copied yesterday still work today. A real
 * installation has no such file. A key that is missing, revoked or another's is replaced.
 */
export async function demonstrationKeys(
  services: Services,
  dataDirectory: string,
  owners: DemonstrationKeyOwners,
): Promise<DemonstrationKeys> {
  const file = join(dataDirectory, FILE);
  const kept = await readKept(file);
  const keys = {
    hirer: await usableKey(services, "hirer", owners.hirer, kept.hirer),
    school: await usableKey(services, "school", owners.school, kept.school),
  };
  if (keys.hirer !== kept.hirer || keys.school !== kept.school) {
    await writeFile(file, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 });
  }
  return keys;
}

async function usableKey(
  services: Services,
  kind: CallerKind,
  owner: string,
  kept: string | undefined,
): Promise<string> {
  const actor = kept === undefined ? undefined : await findActor(services, kept);
  if (kept !== undefined && actor?.kind === kind && actor.owner === owner) return kept;
  return (await issueKey(services, { kind, owner, label: "demonstration" })).key;
}

/** What cannot be read is as good as nothing: new keys take its place. */
async function readKept(file: string): Promise<Partial<DemonstrationKeys>> {
  try {
    const kept: unknown = JSON.parse(await readFile(file, "utf8"));
    return typeof kept === "object" && kept !== null ? keysIn(kept) : {};
  } catch {
    return {};
  }
}

function keysIn(kept: object): Partial<DemonstrationKeys> {
  const keys = new Map<string, unknown>(Object.entries(kept));
  const [hirer, school] = [keys.get("hirer"), keys.get("school")];
  return {
    ...(typeof hirer === "string" && { hirer }),
    ...(typeof school === "string" && { school }),
  };
}
