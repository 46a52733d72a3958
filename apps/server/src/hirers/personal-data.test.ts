import { ERASED_TEXT } from "@neuadd/plugin-kit";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { checkLedger } from "../../test/fixtures/check-ledger.ts";
import { livedInSchool, type LivedInSchool } from "../../test/fixtures/lived-in-school.ts";
import { makeHirer } from "../../test/fixtures/make-hirer.ts";
import { makeServices } from "../../test/fixtures/make-services.ts";
import { SCHOOL } from "../../test/fixtures/school-definition.ts";
import { testKeepers } from "../../test/fixtures/test-keepers.ts";
import { findActor } from "../keys/find-actor.ts";
import { issueKey } from "../keys/issue-key.ts";
import { cancelBooking, withdrawBooking } from "../ledger/end-booking.ts";
import { readAvailability } from "../ledger/availability.ts";
import { readBooking } from "../ledger/read-booking.ts";
import { readEvents } from "../ledger/read-events.ts";
import { readSchool, schoolRevision } from "../ledger/school-model.ts";
import type { Services } from "../services.ts";
import { eraseHirer } from "./erase-hirer.ts";
import { erasePerson } from "./erase-person.ts";
import { expirePersonalData } from "./expire-personal-data.ts";
import { exportHirer } from "./export-hirer.ts";
import { findPerson } from "./find-person.ts";
import { readHirer } from "./read-hirer.ts";
import { DEFAULT_RETENTION, retentionLimits } from "./retention-periods.ts";

/** Somebody has asked for it; no plugin holds anything. */
function asked(services: Services) {
  return { actor: "system", cause: "request", keepers: testKeepers(services) } as const;
}

/** Every text that any table of the server holds. */
async function wholeText({ store }: Services): Promise<string> {
  const tables = [
    "hirers",
    "series",
    "occurrences",
    "blocks",
    "events",
    "api_keys",
    "idempotency_keys",
    "dead_letters",
  ] as const;
  const texts: string[] = [];
  for (const table of tables) {
    const { rows } = await sql`select * from ${sql.table(table)}`.execute(store.database);
    texts.push(JSON.stringify(rows));
  }
  return texts.join("\n");
}

/** Ends what the first club has to come. */
async function endApproved({ services, approved }: LivedInSchool): Promise<void> {
  const { revision } = await readBooking(services, SCHOOL, approved);
  const reason = "Mae Siân wedi symud i ffwrdd";
  await cancelBooking(services, SCHOOL, "key:key_h", approved, { revision, by: "hirer", reason });
}

describe("eraseHirer", () => {
  it("leaves no word of the hirer in any table, and every date of its bookings", async () => {
    const school = await livedInSchool();
    const { services, hirers, approved } = school;
    await endApproved(school);
    const { key } = await issueKey(services, {
      kind: "hirer",
      owner: hirers[0],
      label: "Ffôn Siân",
    });
    await services.store.database
      .insertInto("idempotency_keys")
      .values({
        key_id: "key_of_school",
        idempotency_key: "k",
        fingerprint: "f",
        response: `{"body":"{\\"id\\":\\"${hirers[0]}\\",\\"name\\":\\"Clwb Badminton y Bryn\\"}"}`,
        started_at: 0,
        expires_at: services.clock.now() + 1,
      })
      .execute();
    const before = await readBooking(services, SCHOOL, approved);
    const revision = (await schoolRevision(services, SCHOOL)) ?? 0;

    expect(await eraseHirer(services, hirers[0], asked(services))).toEqual({
      isErased: true,
      schools: 1,
      bookings: 1,
    });
    const text = await wholeText(services);
    const words = ["Clwb Badminton", "clwb@", "Ysgrifennydd", "nos Fawrth", "Siân", "Taith"];
    expect(words.filter((word) => text.includes(word))).toEqual([]);
    expect(text.includes("Côr y Bryn")).toBe(true);

    const after = await readBooking(services, SCHOOL, approved);
    expect(after).toMatchObject({ title: ERASED_TEXT, status: before.status, hirer: hirers[0] });
    expect(after.occurrences.map(({ date, status }) => [date, status])).toEqual(
      before.occurrences.map(({ date, status }) => [date, status]),
    );
    expect(await findActor(services, key)).toBeUndefined();
    expect(await readEvents(services, SCHOOL, revision, 10)).toEqual([
      expect.objectContaining({
        type: "personal.erased",
        actor: "system",
        data: { cause: "request", what: "hirer", hirer: hirers[0], bookings: [approved] },
      }),
    ]);
    expect(await checkLedger(services.store)).toEqual([]);
  });

  it("refuses while bookings are to come, and names them", async () => {
    const { services, hirers, approved, waiting } = await livedInSchool();
    const revision = await schoolRevision(services, SCHOOL);
    expect(await eraseHirer(services, hirers[0], asked(services))).toEqual({
      isErased: false,
      live: [{ school: SCHOOL, booking: approved }],
    });
    expect((await readHirer(services, hirers[0])).name).toBe("Clwb Badminton y Bryn");
    expect(await schoolRevision(services, SCHOOL)).toBe(revision);
    const booking = await readBooking(services, SCHOOL, waiting);
    await withdrawBooking(services, SCHOOL, "key:key_h", waiting, { ...booking, by: "hirer" });
    expect(await eraseHirer(services, hirers[1], asked(services))).toMatchObject({
      isErased: true,
    });
  });

  it("says nothing twice, and goes on where it was interrupted", async () => {
    const school = await livedInSchool();
    const { services, hirers } = school;
    await endApproved(school);
    await eraseHirer(services, hirers[0], asked(services));
    const revision = await schoolRevision(services, SCHOOL);
    expect(await eraseHirer(services, hirers[0], asked(services))).toMatchObject({ bookings: 0 });
    expect(await schoolRevision(services, SCHOOL)).toBe(revision);
    await services.store.database.updateTable("series").set({ title: "Badminton" }).execute();
    expect(await eraseHirer(services, hirers[0], asked(services))).toMatchObject({ bookings: 1 });
  });

  it("knows whom it can't find", async () => {
    const services = await makeServices();
    await expect(eraseHirer(services, "hir_nobody", asked(services))).rejects.toMatchObject({
      code: "HIRER_UNKNOWN",
    });
  });

  it("changes nobody's availability", async () => {
    const school = await livedInSchool();
    const { services, hirers } = school;
    await endApproved(school);
    const free = async () => {
      const state = await readSchool(services, SCHOOL);
      return readAvailability(services, state, ["sports-hall"], "2026-09-01", "2026-11-01");
    };
    const before = await free();
    await eraseHirer(services, hirers[0], asked(services));
    expect(await free()).toEqual(before);
  });
});

