import { afterEach, describe, expect, it } from "vitest";
import { makeApi, type TestApi } from "../../../apps/server/test/fixtures/make-api.ts";
import { SCHOOL } from "../../../apps/server/test/fixtures/school-definition.ts";
import { toldPlugin } from "../../../apps/server/test/fixtures/told-plugin.ts";
import { email, type OutgoingMessage } from "../src/index.ts";

const AT = `/v1/x/email/schools/${SCHOOL}`;

const open: TestApi[] = [];
afterEach(async () => {
  for (const { services } of open.splice(0)) await services.store.close();
});

async function start() {
  const sent: OutgoingMessage[] = [];
  const transport = {
    send: async (message: OutgoingMessage) => void sent.push(message),
    close() {},
  };
  const told = toldPlugin(email({ from: "lettings@school.example", transport }));
  const api = await makeApi({ plugins: [told.plugin] });
  open.push(api);
  return {
    api,
    sent,
    tell: () => told.tell(api.services, SCHOOL),
    tellAgain: () => told.tellAgain(api.services, SCHOOL),
    subjects: () => sent.map(({ subject }) => subject.split(":")[0]),
  };
}

function matching(revision: number, key: string) {
  return { "if-match": `"${revision}"`, "idempotency-key": key };
}

describe("e-mail in a server", () => {
  it("follows a booking from the request to its end, once for each step", async () => {
    const { api, sent, subjects, tell, tellAgain } = await start();
    const booking = await api.approve(await api.book());
    await tell();
    const cancelled = await api.call(`POST bookings/${booking.id}/occurrences/2026-09-15/cancel`, {
      as: "school",
      body: { reason: "Noson rieni" },
      headers: matching(booking.revision, "one"),
    });
    await tell();
    const amended = await api.call(`POST bookings/${booking.id}/amend`, {
      as: "school",
      body: { scope: "thisAndFollowing", date: "2026-10-06", startTime: "18:30", endTime: "20:00" },
      headers: matching(Number(cancelled.at("revision")), "two"),
    });
    expect([cancelled.status, amended.status]).toEqual([200, 200]);
    await tell();
    await tellAgain();
    expect(subjects()).toEqual([
      "Cais wedi dod i law",
      "Archeb wedi'i chymeradwyo",
      "Dyddiadau wedi'u canslo",
      "Archeb wedi'i newid",
    ]);
    expect(sent[2]?.text).toContain("Yr ysgol sydd wedi canslo. Rheswm: Noson rieni\n");
    const now = await api.call(`GET bookings/${booking.id}`, { as: "school" });
    const ended = await api.call(`POST bookings/${booking.id}/cancel`, {
      as: "hirer",
      body: { reason: "Dim digon o aelodau" },
      headers: matching(Number(now.at("revision")), "three"),
    });
    expect(ended.status).toBe(200);
    await tell();
    expect(sent[4]?.text).toContain("Chi sydd wedi canslo.\n\nRheswm: Dim digon o aelodau\n");
    const approval = sent[1]?.calendar?.text ?? "";
    expect(approval).toContain("RRULE:FREQ=WEEKLY");
    expect(approval).toContain("EXDATE;TZID=Europe/London:20261027T180000");
    expect(sent[3]?.calendar?.text).toContain("RECURRENCE-ID;TZID=Europe/London:2026");
  });

  it("tells a hirer whose dates the school took back why, in one letter", async () => {
    const { api, sent, subjects, tell } = await start();
    await api.approve(await api.book());
    await tell();
    const block = await api.call("POST blocks", {
      as: "school",
      body: {
        space: "sports-hall",
        kind: "examination",
        first: "2026-09-08",
        last: "2026-09-15",
        displace: true,
      },
      headers: { "idempotency-key": "block" },
    });
    expect(block.status).toBe(201);
    await tell();
    expect(subjects().slice(2)).toEqual(["Nid yw'r lle ar gael"]);
    expect(sent[2]?.text).toMatch(/8 Medi 2026.*arholiadau.*\n.*15 Medi 2026.*arholiadau/);
  });

  it("shows its letters to the school, and to nobody else", async () => {
    const { api, tell } = await start();
    await api.book();
    await tell();
    const letters = await api.call(`GET ${AT}/letters`, { as: "school" });
    expect(letters.json).toMatchObject({
      items: [{ kind: "requested", state: "sent", language: "cy", hirer: api.hirer.id }],
    });
    expect((await api.call(`GET ${AT}/letters`)).status).toBe(401);
    expect((await api.call(`GET ${AT}/letters`, { as: "hirer" })).status).toBe(403);
    expect((await api.call(`GET ${AT}/letters`, { as: "otherSchool" })).status).toBe(403);
    for (const [as, status] of [
      ["none", 401],
      ["hirer", 403],
      ["otherSchool", 403],
      ["school", 202],
    ] as const) {
      const answer = await api.call(`POST ${AT}/letters/resend`, { as, body: {} });
      expect([as, answer.status]).toEqual([as, status]);
    }
    const resent = await api.call(`POST ${AT}/letters/none/resend`, { as: "school" });
    expect([resent.status, resent.at("code")]).toEqual([404, "email/LETTER_UNKNOWN"]);
  });

  it("previews every letter in both languages", async () => {
    const { api } = await start();
    for (const [path, text] of [
      ["/cy/x/email", "Archeb wedi&#39;i chymeradwyo"],
      ["/en/x/email", "Booking approved"],
    ] as const) {
      const response = await api.app.request(path);
      expect([response.status, await response.text()]).toEqual([
        200,
        expect.stringContaining(text),
      ]);
    }
  });
});
