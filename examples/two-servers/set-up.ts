import { createHirer, createServer, importSchool, issueKey } from "@neuadd/server";
import { school } from "./school.ts";

/** Migrates the database, takes the school in, and answers the key of a club that may ask it for the hall. */
export async function setUp(databaseUrl: string): Promise<string> {
  const server = await createServer({ store: { postgres: databaseUrl }, logLevel: "warn" });
  try {
    const { services } = server;
    await importSchool(services, "system", school);
    const club = await createHirer(services, {
      name: "Clwb Ieuenctid y Cwm",
      category: "club",
      language: "cy",
      contact: { name: "Ysgrifennydd", email: "clwb@example.org" },
    });
    const { key } = await issueKey(services, { kind: "hirer", owner: club.id, label: "example" });
    return key;
  } finally {
    await server.close();
  }
}
