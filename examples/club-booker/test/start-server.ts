import { createClient, type Client, type ClientOptions } from "@neuadd/client";
import {
  createHirer,
  createServer,
  importSchool,
  issueKey,
  type Limits,
  type Server,
} from "@neuadd/server";
import { emptyStoreSetting } from "../../../apps/server/test/fixtures/empty-store-setting.ts";
import { school, SCHOOL } from "./school.ts";

/** A real server with one school and one club, its store empty but for them, on SQLite or PostgreSQL. Close it at the end. */
export interface StartedServer {
  readonly server: Server;
  /** Id of the club. */
  readonly hirer: string;
  readonly keys: Readonly<Record<"hirer" | "school" | "operator", string>>;
  /** A client whose requests reach the server without a network. */
  client(who: "hirer" | "school" | "operator" | "anyone", options?: Partial<ClientOptions>): Client;
}

/** The clock begins on Monday 24 August 2026, 09:00 in Wales. */
export async function startServer(limits: Partial<Limits> = {}): Promise<StartedServer> {
  const server = await createServer({
    store: await emptyStoreSetting(),
    port: 0,
    clock: "2026-08-24T08:00:00Z",
    logLevel: "silent",
    limits,
  });
  const { services } = server;
  await importSchool(services, "system", school);
  const club = await createHirer(
    services,
    {
      name: "Clwb Badminton Brynmawr",
      category: "club",
      language: "cy",
      contact: { name: "Ysgrifennydd", email: "clwb@example.org" },
    },
    { school: SCHOOL },
  );
  const label = "test";
  const { key: hirerKey } = await issueKey(services, { kind: "hirer", owner: club.id, label });
  const { key: schoolKey } = await issueKey(services, { kind: "school", owner: SCHOOL, label });
  const { key: operatorKey } = await issueKey(services, { kind: "operator", owner: "", label });
  const keys = { hirer: hirerKey, school: schoolKey, operator: operatorKey };
  return {
    server,
    hirer: club.id,
    keys,
    client(who, options = {}) {
      return createClient({
        server: "http://localhost",
        fetch: (request) => server.app.fetch(request),
        language: "en",
        ...(who !== "anyone" && { key: keys[who] }),
        ...options,
      });
    },
  };
}
