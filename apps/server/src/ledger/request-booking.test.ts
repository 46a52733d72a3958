import { describe, expect, it } from "vitest";
import { checkLedger } from "../../test/fixtures/check-ledger.ts";
import { makeHirer } from "../../test/fixtures/make-hirer.ts";
import { makeServices } from "../../test/fixtures/make-services.ts";
import { SCHOOL, schoolLike } from "../../test/fixtures/school-definition.ts";
import { tuesdays } from "../../test/fixtures/tuesdays.ts";
import { knowsHirer } from "../hirers/knows-hirer.ts";
import { previewBooking } from "./preview-booking.ts";
import { readBooking } from "./read-booking.ts";
import { readEvents } from "./read-events.ts";
import { requestBooking } from "./request-booking.ts";
import { schoolRevision } from "./school-model.ts";

async function setUp(options: Parameters<typeof makeServices>[0] = {}) {
  const services = await makeServices(options);
  const hirer = (await makeHirer(services)).id;
  return { services, hirer };
}

describe("requestBooking", () => {
  it("books exactly what the preview showed", async () => {
    const { services, hirer } = await setUp();
    const preview = await previewBooking(services, SCHOOL, tuesdays(hirer));
    expect(await schoolRevision(services, SCHOOL)).toBe(1);
    const { booking, decision } = await requestBooking(
      services,
      SCHOOL,
      "key:key_1",
      tuesdays(hirer, { expectedDigest: preview.digest }),
    );
    expect(decision).toEqual(preview);
    expect(booking).toMatchObject({ school: SCHOOL, hirer, status: "requested", revision: 2 });
    expect(booking.request).not.toHaveProperty("expectedDigest");
    expect(await readBooking(services, SCHOOL, booking.id)).toEqual(booking);
    expect(await checkLedger(services.store)).toEqual([]);
  });

  it("keeps dates that are left out or can't be had, with their reasons in both languages", async () => {
    const { services, hirer } = await setUp();
    const one = { ...tuesdays(hirer), first: "2026-09-15" };
    const { recurrence: _, ...single } = one;
    await requestBooking(services, SCHOOL, "key:key_1", single);
    const { booking } = await requestBooking(services, SCHOOL, "key:key_1", tuesdays(hirer));
    const ofStatus = (status: string) =>
      booking.occurrences.filter((occurrence) => occurrence.status === status);
    expect(ofStatus("denied")).toMatchObject([
      { date: "2026-09-15", denials: [{ code: "OVERLAPS_REQUEST" }] },
    ]);
    expect(ofStatus("excluded")).toMatchObject([
      { date: "2026-10-27", denials: [{ code: "HALF_TERM" }] },
    ]);
    expect(ofStatus("requested")).toHaveLength(8);
    expect(await checkLedger(services.store)).toEqual([]);
  });

  it("tells the ledger ids, dates and codes, and no more", async () => {
    const { services, hirer } = await setUp();
    const { booking } = await requestBooking(services, SCHOOL, "key:key_1", tuesdays(hirer));
    const [event, ...others] = await readEvents(services, SCHOOL, 1, 10);
    expect(others).toEqual([]);
    expect(event).toEqual({
      school: SCHOOL,
      revision: 2,
      ordinal: 0,
      type: "booking.requested",
      at: services.clock.now(),
      actor: "key:key_1",
      data: {
        booking: booking.id,
        hirer,
        space: "sports-hall-a",
        dates: booking.occurrences
          .filter(({ status }) => status === "requested")
          .map(({ date }) => date),
      },
    });
    expect(services.announced).toEqual([SCHOOL]);
  });

  it("makes the school know the hirer", async () => {
    const { services, hirer } = await setUp();
    expect(await knowsHirer(services, SCHOOL, hirer)).toBe(false);
    await requestBooking(services, SCHOOL, "key:key_1", tuesdays(hirer));
    expect(await knowsHirer(services, SCHOOL, hirer)).toBe(true);
  });

  it("answers with the new decision, and writes nothing, when it is not the one that was shown", async () => {
    const { services, hirer } = await setUp();
    const shown = await previewBooking(services, SCHOOL, tuesdays(hirer));
    await requestBooking(services, SCHOOL, "key:key_1", tuesdays(hirer));
    const late = tuesdays(hirer, { expectedDigest: shown.digest });
    const now = await previewBooking(services, SCHOOL, late);
    await expect(requestBooking(services, SCHOOL, "key:key_1", late)).rejects.toMatchObject({
      code: "DECISION_CHANGED",
      extensions: { decision: now },
    });
    expect(await schoolRevision(services, SCHOOL)).toBe(2);
    expect(services.announced).toHaveLength(1);
  });

  it("refuses a series that its policy does not accept, with the decision", async () => {
    const { services, hirer } = await setUp();
    await requestBooking(services, SCHOOL, "key:key_1", tuesdays(hirer));
    const { onClash: _, ...refusing } = tuesdays(hirer, { space: "sports-hall-court-1" });
    await expect(requestBooking(services, SCHOOL, "key:key_1", refusing)).rejects.toMatchObject({
      code: "SERIES_NOT_BOOKABLE",
      extensions: { decision: { accepted: false, summary: { bookable: 0, denied: 9 } } },
    });
    expect(await checkLedger(services.store)).toEqual([]);
  });

  it("keeps a whole and its parts from each other, and never two halves", async () => {
    const { services, hirer } = await setUp();
    await requestBooking(services, SCHOOL, "key:key_1", tuesdays(hirer));
    const summaryOf = async (space: string) =>
      (await previewBooking(services, SCHOOL, tuesdays(hirer, { space }))).summary;
    expect(await summaryOf("sports-hall")).toMatchObject({ bookable: 0, denied: 9 });
    expect(await summaryOf("sports-hall-court-2")).toMatchObject({ bookable: 0, denied: 9 });
    expect(await summaryOf("sports-hall-b")).toMatchObject({ bookable: 9, denied: 0 });
    expect(await summaryOf("sports-hall-court-3")).toMatchObject({ bookable: 9, denied: 0 });
  });

  it("moves a denied date to another space, and claims it there", async () => {
    const { services, hirer } = await setUp();
    const { recurrence: _, ...first } = tuesdays(hirer);
    await requestBooking(services, SCHOOL, "key:key_1", first);
    const { booking } = await requestBooking(
      services,
      SCHOOL,
      "key:key_1",
      tuesdays(hirer, { onClash: { policy: "otherSpace" } }),
    );
    expect(booking.occurrences.map(({ space }) => space).slice(0, 2)).toEqual([
      "sports-hall-b",
      "sports-hall-a",
    ]);
    expect(await checkLedger(services.store)).toEqual([]);
  });

  it("adds a date at the end for each that can't be had, past the dates asked for", async () => {
    const { services, hirer } = await setUp();
    const { recurrence: _, ...taken } = tuesdays(hirer, { first: "2026-11-17" });
    await requestBooking(services, SCHOOL, "key:key_1", taken);
    const { recurrence: __, ...early } = tuesdays(hirer);
    await requestBooking(services, SCHOOL, "key:key_1", early);
    const { booking } = await requestBooking(
      services,
      SCHOOL,
      "key:key_1",
      tuesdays(hirer, { onClash: { policy: "append" } }),
    );
    // 10 November is the last date asked for; 17 November is taken.
    expect(booking.occurrences.at(-1)).toMatchObject({ date: "2026-11-24", status: "requested" });
    expect(await checkLedger(services.store)).toEqual([]);
  });

  it("holds nothing while it waits, where the school has it so", async () => {
    const { services, hirer } = await setUp({
      schools: [schoolLike(SCHOOL, { requestsHold: false })],
    });
    await requestBooking(services, SCHOOL, "key:key_1", tuesdays(hirer));
    const second = await previewBooking(services, SCHOOL, tuesdays(hirer));
    expect(second.summary).toMatchObject({ bookable: 9, denied: 0 });
    expect(await services.store.database.selectFrom("claims").selectAll().execute()).toEqual([]);
    expect(await checkLedger(services.store)).toEqual([]);
  });

  it.each([
    ["a school that is not there", {}, "ysgol-arall", "SCHOOL_UNKNOWN"],
    ["a space that is not there", { space: "cellar" }, SCHOOL, "SPACE_UNKNOWN"],
    ["a hirer that is not there", { hirer: "hir_nobody" }, SCHOOL, "HIRER_UNKNOWN"],
    ["an end before its start", { endTime: "17:00" }, SCHOOL, "REQUEST_INVALID"],
  ])("refuses %s, and writes nothing", async (_, change, school, code) => {
    const { services, hirer } = await setUp();
    await expect(
      requestBooking(services, school, "key:key_1", tuesdays(hirer, change)),
    ).rejects.toMatchObject({ code });
    expect(await schoolRevision(services, SCHOOL)).toBe(1);
    expect(await services.store.database.selectFrom("series").selectAll().execute()).toEqual([]);
  });
});
