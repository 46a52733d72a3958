import { describe, expect, it } from "vitest";
import { bookedSchool, countStatuses } from "../../test/fixtures/booked-school.ts";
import { checkLedger } from "../../test/fixtures/check-ledger.ts";
import { SCHOOL, schoolLike } from "../../test/fixtures/school-definition.ts";
import { approveBooking } from "./approve-booking.ts";
import { cancelOccurrence } from "./cancel-occurrence.ts";
import { createBlock } from "./create-block.ts";
import { importSchool } from "./import-school.ts";
import { readBooking } from "./read-booking.ts";
import { schoolRevision } from "./school-model.ts";

const withoutHolding = { schools: [schoolLike(SCHOOL, { requestsHold: false })] };

describe("approveBooking", () => {
  it("confirms every waiting date, and turns what the request held into what the booking holds", async () => {
    const { services, request, events } = await bookedSchool();
    const { id, revision } = await request();
    const approved = await approveBooking(services, SCHOOL, "key:key_s", id, { revision });
    expect(approved).toMatchObject({ status: "approved", revision: 3 });
    expect(countStatuses(approved)).toEqual({ confirmed: 9, excluded: 1 });
    expect(await readBooking(services, SCHOOL, id)).toEqual(approved);
    expect(await events(2)).toEqual(["booking.approved"]);
    expect(await checkLedger(services.store)).toEqual([]);
  });

  it("refuses a caller who has not seen the booking as it is, and says what it is at", async () => {
    const { services, request } = await bookedSchool();
    const { id, revision } = await request();
    await cancelOccurrence(services, SCHOOL, "key:key_h", id, "2026-09-15", { by: "hirer" });
    await expect(
      approveBooking(services, SCHOOL, "key:key_s", id, { revision }),
    ).rejects.toMatchObject({ code: "REVISION_STALE", extensions: { revision: 3 } });
  });

  it("refuses what was approved before", async () => {
    const { services, approved } = await bookedSchool();
    const { id, revision } = await approved();
    await expect(
      approveBooking(services, SCHOOL, "key:key_s", id, { revision }),
    ).rejects.toMatchObject({ code: "TRANSITION_REFUSED" });
  });

  it("lets one of two requests that did not hold their time be approved, and answers the other with the decision", async () => {
    const { services, request } = await bookedSchool(withoutHolding);
    const [one, other] = [await request(), await request({ space: "sports-hall-court-1" })];
    await approveBooking(services, SCHOOL, "key:key_s", one.id, { revision: one.revision });
    await expect(
      approveBooking(services, SCHOOL, "key:key_s", other.id, { revision: other.revision }),
    ).rejects.toMatchObject({
      code: "SERIES_NOT_BOOKABLE",
      extensions: { decision: { accepted: false, summary: { bookable: 0, denied: 9 } } },
    });
    expect(await readBooking(services, SCHOOL, other.id)).toEqual(other);
    expect(await schoolRevision(services, SCHOOL)).toBe(other.revision + 1);
    expect(await checkLedger(services.store)).toEqual([]);
  });

  it("writes nothing when one date has gone, and approves once that date is given up", async () => {
    const { services, request } = await bookedSchool(withoutHolding);
    const { id, revision } = await request();
    await createBlock(
      services,
      SCHOOL,
      "key:key_s",
      { space: "sports-hall", kind: "examination", first: "2026-09-22" },
      { displace: false },
    );
    await expect(
      approveBooking(services, SCHOOL, "key:key_s", id, { revision }),
    ).rejects.toMatchObject({
      extensions: { decision: { summary: { bookable: 8, denied: 1 } } },
    });
    const less = await cancelOccurrence(services, SCHOOL, "key:key_s", id, "2026-09-22", {
      by: "school",
    });
    const approved = await approveBooking(services, SCHOOL, "key:key_s", id, less);
    expect(countStatuses(approved)).toEqual({ confirmed: 8, cancelled: 1, excluded: 1 });
    expect(await checkLedger(services.store)).toEqual([]);
  });

  it("sees that the calendar has changed since", async () => {
    const { services, request } = await bookedSchool();
    const { id, revision } = await request();
    const definition = schoolLike(SCHOOL);
    const closure = { first: "2026-09-08", last: "2026-09-08", kind: "closure" } as const;
    const layer = { id: "late", scope: "school", source: "School", entries: [closure] } as const;
    await importSchool(services, "system", {
      ...definition,
      calendar: { layers: [...definition.calendar.layers, layer] },
    });
    await expect(
      approveBooking(services, SCHOOL, "key:key_s", id, { revision }),
    ).rejects.toMatchObject({ code: "SERIES_NOT_BOOKABLE" });
  });

  it("keeps dates that began while the request waited as denied, and confirms the rest", async () => {
    const { services, request, events } = await bookedSchool();
    const { id, revision } = await request();
    services.clock.set(Date.UTC(2026, 8, 8, 17, 30));
    const approved = await approveBooking(services, SCHOOL, "key:key_s", id, { revision });
    expect(countStatuses(approved)).toEqual({ denied: 1, confirmed: 8, excluded: 1 });
    expect(approved.occurrences[0]).toMatchObject({ denials: [{ code: "IN_THE_PAST" }] });
    expect(await events(2)).toEqual(["booking.approved", "occurrence.denied"]);
    expect(await checkLedger(services.store)).toEqual([]);
  });

  it("refuses a request whose dates are all over", async () => {
    const { services, request } = await bookedSchool();
    const { id, revision } = await request();
    services.clock.set(Date.UTC(2027, 0, 1));
    await expect(
      approveBooking(services, SCHOOL, "key:key_s", id, { revision }),
    ).rejects.toMatchObject({ code: "SERIES_NOT_BOOKABLE" });
  });

  it("gives the rules of plugins the whole request", async () => {
    const asked: unknown[] = [];
    const { services, hirer, request } = await bookedSchool({
      rules: [(_, given) => (asked.push(given), [])],
    });
    const { id, revision } = await request();
    asked.length = 0;
    await approveBooking(services, SCHOOL, "key:key_s", id, { revision });
    expect(asked[0]).toMatchObject({ hirer, activity: "badminton" });
  });

  it("knows no booking of another school", async () => {
    const { services, request } = await bookedSchool({
      schools: [schoolLike(SCHOOL), schoolLike("arall")],
    });
    const { id, revision } = await request();
    await expect(
      approveBooking(services, "arall", "key:key_s", id, { revision }),
    ).rejects.toMatchObject({ code: "BOOKING_UNKNOWN" });
    expect(await schoolRevision(services, "arall")).toBe(1);
  });
});
