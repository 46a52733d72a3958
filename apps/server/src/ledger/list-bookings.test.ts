import { describe, expect, it } from "vitest";
import { bookedSchool } from "../../test/fixtures/booked-school.ts";
import { makeHirer } from "../../test/fixtures/make-hirer.ts";
import { SCHOOL } from "../../test/fixtures/school-definition.ts";
import type { BookingRequest } from "./booking-record.ts";
import { listBookings, type BookingFilter } from "./list-bookings.ts";
import { readBooking } from "./read-booking.ts";

async function fiveBookings() {
  const school = await bookedSchool();
  const { services, request } = school;
  const other = (await makeHirer(services)).id;
  const changes: Partial<BookingRequest>[] = [
    {},
    { space: "sports-hall-b" },
    { space: "community-room", hirer: other },
    { first: "2027-01-05", hirer: other },
    { first: "2027-01-06" },
  ];
  const ids: string[] = [];
  for (const change of changes) {
    services.clock.advance(1);
    ids.push((await request(change)).id);
  }
  const list = async (filter: Partial<BookingFilter>) =>
    (await listBookings(services, SCHOOL, { limit: 100, ...filter })).items.map(({ id }) =>
      ids.indexOf(id),
    );
  return { ...school, other, ids, list };
}

describe("listBookings", () => {
  it("lists whole bookings, the newest first", async () => {
    const { services, ids, list } = await fiveBookings();
    expect(await list({})).toEqual([4, 3, 2, 1, 0]);
    const { items } = await listBookings(services, SCHOOL, { limit: 2 });
    expect(items[0]).toEqual(await readBooking(services, SCHOOL, ids[4] ?? ""));
  });

  it("filters by hirer, status, space and dates, and by all of them together", async () => {
    const { list, other } = await fiveBookings();
    expect(await list({ hirer: other })).toEqual([3, 2]);
    expect(await list({ status: "approved" })).toEqual([]);
    expect(await list({ space: "sports-hall-a" })).toEqual([4, 3, 0]);
    expect(await list({ from: "2026-11-11" })).toEqual([4, 3]);
    // 10 November is the last of the first three; 8 September is their first, which `to` leaves out.
    expect(await list({ from: "2026-11-10", to: "2027-01-06" })).toEqual([3, 2, 1, 0]);
    expect(await list({ to: "2026-09-08" })).toEqual([]);
    expect(await list({ hirer: other, space: "sports-hall-a", status: "requested" })).toEqual([3]);
  });

  it("goes on from page to page, whatever is booked meanwhile", async () => {
    const { services, ids, request } = await fiveBookings();
    const first = await listBookings(services, SCHOOL, { limit: 2 });
    services.clock.advance(1);
    await request({ space: "main-hall" });
    const second = await listBookings(services, SCHOOL, { limit: 2, after: first.next ?? "" });
    const third = await listBookings(services, SCHOOL, { limit: 2, after: second.next ?? "" });
    const seen = [first, second, third].flatMap(({ items }) => items.map(({ id }) => id));
    expect(seen).toEqual(ids.toReversed());
    expect(third.next).toBeUndefined();
  });

  it("refuses a cursor that no page gave, and a school that is not there", async () => {
    const { services } = await bookedSchool();
    await expect(
      listBookings(services, SCHOOL, { limit: 2, after: "no cursor" }),
    ).rejects.toMatchObject({ code: "QUERY_INVALID" });
    await expect(listBookings(services, "arall", { limit: 2 })).rejects.toMatchObject({
      code: "SCHOOL_UNKNOWN",
    });
  });
});
