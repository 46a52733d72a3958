import { isProblem, NeuaddProblem, type Booking } from "@neuadd/client";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { SCHOOL } from "./school.ts";
import { gala, tuesdays } from "./season-request.ts";
import { startServer, type StartedServer } from "./start-server.ts";
import { withoutWaiting } from "./without-waiting.ts";

// The client against the real server: here rather than in its own package, which may not import the server.

let started: StartedServer;
beforeEach(async () => {
  started = await startServer();
});
afterEach(() => started.server.close());

const hirer = () => started.client("hirer").bookings;
const keeper = () => started.client("school").bookings;

/** What was thrown. Fails the test when nothing was. */
async function thrownBy(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => expect.unreachable("It was answered."),
    (error: unknown) => error,
  );
}

describe("a season", () => {
  it("is previewed, booked as it was shown, approved by the school, and read", async () => {
    const preview = await hirer().preview(SCHOOL, tuesdays);
    expect(preview.summary).toEqual({ bookable: 9, denied: 0, excluded: 1 });
    const request = { ...tuesdays, expectedDigest: preview.digest };
    const booking = await hirer().book(SCHOOL, request);
    expect(booking).toMatchObject({ status: "requested", hirer: started.hirer, school: SCHOOL });
    const approved = await keeper().approve(booking);
    expect(approved.status).toBe("approved");
    expect(approved.etag).not.toBe(booking.etag);
    expect(await hirer().get(SCHOOL, booking.id)).toEqual(approved);
  });

  it("is asked for in Welsh and in English: sentences differ, codes and digest don't", async () => {
    const [english, welsh] = await Promise.all(
      (["en", "cy"] as const).map((language) =>
        started.client("hirer", { language }).bookings.preview(SCHOOL, tuesdays),
      ),
    );
    expect(welsh?.digest).toBe(english?.digest);
    const excluded = [english, welsh].map(
      (preview) => preview?.occurrences.find(({ verdict }) => verdict === "excluded")?.denials[0],
    );
    expect(excluded[0]?.code).toBe(excluded[1]?.code);
    expect(excluded[0]?.message).not.toBe(excluded[1]?.message);
  });

  it("that can't be had is a typed error with the decision, date by date", async () => {
    await keeper().book(SCHOOL, { ...gala, hirer: started.hirer });
    const request = { ...tuesdays, onClash: { policy: "refuse" } } as const;
    const error = await thrownBy(hirer().book(SCHOOL, request));
    expect(isProblem(error, "SERIES_NOT_BOOKABLE")).toBe(true);
    const decision = isProblem(error, "SERIES_NOT_BOOKABLE") ? error.decision : undefined;
    const denied = decision?.occurrences.filter(({ verdict }) => verdict === "denied");
    expect(denied?.map(({ date }) => date)).toEqual(["2026-09-15"]);
  });

  it("that is no longer as it was shown is not booked", async () => {
    const { digest } = await hirer().preview(SCHOOL, tuesdays);
    await keeper().book(SCHOOL, { ...gala, hirer: started.hirer });
    const request = { ...tuesdays, expectedDigest: digest };
    const error = await thrownBy(hirer().book(SCHOOL, request));
    expect(isProblem(error, "DECISION_CHANGED") && error.decision?.summary).toEqual({
      bookable: 8,
      denied: 1,
      excluded: 1,
    });
  });

  it("with faults is refused with all of them, in the language of the client", async () => {
    const wrong = { ...tuesdays, startTime: "6pm", title: "" };
    const error = await thrownBy(started.client("hirer").bookings.book(SCHOOL, wrong));
    expect(error).toBeInstanceOf(NeuaddProblem);
    const pointers = isProblem(error, "BODY_INVALID") && error.errors.map(({ pointer }) => pointer);
    expect(pointers).toEqual(expect.arrayContaining(["#/startTime", "#/title"]));
  });

  it("is booked once, although the first answer is lost on the way", async () => {
    let isLost = false;
    const { app } = started.server;
    const client = started.client("hirer", {
      async fetch(request) {
        const answer = await app.fetch(request);
        if (isLost) return answer;
        isLost = true;
        throw new TypeError(`The line broke after status ${answer.status}.`);
      },
      ...withoutWaiting(),
    });
    const booking = await client.bookings.book(SCHOOL, tuesdays);
    const all = await hirer().list(SCHOOL).all();
    expect(all.map(({ id }) => id)).toEqual([booking.id]);
  });

  it("is booked once, however often a program starts again with a key of its own", async () => {
    const options = { idempotencyKey: "season-2026" };
    const first = await hirer().book(SCHOOL, tuesdays, options);
    expect(await hirer().book(SCHOOL, tuesdays, options)).toEqual(first);
    const error = await thrownBy(hirer().book(SCHOOL, gala, options));
    expect(isProblem(error, "IDEMPOTENCY_KEY_REUSED")).toBe(true);
  });
});

