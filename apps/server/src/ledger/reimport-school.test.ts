import type { Bilingual, SeriesChange, SpaceDefinition } from "@neuadd/core";
import { describe, expect, it } from "vitest";
import { bookedSchool, type BookedSchool } from "../../test/fixtures/booked-school.ts";
import { checkLedger } from "../../test/fixtures/check-ledger.ts";
import { SCHOOL, schoolDefinition, START } from "../../test/fixtures/school-definition.ts";
import { amendBooking } from "./amend-booking.ts";
import { approveBooking } from "./approve-booking.ts";
import { createBlock } from "./create-block.ts";
import { importSchool } from "./import-school.ts";
import { previewBooking } from "./preview-booking.ts";
import { readBooking } from "./read-booking.ts";
import type { SchoolDefinition } from "./school-definition.ts";
import { schoolRevision } from "./school-model.ts";

/** The school of the fixtures with its spaces changed. */
function withSpaces(
  change: (spaces: readonly SpaceDefinition[]) => readonly SpaceDefinition[],
): SchoolDefinition {
  const premises = schoolDefinition.premises.map((site) => ({
    ...site,
    spaces: change(site.spaces),
  }));
  return { ...schoolDefinition, premises };
}

function without(...ids: string[]): SchoolDefinition {
  return withSpaces((spaces) => spaces.filter(({ id }) => !ids.includes(id)));
}

/** Both courts of half A gone: the half is a leaf itself. */
const undivided = without("sports-hall-court-1", "sports-hall-court-2");

async function faultsOf({ services }: BookedSchool, definition: SchoolDefinition) {
  const before = await schoolRevision(services, SCHOOL);
  try {
    await importSchool(services, "system", definition);
  } catch (error) {
    expect(await schoolRevision(services, SCHOOL)).toBe(before);
    return (error as { faults: { path: string; message: Bilingual }[] }).faults;
  }
  throw new Error("The import was accepted.");
}

