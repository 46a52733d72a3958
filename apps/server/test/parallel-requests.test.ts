import { describe, expect, it } from "vitest";
import { approveBooking } from "../src/ledger/approve-booking.ts";
import { expireRequests } from "../src/ledger/expire-requests.ts";
import { importSchool } from "../src/ledger/import-school.ts";
import { readBooking } from "../src/ledger/read-booking.ts";
import { requestBooking } from "../src/ledger/request-booking.ts";
import { bookedSchool } from "./fixtures/booked-school.ts";
import { checkLedger } from "./fixtures/check-ledger.ts";
import { SCHOOL, schoolDefinition, schoolLike } from "./fixtures/school-definition.ts";
import { tuesdays } from "./fixtures/tuesdays.ts";

/** More than the school lets a request wait. */
const MONTH_MS = 31 * 24 * 3_600_000;
const SLOTS = ["17:00", "18:00", "19:00", "20:00", "21:00"];
/** Whole, halves and courts: each request is in the way of any other of the same hour that shares a court with it. */
const SPACES = ["sports-hall", "sports-hall-a", "sports-hall-court-1"];

describe("200 requests at once", () => {
  it("let exactly one win each hour, and tell every other one why", async () => {
    const { services, hirer } = await bookedSchool();
    const answers = await Promise.allSettled(
      Array.from({ length: 200 }, (_, index) => {
        const startTime = SLOTS[index % SLOTS.length] ?? "";
        const endTime = `${Number(startTime.slice(0, 2)) + 1}:00`;
        const space = SPACES[index % SPACES.length] ?? "";
        const { recurrence: _recurrence, ...request } = tuesdays(hirer, {
          space,
          startTime,
          endTime,
        });
        return requestBooking(services, SCHOOL, "key:key_h", request);
      }),
    );
    const won = answers.flatMap((answer) => (answer.status === "fulfilled" ? [answer.value] : []));
    const lost = answers.flatMap((answer) => (answer.status === "rejected" ? [answer.reason] : []));
    const hours = won.map(({ booking }) => booking.request.startTime);
    expect(hours.toSorted()).toEqual(SLOTS);
    expect(lost).toHaveLength(195);
    for (const reason of lost) {
      expect(reason).toMatchObject({
        code: "SERIES_NOT_BOOKABLE",
        extensions: {
          decision: { occurrences: [{ denials: [{ code: "OVERLAPS_REQUEST" }] }] },
        },
      });
    }
    for (const { booking } of won) {
      expect(await readBooking(services, SCHOOL, booking.id)).toEqual(booking);
    }
    expect(await checkLedger(services.store)).toEqual([]);
  });
});

describe("100 approvals at once of requests that hold nothing", () => {
  it("let exactly one win", async () => {
    const { services, request } = await bookedSchool({
      schools: [schoolLike(SCHOOL, { requestsHold: false })],
    });
    const waiting = [];
    for (let index = 0; index < 100; index += 1) {
      waiting.push(await request({ space: SPACES[index % SPACES.length] ?? "" }));
    }
    const answers = await Promise.allSettled(
      waiting.map(({ id, revision }) =>
        approveBooking(services, SCHOOL, "key:key_s", id, { revision }),
      ),
    );
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await checkLedger(services.store)).toEqual([]);
  });
});

describe("imports and lapses among requests and approvals, all at once", () => {
  it("leave a ledger without a fault, that holds all that was acknowledged", async () => {
    const { services, hirer, request } = await bookedSchool();
    const waiting = [];
    for (const space of ["community-room", "main-hall", "sports-hall-b"]) {
      waiting.push(await request({ space, first: "2026-10-06" }));
    }
    services.clock.advance(MONTH_MS);
    const asked = SLOTS.flatMap((startTime) =>
      SPACES.map((space) => {
        const endTime = `${Number(startTime.slice(0, 2)) + 1}:00`;
        return tuesdays(hirer, { space, first: "2026-10-06", startTime, endTime });
      }),
    );
    const answers = await Promise.allSettled([
      // Courts go and come back under the requests for them.
      ...[false, true, false, true].map((isDivided) =>
        importSchool(services, "system", divided(isDivided)),
      ),
      ...asked.map((one) => requestBooking(services, SCHOOL, "key:key_h", one)),
      ...waiting.map(({ id, revision }) =>
        approveBooking(services, SCHOOL, "key:key_s", id, { revision }),
      ),
      ...[1, 2].map(() => expireRequests(services)),
    ]);
    const refusals = answers.flatMap((answer) =>
      answer.status === "rejected" ? [(answer.reason as { code?: unknown }).code] : [],
    );
    const known = ["IMPORT_INVALID", "SERIES_NOT_BOOKABLE", "SPACE_UNKNOWN", "REVISION_STALE"];
    expect(known).toEqual(expect.arrayContaining(refusals));
    for (const { id } of waiting) {
      const { status } = await readBooking(services, SCHOOL, id);
      expect(["approved", "expired"]).toContain(status);
    }
    for (const answer of answers) {
      const made = answer.status === "fulfilled" ? answer.value : undefined;
      if (typeof made !== "object" || !("decision" in made)) continue;
      expect((await readBooking(services, SCHOOL, made.booking.id)).id).toBe(made.booking.id);
    }
    expect(await checkLedger(services.store, { now: services.clock.now() })).toEqual([]);
  });
});

/** The school with courts in half A, or without. */
function divided(isDivided: boolean) {
  return {
    ...schoolDefinition,
    premises: schoolDefinition.premises.map((site) => ({
      ...site,
      spaces: site.spaces.filter(({ parent }) => isDivided || parent !== "sports-hall-a"),
    })),
  };
}
