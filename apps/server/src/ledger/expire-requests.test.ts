import { describe, expect, it } from "vitest";
import { bookedSchool, countStatuses } from "../../test/fixtures/booked-school.ts";
import { checkLedger } from "../../test/fixtures/check-ledger.ts";
import { SCHOOL, schoolDefinition, START } from "../../test/fixtures/school-definition.ts";
import { expireRequests } from "./expire-requests.ts";
import { readBooking } from "./read-booking.ts";
import { schoolRevision } from "./school-model.ts";

const DAY = 86_400_000;

describe("expireRequests", () => {
  it("lets a request lapse when its days are over, and not a moment before", async () => {
    const { services, request, events } = await bookedSchool();
    const { id } = await request();
    services.clock.set(START + 21 * DAY - 1);
    expect(await expireRequests(services)).toBe(0);
    expect(await schoolRevision(services, SCHOOL)).toBe(2);
    services.clock.set(START + 21 * DAY);
    expect(await expireRequests(services)).toBe(1);
    const expired = await readBooking(services, SCHOOL, id);
    expect(expired.status).toBe("expired");
    expect(countStatuses(expired)).toEqual({ cancelled: 9, excluded: 1 });
    expect(await events(2)).toEqual(["booking.expired"]);
    expect(await expireRequests(services)).toBe(0);
    expect(await checkLedger(services.store)).toEqual([]);
  });

  it("leaves alone what was answered", async () => {
    const { services, approved } = await bookedSchool();
    const { id, revision } = await approved();
    services.clock.set(START + 400 * DAY);
    expect(await expireRequests(services)).toBe(0);
    expect((await readBooking(services, SCHOOL, id)).revision).toBe(revision);
  });

  it("lets a request lapse whose last date is over, where the school sets no days", async () => {
    const { requestsLapseAfterDays: _, ...school } = schoolDefinition.school;
    const { services, request } = await bookedSchool({
      schools: [{ ...schoolDefinition, school }],
    });
    await request();
    services.clock.set(Date.UTC(2026, 10, 10, 19, 29));
    expect(await expireRequests(services)).toBe(0);
    services.clock.set(Date.UTC(2026, 10, 10, 19, 30));
    expect(await expireRequests(services)).toBe(1);
    expect(await checkLedger(services.store)).toEqual([]);
  });

  it("lets many lapse, a few in each transaction", async () => {
    const { services, request } = await bookedSchool();
    for (let index = 0; index < 60; index += 1) {
      const saturday = Date.UTC(2026, 8, 5) + Math.floor(index / 4) * 7 * DAY;
      await request({
        first: new Date(saturday).toISOString().slice(0, 10),
        startTime: ["09:00", "11:00", "13:00", "15:00"][index % 4] ?? "",
        endTime: ["10:00", "12:00", "14:00", "16:00"][index % 4] ?? "",
        recurrence: { rule: "FREQ=WEEKLY", count: 1 },
      });
    }
    const before = await schoolRevision(services, SCHOOL);
    services.clock.set(START + 21 * DAY);
    expect(await expireRequests(services)).toBe(60);
    expect(await schoolRevision(services, SCHOOL)).toBe((before ?? 0) + 2);
    expect(await checkLedger(services.store)).toEqual([]);
  });
});