describe("importSchool, of a school with bookings", () => {
  it("moves what a booking holds when its space has other leaves", async () => {
    const { services, approved } = await bookedSchool();
    const booking = await approved();
    const block = { space: "sports-hall-a", kind: "maintenance", first: "2026-09-10" } as const;
    await createBlock(services, SCHOOL, "system", block, { displace: false });
    await importSchool(services, "system", undivided);
    expect(await readBooking(services, SCHOOL, booking.id)).toEqual(booking);
    expect(await checkLedger(services.store)).toEqual([]);
    const whole = { ...booking.request, space: "sports-hall" };
    expect((await previewBooking(services, SCHOOL, whole)).summary.bookable).toBe(0);
    await importSchool(services, "system", schoolDefinition);
    expect(await checkLedger(services.store)).toEqual([]);
  });

  it("leaves what is over as it was", async () => {
    const { services, approved } = await bookedSchool();
    await approved();
    services.clock.set(Date.UTC(2026, 9, 1));
    await importSchool(services, "system", undivided);
    expect(await checkLedger(services.store, { now: services.clock.now() })).toEqual([]);
    const old = await services.store.database
      .selectFrom("claims")
      .select("leaf_id")
      .where("ends_at", "<", services.clock.now())
      .distinct()
      .execute();
    expect(old.map(({ leaf_id }) => leaf_id).toSorted()).toEqual([
      "sports-hall-court-1",
      "sports-hall-court-2",
    ]);
  });

  it("leaves a booking that began in a space that is gone as it is, and able to be changed", async () => {
    const { services, approved } = await bookedSchool();
    const { id, revision } = await approved({ space: "community-room" });
    const change = async (given: SeriesChange, seen: number) => {
      const options = { revision: seen, by: "school" } as const;
      return (await amendBooking(services, SCHOOL, "key:key_s", id, given, options)).booking;
    };
    services.clock.set(Date.UTC(2026, 8, 16));
    const from = { scope: "thisAndFollowing", date: "2026-09-22" } as const;
    const moved = await change({ ...from, space: "sports-hall-b" }, revision);
    await importSchool(services, "system", without("community-room"));
    const later = await change({ ...from, startTime: "18:30" }, moved.revision);
    expect(later.occurrences.slice(0, 4).map((date) => `${date.space} ${date.startTime}`)).toEqual([
      "community-room 18:00",
      "community-room 18:00",
      "sports-hall-b 18:30",
      "sports-hall-b 18:30",
    ]);
    expect(await checkLedger(services.store, { now: services.clock.now() })).toEqual([]);
  });

  it("leaves a request that began in a space that is gone able to be approved", async () => {
    const { services, request } = await bookedSchool();
    const { id, revision } = await request({ space: "community-room" });
    const from = { scope: "thisAndFollowing", date: "2026-09-15", space: "sports-hall-b" } as const;
    const moved = { revision, by: "hirer" } as const;
    const { booking } = await amendBooking(services, SCHOOL, "key:key_h", id, from, moved);
    services.clock.set(Date.UTC(2026, 8, 9));
    await importSchool(services, "system", without("community-room"));
    const approved = await approveBooking(services, SCHOOL, "key:key_s", id, booking);
    expect(approved.occurrences.slice(0, 2)).toMatchObject([
      { space: "community-room", status: "denied", denials: [{ code: "IN_THE_PAST" }] },
      { space: "sports-hall-b", status: "confirmed" },
    ]);
    expect(await checkLedger(services.store, { now: services.clock.now() })).toEqual([]);
  });

  it("refuses to take away a space that is booked, and says by whom and when", async () => {
    const school = await bookedSchool();
    const { id } = await school.approved({ space: "community-room" });
    const faults = await faultsOf(school, without("community-room"));
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({ path: "/premises" });
    expect(faults[0]?.message.en).toContain(`${id} (2026-09-08), ${id} (2026-09-15)`);
  });

  it("refuses to take away a space that is blocked, or that a request waits for without holding it", async () => {
    const { requestsLapseAfterDays: _, ...rest } = schoolDefinition.school;
    const open = { ...schoolDefinition, school: { ...rest, requestsHold: false } };
    const school = await bookedSchool({ schools: [open] });
    await school.request({ space: "community-room" });
    const block = { space: "main-hall", kind: "recall", first: "2026-09-10" } as const;
    await createBlock(school.services, SCHOOL, "system", block, { displace: false });
    const { premises } = without("community-room", "main-hall");
    const faults = await faultsOf(school, { ...open, premises });
    expect(faults.map(({ message }) => message.en.slice(0, 22))).toEqual([
      'Space "main-hall" can\'',
      'Space "community-room"',
    ]);
  });

  it("refuses spaces in which two bookings would be in each other's way", async () => {
    const school = await bookedSchool();
    const one = await school.approved({ space: "sports-hall-court-1" });
    const other = await school.approved({ space: "sports-hall-court-2" });
    const nested = withSpaces((spaces) =>
      spaces.map((space) =>
        space.id === "sports-hall-court-2" ? { ...space, parent: "sports-hall-court-1" } : space,
      ),
    );
    const faults = await faultsOf(school, nested);
    expect(faults).toHaveLength(9);
    expect(faults[0]?.message.en).toContain(one.id);
    expect(faults[0]?.message.en).toContain(other.id);
  });

  it("refuses another zone", async () => {
    const school = await bookedSchool();
    await school.request();
    const faults = await faultsOf(school, {
      ...schoolDefinition,
      school: { ...schoolDefinition.school, zone: "Europe/Dublin" },
    });
    expect(faults.map(({ path }) => path)).toEqual(["/school/zone"]);
  });

  it("lists live dates that a new calendar affects, and changes none of them", async () => {
    const { services, hirer, approved } = await bookedSchool();
    const booking = await approved();
    const [bankHolidays, terms, own] = schoolDefinition.calendar.layers;
    const closure = { first: "2026-09-15", last: "2026-09-15", kind: "closure" } as const;
    const layers = [bankHolidays, terms, { ...own, entries: [...(own?.entries ?? []), closure] }];
    const { affected } = await importSchool(services, "system", {
      ...schoolDefinition,
      calendar: { layers },
    });
    expect(affected).toMatchObject([
      {
        booking: booking.id,
        hirer,
        date: "2026-09-15",
        space: "sports-hall-a",
        status: "confirmed",
        before: { kind: "term" },
        after: { kind: "closure" },
        hours: { before: [{ start: "17:00", end: "22:00" }], after: [] },
      },
    ]);
    expect(await readBooking(services, SCHOOL, booking.id)).toEqual(booking);
  });

  it("lists live dates whose space has other hours, and none of the past", async () => {
    const { services, approved } = await bookedSchool();
    await approved();
    services.clock.set(START + 30 * 86_400_000);
    const hours = [{ dayKinds: ["term"], hours: [{ start: "17:00", end: "19:00" }] }] as const;
    const { affected } = await importSchool(
      services,
      "system",
      withSpaces((spaces) =>
        spaces.map((space) =>
          space.id === "sports-hall" ? { ...space, communityHours: hours } : space,
        ),
      ),
    );
    expect(affected.map(({ date }) => date)).toEqual([
      "2026-09-29",
      "2026-10-06",
      "2026-10-13",
      "2026-10-20",
      "2026-11-03",
      "2026-11-10",
    ]);
  });

  it("keeps a claim's times when the turnaround changes, and uses the new one for new bookings", async () => {
    const { services, approved, request } = await bookedSchool();
    const { id } = await approved({ startTime: "18:00", endTime: "19:00" });
    await importSchool(
      services,
      "system",
      withSpaces((spaces) =>
        spaces.map((space) =>
          space.id === "sports-hall" ? { ...space, terms: { turnaroundMinutes: 30 } } : space,
        ),
      ),
    );
    const next = await request({ startTime: "19:00", endTime: "20:00" });
    expect(next.occurrences.filter(({ status }) => status === "requested")).toHaveLength(9);
    const ends = await services.store.database
      .selectFrom("claims")
      .select(["owner_id", "ends_at"])
      .where("local_date", "=", "2026-09-08")
      .distinct()
      .orderBy("ends_at")
      .execute();
    expect(ends).toEqual([
      { owner_id: id, ends_at: Date.UTC(2026, 8, 8, 18) },
      { owner_id: next.id, ends_at: Date.UTC(2026, 8, 8, 19, 30) },
    ]);
  });
});