describe("erasePerson", () => {
  it("takes a member out of every hirer, whatever the case of the address, and lets bookings run on", async () => {
    const { services, hirers, approved } = await livedInSchool();
    const revision = (await schoolRevision(services, SCHOOL)) ?? 0;
    expect(await findPerson(services, "AELOD@example.org")).toHaveLength(2);
    expect(await erasePerson(services, " Aelod@Example.org", asked(services))).toEqual({
      hirers: [...hirers].toSorted(),
      individuals: [],
    });
    expect(await wholeText(services)).not.toContain("elod@example.org");
    expect(await readHirer(services, hirers[0])).toMatchObject({
      name: "Clwb Badminton y Bryn",
      members: [],
      revision: 2,
    });
    expect((await readBooking(services, SCHOOL, approved)).title).toBe("Badminton nos Fawrth");
    const events = await readEvents(services, SCHOOL, revision, 10);
    expect(events.map(({ type }) => type)).toEqual(["personal.erased", "personal.erased"]);
    expect(JSON.stringify(events)).not.toContain("mem_");
  });

  it("puts in the place of a contact that somebody was erased, and names hirers that are that person", async () => {
    const services = await makeServices();
    const contact = { name: "Siân", email: "sian@example.org", telephone: "01495 000000" };
    const { id } = await makeHirer(services, { category: "individual", name: "Siân", contact });
    expect(await erasePerson(services, "sian@example.org", asked(services))).toEqual({
      hirers: [id],
      individuals: [id],
    });
    expect((await readHirer(services, id)).contact).toEqual({
      name: ERASED_TEXT,
      email: "erased@neuadd.invalid",
    });
  });
});

describe("exportHirer", () => {
  it("gives all that is held of a hirer, and nothing of another", async () => {
    const { services, hirers, approved } = await livedInSchool();
    const { id } = await issueKey(services, { kind: "hirer", owner: hirers[0], label: "Gwefan" });
    await services.store.database
      .updateTable("events")
      .set({ actor: `key:${id}` })
      .where("revision", "=", 2)
      .execute();
    const held = await exportHirer(services, hirers[0], testKeepers(services));
    expect(held).toMatchObject({
      id: hirers[0],
      name: "Clwb Badminton y Bryn",
      contact: { email: "clwb@example.org" },
      members: [{ email: "aelod@example.org" }],
      schools: [SCHOOL],
      bookings: [{ school: SCHOOL, id: approved, title: "Badminton nos Fawrth" }],
      keys: [{ id, label: "Gwefan" }],
      actions: [{ school: SCHOOL, revision: 2, type: "booking.requested" }],
    });
    expect(JSON.stringify(held)).not.toContain("hash");
    expect(JSON.stringify(held)).not.toContain(hirers[1]);
  });
});