describe("a booking", () => {
  let booking: Booking;
  beforeEach(async () => {
    booking = await hirer().book(SCHOOL, tuesdays);
  });

  it("that has changed since it was seen is not acted on; the error has the present tag", async () => {
    const changed = await hirer().cancelDate(booking, "2026-09-29");
    const error = await thrownBy(keeper().approve(booking));
    expect(isProblem(error, "REVISION_STALE") && error.etag).toBe(changed.etag);
    expect((await keeper().approve(changed)).status).toBe("approved");
  });

  it("is declined with the school's reason, which the hirer reads", async () => {
    await keeper().decline(booking, { reason: "Arholiadau." });
    const seen = await hirer().get(SCHOOL, booking.id);
    expect([seen.status, seen.reason]).toEqual(["declined", "Arholiadau."]);
  });

  it("is withdrawn by its hirer, and then can't be approved", async () => {
    const withdrawn = await hirer().withdraw(booking);
    const error = await thrownBy(keeper().approve(withdrawn));
    expect(isProblem(error, "TRANSITION_REFUSED")).toBe(true);
  });

  it("is cancelled once it is approved", async () => {
    const approved = await keeper().approve(booking);
    expect((await hirer().cancel(approved, { reason: "Dim digon o bobl." })).status).toBe(
      "cancelled",
    );
  });

  it("loses dates one after the other, by what was read before", async () => {
    await hirer().cancelDate(booking, "2026-09-08");
    const last = await hirer().cancelDate(booking, "2026-09-15");
    const cancelled = last.occurrences.filter(({ status }) => status === "cancelled");
    expect(cancelled.map(({ date }) => date)).toEqual(["2026-09-08", "2026-09-15"]);
  });

  it("is moved by an amendment that was previewed", async () => {
    const change = {
      scope: "thisAndFollowing",
      date: "2026-10-06",
      startTime: "18:30",
      endTime: "20:00",
    } as const;
    const preview = await hirer().previewAmendment(booking, change);
    expect(preview.summary).toMatchObject({ moved: 5, cannotMove: 0 });
    const amended = await hirer().amend(booking, { ...change, expectedDigest: preview.digest });
    expect(amended.amendment.digest).toBe(preview.digest);
    expect(amended.booking.occurrences.at(-1)?.startTime).toBe("18:30");
    expect(await hirer().get(SCHOOL, booking.id)).toEqual(amended.booking);
  });

  it("that can't be moved as wanted stays, and the error says what would become of each date", async () => {
    await keeper().book(SCHOOL, { ...gala, hirer: started.hirer, first: "2026-09-16" });
    const change = { scope: "this", date: "2026-09-15", newDate: "2026-09-16" } as const;
    const error = await thrownBy(hirer().amend(booking, change));
    const classes =
      isProblem(error, "AMENDMENT_NOT_POSSIBLE") &&
      error.amendment.occurrences.map((occurrence) => occurrence.class);
    expect(classes).toContain("cannotMove");
  });

  it("is read again only when it has changed", async () => {
    const seen = await hirer().get(SCHOOL, booking.id);
    expect(await hirer().get(SCHOOL, booking.id, { previous: seen })).toBe(seen);
    const approved = await keeper().approve(seen);
    const later = await hirer().get(SCHOOL, booking.id, { previous: seen });
    expect(later).toEqual(approved);
  });

  it("is followed until the school has answered", async () => {
    const seen: string[] = [];
    for await (const { status } of hirer().follow(booking, { everyMilliseconds: 1 })) {
      seen.push(status);
      if (status !== "requested") break;
      await keeper().approve(booking);
    }
    expect(seen).toEqual(["requested", "approved"]);
  });

  it("of another is not to be found, and what is not one's to do is refused", async () => {
    const unknown = await thrownBy(hirer().get(SCHOOL, "bok_none"));
    expect(isProblem(unknown, "BOOKING_UNKNOWN")).toBe(true);
    const forbidden = await thrownBy(hirer().approve(booking));
    expect(isProblem(forbidden, "FORBIDDEN")).toBe(true);
    const anyone = await thrownBy(started.client("anyone").bookings.get(SCHOOL, booking.id));
    expect(isProblem(anyone, "AUTHENTICATION_REQUIRED")).toBe(true);
  });
});

describe("a list of bookings", () => {
  beforeEach(async () => {
    for (const first of ["2026-09-09", "2026-09-16", "2026-09-23", "2026-09-30", "2026-10-07"]) {
      await hirer().book(SCHOOL, { ...gala, first, title: first });
    }
  });

  it("is gone through from page to page", async () => {
    const titles: string[] = [];
    for await (const { title } of hirer().list(SCHOOL, { pageSize: 2 })) titles.push(title);
    expect(titles.toSorted()).toEqual([
      "2026-09-09",
      "2026-09-16",
      "2026-09-23",
      "2026-09-30",
      "2026-10-07",
    ]);
    const sizes: number[] = [];
    for await (const { items, today } of hirer().list(SCHOOL, { pageSize: 2 }).pages()) {
      sizes.push(items.length);
      expect(today).toBe("2026-08-24");
    }
    expect(sizes).toEqual([2, 2, 1]);
  });

  it("holds what is asked for, each ready to be acted on", async () => {
    const [first] = await keeper().list(SCHOOL, { from: "2026-09-09", to: "2026-09-10" }).all();
    if (first === undefined) expect.unreachable("It is there.");
    await keeper().approve(first);
    const approved = await hirer().list(SCHOOL, { status: "approved" }).all();
    expect(approved.map(({ title }) => title)).toEqual(["2026-09-09"]);
  });
});
