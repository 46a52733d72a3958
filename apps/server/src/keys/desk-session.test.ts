import { describe, expect, it } from "vitest";
import { makeServices } from "../../test/fixtures/make-services.ts";
import { SCHOOL } from "../../test/fixtures/school-definition.ts";
import {
  DESK_SESSION_SECONDS,
  endDeskSession,
  findDeskActor,
  openDeskSession,
} from "./desk-session.ts";
import { findActor } from "./find-actor.ts";
import { issueKey } from "./issue-key.ts";
import { revokeKey } from "./revoke-key.ts";

async function signedIn(expiresAfterMs?: number) {
  const services = await makeServices();
  const key = await issueKey(services, {
    kind: "school",
    owner: SCHOOL,
    label: "Swyddfa",
    ...(expiresAfterMs !== undefined && { expiresAt: services.clock.now() + expiresAfterMs }),
  });
  const actor = await findActor(services, key.key);
  if (actor === undefined) throw new Error("The key must be good.");
  return { services, key, actor, session: await openDeskSession(services, actor) };
}

describe("a session of the desk", () => {
  it("is that of the key, scopes and all, and of nobody once it is ended", async () => {
    const { services, actor, session } = await signedIn();
    expect(await findDeskActor(services, session)).toEqual(actor);
    expect(await findDeskActor(services, `${session}A`)).toBeUndefined();
    await endDeskSession(services, session);
    expect(await findDeskActor(services, session)).toBeUndefined();
  });

  it("is stored without its secret", async () => {
    const { services, session } = await signedIn();
    const rows = await services.store.database.selectFrom("desk_sessions").selectAll().execute();
    expect(rows).toMatchObject([{ hash: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
    expect(JSON.stringify(rows)).not.toContain(session);
  });

  it("ends with its time, with its key’s, and when the key is revoked", async () => {
    const { services, key, session } = await signedIn();
    services.clock.advance(DESK_SESSION_SECONDS * 1000 - 1);
    expect(await findDeskActor(services, session)).toBeDefined();
    await revokeKey(services, key.id);
    expect(await findDeskActor(services, session)).toBeUndefined();

    const expiring = await signedIn(1_000);
    expiring.services.clock.advance(1_000);
    expect(await findDeskActor(expiring.services, expiring.session)).toBeUndefined();

    const long = await signedIn();
    long.services.clock.advance(DESK_SESSION_SECONDS * 1000);
    expect(await findDeskActor(long.services, long.session)).toBeUndefined();
  });

  it("makes room: whoever signs in takes away the sessions that have ended", async () => {
    const { services, actor } = await signedIn();
    services.clock.advance(DESK_SESSION_SECONDS * 1000);
    await openDeskSession(services, actor);
    const rows = await services.store.database.selectFrom("desk_sessions").selectAll().execute();
    expect(rows).toHaveLength(1);
  });
});
