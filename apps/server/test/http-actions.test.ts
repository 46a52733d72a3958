import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeApi, type TestApi } from "./fixtures/make-api.ts";

let api: TestApi;
beforeEach(async () => {
  api = await makeApi();
});
afterEach(() => api.services.store.close());

function match(revision: number): Record<string, string> {
  return { "if-match": `"${revision}"` };
}

describe("answering a request", () => {
  it("approves it: its time is gone from the half and the whole, and free in the other half", async () => {
    const booking = await api.book();
    const answer = await api.call(`POST bookings/${booking.id}/approve`, {
      as: "school",
      headers: match(booking.revision),
    });
    expect(answer.status).toBe(200);
    expect(answer.at("status")).toBe("approved");
    expect(answer.at("occurrences.0.status")).toBe("confirmed");
    expect(answer.headers.get("etag")).toBe(`"${String(answer.at("revision"))}"`);
    const free = async (space: string) =>
      (await api.call(`GET spaces/${space}/availability?from=2026-09-08&to=2026-09-09`)).at(
        "days.0.free",
      );
    const evening = { startTime: "17:00", endTime: "22:00" };
    expect(await free("sports-hall-b")).toMatchObject([evening]);
    for (const space of ["sports-hall", "sports-hall-a", "sports-hall-court-1"]) {
      expect(await free(space)).toMatchObject([
        { startTime: "17:00", endTime: "18:00" },
        { startTime: "19:30", endTime: "22:00" },
      ]);
    }
  });

  it("declines it with the school's own words", async () => {
    const booking = await api.book();
    const answer = await api.call(`POST bookings/${booking.id}/decline`, {
      as: "school",
      body: { reason: "The floor is being laid." },
      headers: match(booking.revision),
    });
    expect([answer.status, answer.at("status"), answer.at("reason")]).toEqual([
      200,
      "declined",
      "The floor is being laid.",
    ]);
  });

  it.each([
    ["cy", "school", "decline", "ar un llinell"],
    ["en", "hirer", "withdraw", "on one line"],
    ["en", "hirer", "cancel", "on one line"],
  ] as const)(
    "takes words on one line alone, and says so in %s: %s, %s",
    async (language, as, action, words) => {
      const booking = await api.book();
      for (const reason of ["Away\r\nApproved: Badminton", "Away \u202Ehctam", "\u2067Away"]) {
        const answer = await api.call(`POST bookings/${booking.id}/${action}`, {
          as,
          body: { reason },
          headers: { ...match(booking.revision), "accept-language": language },
        });
        expect([answer.status, answer.at("errors.0.pointer")]).toEqual([422, "#/reason"]);
        expect(answer.at("errors.0.detail")).toContain(words);
      }
    },
  );

  it("withdraws it for its hirer, and not for the school", async () => {
    const booking = await api.book();
    const options = { headers: match(booking.revision) };
    const path = `POST bookings/${booking.id}/withdraw`;
    expect((await api.call(path, { as: "school", ...options })).status).toBe(403);
    const answer = await api.call(path, { as: "hirer", ...options });
    expect([answer.status, answer.at("status")]).toEqual([200, "withdrawn"]);
    expect(answer.at("occurrences.0.denials.0.code")).toBe("WITHDRAWN");
  });

  it("says whether the hirer or the school has cancelled", async () => {
    for (const [as, code] of [
      ["hirer", "CANCELLED_BY_HIRER"],
      ["school", "CANCELLED_BY_SCHOOL"],
    ] as const) {
      const booking = await api.approve(await api.book());
      const answer = await api.call(`POST bookings/${booking.id}/cancel`, {
        as,
        headers: match(booking.revision),
      });
      expect([answer.status, answer.at("status")]).toEqual([200, "cancelled"]);
      expect(answer.at("occurrences.0.denials.0.code")).toBe(code);
    }
  });

  it("refuses an action that the status does not allow, with 409", async () => {
    const booking = await api.approve(await api.book());
    const answer = await api.call(`POST bookings/${booking.id}/approve`, {
      as: "school",
      headers: match(booking.revision),
    });
    expect([answer.status, answer.at("code")]).toEqual([409, "TRANSITION_REFUSED"]);
  });

  it("says of which booking an action is refused, and why, in the caller's language", async () => {
    const { id, revision } = await api.approve(await api.book());
    const detail = async (language: string) => {
      const headers = { ...match(revision), "accept-language": language };
      return (await api.call(`POST bookings/${id}/approve`, { as: "school", headers })).at(
        "detail",
      );
    };
    expect(await detail("en")).toBe(
      `Booking "${id}": A series that is approved can't take the action "approve". Possible: cancel.`,
    );
    expect(await detail("cy")).toBe(
      `Archeb "${id}": Ni all cyfres â'r statws "approved" dderbyn y weithred "approve". Posibl: cancel.`,
    );
  });

  it("answers 409 with the decision when a date has gone since", async () => {
    const services = api.services;
    const booking = await api.book();
    const blocked = await api.call("POST blocks", {
      as: "school",
      body: { space: "sports-hall-a", kind: "maintenance", first: "2026-09-15", displace: true },
    });
    expect(blocked.status).toBe(201);
    const read = await api.call(`GET bookings/${booking.id}`, { as: "school" });
    expect(read.at("occurrences.1")).toMatchObject({
      status: "denied",
      denials: [{ code: "BLOCKED" }],
    });
    expect(services.announced.length).toBeGreaterThan(0);
  });
});

