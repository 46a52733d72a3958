import { tmpdir } from "node:os";
import { describe, expect, it, onTestFinished } from "vitest";
import { issueKey } from "../src/keys/issue-key.ts";
import { checkLedger } from "./fixtures/check-ledger.ts";
import { makeHirer } from "./fixtures/make-hirer.ts";
import { makeServices } from "./fixtures/make-services.ts";
import { openSharedDatabase } from "./fixtures/open-shared-database.ts";
import { startNeuadd } from "./fixtures/run-neuadd.ts";
import { SCHOOL } from "./fixtures/school-definition.ts";
import { tuesdays } from "./fixtures/tuesdays.ts";

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Two server processes on one database, a hirer's key, and the tables themselves to look at. */
async function startTwoServers() {
  const database = await openSharedDatabase();
  const services = await makeServices({ store: await database.open() });
  const hirer = (await makeHirer(services)).id;
  const { key } = await issueKey(services, { kind: "hirer", owner: hirer, label: "club" });
  const setting = {
    directory: tmpdir(),
    environment: { ...database.environment, NEUADD_CLOCK: "2026-08-24T08:00:00Z" },
  };
  const servers = await Promise.all([startNeuadd([], setting), startNeuadd([], setting)]);
  onTestFinished(async () => {
    await Promise.all(servers.map((server) => server.stop()));
  });
  const call = async (server: 0 | 1, path: string, init: RequestInit = {}): Promise<Answer> => {
    const response = await fetch(`${servers[server].url}/v1/schools/${SCHOOL}/${path}`, init);
    const text = await response.text();
    const body: Answer["body"] = text === "" ? {} : JSON.parse(text);
    return { status: response.status, headers: response.headers, body };
  };
  const { hirer: _, ...request } = tuesdays(hirer);
  const ask = (server: 0 | 1, idempotencyKey: string, change: object = {}): Promise<Answer> =>
    call(server, "bookings", {
      method: "POST",
      headers: {
        authorization: `Bearer ${key}`,
        "content-type": "application/json",
        "idempotency-key": idempotencyKey,
      },
      body: JSON.stringify({ ...request, ...change }),
    });
  return { services, servers, call, ask };
}

describe("two servers on one database", () => {
  it("book what is asked for once, whichever is asked, and show it at once on both", async () => {
    const { services, call, ask } = await startTwoServers();

    // One request that reaches both, as a client's repetition through a proxy may.
    const twice = await Promise.all([ask(0, "a"), ask(1, "a")]);
    const made = twice.filter(({ status }) => status === 201);
    expect(made.length).toBeGreaterThanOrEqual(1);
    expect(new Set(made.map(({ body }) => body["id"])).size).toBe(1);
    for (const { status, body } of twice) {
      if (status !== 201) expect([status, body["code"]]).toEqual([409, "IDEMPOTENCY_KEY_RUNNING"]);
    }
    const replayed = await ask(1, "a");
    expect(replayed.headers.get("idempotency-replayed")).toBe("true");
    expect(replayed.body["id"]).toBe(made[0]?.body["id"]);

    // Different requests for the same time.
    const rivals = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        ask(index % 2 === 0 ? 0 : 1, `rival-${index}`, {
          space: "main-hall",
          startTime: "18:00",
          onClash: { policy: "refuse" },
        }),
      ),
    );
    const won = rivals.filter(({ status }) => status === 201);
    const lost = rivals.filter(({ body }) => body["code"] === "SERIES_NOT_BOOKABLE");
    expect([won.length, lost.length]).toEqual([1, 19]);

    // What one has in its memory is never older than what the other has written.
    const week = "spaces/sports-hall-b/availability?from=2026-09-07&to=2026-09-14";
    const before = await call(0, week);
    const tag = before.headers.get("etag") ?? "";
    expect((await call(0, week, { headers: { "if-none-match": tag } })).status).toBe(304);
    expect((await ask(1, "b", { space: "sports-hall-b" })).status).toBe(201);
    const after = await Promise.all(
      Array.from({ length: 20 }, () => call(0, week, { headers: { "if-none-match": tag } })),
    );
    for (const { status, body } of after) {
      expect(status).toBe(200);
      expect(body).not.toEqual(before.body);
    }

    expect(await checkLedger(services.store)).toEqual([]);
  });

  it("go on when one is killed", async () => {
    const { services, servers, ask } = await startTwoServers();
    const asked = Array.from({ length: 10 }, (_, index) => ({
      key: `key-${index}`,
      change: { recurrence: undefined, first: `2026-09-${10 + index}`, space: "community-room" },
    }));
    const answers = asked.map(({ key, change }) => ask(0, key, change).catch(() => undefined));
    servers[0].process.kill("SIGKILL");
    const acknowledged = (await Promise.all(answers)).filter((one) => one?.status === 201);
    const rows = await services.store.database.selectFrom("series").select("booking_id").execute();
    const stored = rows.map(({ booking_id }) => booking_id);
    for (const answer of acknowledged) expect(stored).toContain(answer?.body["id"]);
    expect((await ask(1, "later", { space: "main-hall" })).status).toBe(201);
    expect(await checkLedger(services.store)).toEqual([]);
  });
});