describe("retentionLimits", () => {
  it.each([
    ["2026-08-24T08:00:00Z", "2025-08-24T08:00:00.000Z", "2020-04-01T00:00:00.000Z"],
    ["2027-03-31T23:00:00Z", "2026-03-31T23:00:00.000Z", "2020-04-01T00:00:00.000Z"],
    ["2027-04-01T00:00:00Z", "2026-04-01T00:00:00.000Z", "2021-04-01T00:00:00.000Z"],
    ["2028-02-29T12:00:00Z", "2027-02-28T12:00:00.000Z", "2021-04-01T00:00:00.000Z"],
  ])("of a year and six financial years, at %s", (now, enquiries, bookings) => {
    const limits = retentionLimits(DEFAULT_RETENTION, Date.parse(now));
    expect(new Date(limits.enquiriesBefore).toISOString()).toBe(enquiries);
    expect(new Date(limits.bookingsBefore).toISOString()).toBe(bookings);
  });
});

describe("expirePersonalData", () => {
  const nothing = { bookings: 0, hirers: 0, keyLabels: 0, deadLetters: 0, ofPlugins: 0 };

  it("erases nothing whose time has not come", async () => {
    const { services } = await livedInSchool();
    services.clock.set(Date.parse("2027-08-01T00:00:00Z"));
    expect(await expirePersonalData(services, DEFAULT_RETENTION, testKeepers(services))).toEqual(
      nothing,
    );
  });

  it("erases requests that came to nothing after a year, and keeps what was booked", async () => {
    const { services, hirers, declined, approved } = await livedInSchool();
    await services.store.database
      .insertInto("dead_letters")
      .values({
        school_id: SCHOOL,
        listener_id: "mail",
        revision: 2,
        ordinal: 0,
        error: "550 clwb@example.org",
        failed_at: services.clock.now(),
      })
      .execute();
    services.clock.set(Date.parse("2027-09-01T00:00:00Z"));
    expect(await expirePersonalData(services, DEFAULT_RETENTION, testKeepers(services))).toEqual({
      ...nothing,
      bookings: 1,
      deadLetters: 1,
    });
    expect(await readBooking(services, SCHOOL, declined)).toMatchObject({ title: ERASED_TEXT });
    expect((await readBooking(services, SCHOOL, declined)).reason).toBeUndefined();
    expect((await readBooking(services, SCHOOL, approved)).title).toBe("Badminton nos Fawrth");
    expect((await readHirer(services, hirers[1])).name).toBe("Côr y Bryn");
    expect(await expirePersonalData(services, DEFAULT_RETENTION, testKeepers(services))).toEqual(
      nothing,
    );
    expect(await checkLedger(services.store)).toEqual([]);
  });

  it("erases bookings after six financial years and the current one, and then their hirers", async () => {
    const { services, hirers, approved } = await livedInSchool();
    // The last date is in November 2026: the financial year 2026/27, kept to the end of 2032/33.
    services.clock.set(Date.parse("2033-03-31T00:00:00Z"));
    await expirePersonalData(services, DEFAULT_RETENTION, testKeepers(services));
    expect((await readBooking(services, SCHOOL, approved)).title).toBe("Badminton nos Fawrth");
    expect((await readHirer(services, hirers[0])).name).toBe("Clwb Badminton y Bryn");
    services.clock.set(Date.parse("2033-04-01T00:00:00Z"));
    expect(
      await expirePersonalData(services, DEFAULT_RETENTION, testKeepers(services)),
    ).toMatchObject({
      bookings: 1,
      hirers: 1,
    });
    expect((await readHirer(services, hirers[0])).name).toBe(ERASED_TEXT);
  });

  it("erases hirers who never booked, unless they were given a key of late, and labels of old keys", async () => {
    const services = await makeServices();
    const idle = await makeHirer(services);
    const busy = await makeHirer(services, { name: "Côr" });
    const label = "Allwedd Siân";
    await issueKey(services, {
      kind: "school",
      owner: SCHOOL,
      label,
      expiresAt: services.clock.now() + 1,
    });
    services.clock.set(Date.parse("2027-09-01T00:00:00Z"));
    await issueKey(services, { kind: "hirer", owner: busy.id, label: "newydd" });
    expect(await expirePersonalData(services, DEFAULT_RETENTION, testKeepers(services))).toEqual({
      ...nothing,
      hirers: 1,
      keyLabels: 1,
    });
    expect((await readHirer(services, idle.id)).name).toBe(ERASED_TEXT);
    expect((await readHirer(services, busy.id)).name).toBe("Côr");
    expect(await wholeText(services)).not.toContain("Siân");
  });
});