describe("If-Match", () => {
  it.each(["approve", "decline", "cancel", "amend"])("is needed to %s: 428", async (action) => {
    const booking = await api.book();
    const body = action === "amend" ? { scope: "all", attendance: 20 } : undefined;
    for (const headers of [{}, { "if-match": "*" }]) {
      const answer = await api.call(`POST bookings/${booking.id}/${action}`, {
        as: "school",
        headers,
        ...(body && { body }),
      });
      expect([answer.status, answer.at("code")]).toEqual([428, "PRECONDITION_REQUIRED"]);
      expect(answer.headers.get("etag")).toBe(`"${booking.revision}"`);
    }
  });

  it.each(['"0"', '"999"', 'W/"2"', "2", '"0", "1"'])(
    "refuses %s with 412 and the present tag",
    async (tag) => {
      const booking = await api.book();
      const approved = await api.approve(booking);
      const answer = await api.call(`POST bookings/${booking.id}/cancel`, {
        as: "hirer",
        headers: { "if-match": tag },
      });
      expect([answer.status, answer.at("code")]).toEqual([412, "REVISION_STALE"]);
      expect(answer.headers.get("etag")).toBe(`"${approved.revision}"`);
      expect(answer.at("detail")).toContain(`the present ETag is "${approved.revision}"`);
    },
  );

  it("takes the tag of what was read, also among others", async () => {
    const booking = await api.book();
    const answer = await api.call(`POST bookings/${booking.id}/approve`, {
      as: "school",
      headers: { "if-match": `"0", "${booking.revision}"` },
    });
    expect(answer.status).toBe(200);
  });

  it("lets one of two approvals at once through, and answers the other 412 or 409", async () => {
    const booking = await api.book();
    const approve = () =>
      api.call(`POST bookings/${booking.id}/approve`, {
        as: "school",
        headers: match(booking.revision),
      });
    const statuses = (await Promise.all([approve(), approve()])).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([200, 412]));
  });
});

describe("cancelling one date", () => {
  it("frees that date and leaves the others", async () => {
    const booking = await api.approve(await api.book());
    const answer = await api.call(`POST bookings/${booking.id}/occurrences/2026-09-15/cancel`, {
      as: "hirer",
      body: { reason: "Away match" },
    });
    expect(answer.status).toBe(200);
    expect(answer.at("status")).toBe("approved");
    expect(answer.at("occurrences.0.status")).toBe("confirmed");
    expect(answer.at("occurrences.1.status")).toBe("cancelled");
    const availability = await api.call(
      "GET spaces/sports-hall/availability?from=2026-09-15&to=2026-09-16",
    );
    expect(availability.at("days.0.free")).toMatchObject([
      { startTime: "17:00", endTime: "22:00" },
    ]);
  });

  it("checks the revision when the caller states one", async () => {
    const booking = await api.book();
    const answer = await api.call(`POST bookings/${booking.id}/occurrences/2026-09-15/cancel`, {
      as: "hirer",
      headers: match(booking.revision + 7),
    });
    expect(answer.status).toBe(412);
  });

  it.each([
    ["2026-09-16", 404, "OCCURRENCE_UNKNOWN"],
    ["2026-10-27", 409, "TRANSITION_REFUSED"],
    ["tomorrow", 400, "QUERY_INVALID"],
  ])("answers for %s with %i", async (date, status, code) => {
    const booking = await api.book();
    const answer = await api.call(`POST bookings/${booking.id}/occurrences/${date}/cancel`, {
      as: "hirer",
    });
    expect([answer.status, answer.at("code")]).toEqual([status, code]);
  });
});

describe("amending", () => {
  it("shows the five classes before anything changes", async () => {
    const booking = await api.approve(await api.book());
    const change = {
      scope: "thisAndFollowing",
      date: "2026-10-06",
      startTime: "19:00",
      endTime: "20:30",
    };
    const preview = await api.call(`POST bookings/${booking.id}/amend/preview`, {
      as: "school",
      body: change,
    });
    expect(preview.status).toBe(200);
    expect(preview.at("summary.moved")).toBe(5);
    expect(preview.at("occurrences.0.before.startTime")).toBe("18:00");
    expect(preview.at("occurrences.0.after.start")).toBe("2026-10-06T19:00:00+01:00");
    expect(preview.headers.get("etag")).toBe(`"${booking.revision}"`);
    const amended = await api.call(`POST bookings/${booking.id}/amend`, {
      as: "school",
      body: { ...change, expectedDigest: preview.at("digest") },
      headers: match(booking.revision),
    });
    expect(amended.status).toBe(200);
    expect(amended.at("amendment.digest")).toBe(preview.at("digest"));
    expect(amended.headers.get("etag")).toBe(`"${String(amended.at("booking.revision"))}"`);
  });

  it("answers 409 with the amendment when dates can't move and the caller was not shown which", async () => {
    const booking = await api.approve(await api.book());
    await api.book({ hirer: api.otherHirer.id, startTime: "20:00", endTime: "21:00" });
    const answer = await api.call(`POST bookings/${booking.id}/amend`, {
      as: "school",
      body: { scope: "all", startTime: "20:00", endTime: "21:00" },
      headers: match(booking.revision),
    });
    expect([answer.status, answer.at("code")]).toEqual([409, "AMENDMENT_NOT_POSSIBLE"]);
    expect(answer.at("amendment.occurrences.0.class")).toBe("cannotMove");
    expect(answer.at("amendment.occurrences.0.denials.0.message")).toEqual(expect.any(String));
  });

  it("names the fault of a change that contradicts itself", async () => {
    const booking = await api.book();
    const answer = await api.call(`POST bookings/${booking.id}/amend/preview`, {
      as: "hirer",
      body: { scope: "this" },
    });
    expect([answer.status, answer.at("code")]).toEqual([422, "REQUEST_INVALID"]);
  });
});
