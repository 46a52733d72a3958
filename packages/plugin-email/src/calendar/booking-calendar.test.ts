import { addDays, toInstant } from "@neuadd/core";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { makeBooking, ZONE } from "../../test/make-booking.ts";
import { bookingCalendar, type CalendarSetting } from "./booking-calendar.ts";

const setting: CalendarSetting = {
  now: Date.UTC(2026, 7, 24, 8),
  zone: ZONE,
  domain: "neuadd.test",
  school: "Ysgol y Prawf",
  spaceName: (space) => `Lle ${space}`,
  organizer: "lettings@school.example",
  attendee: { name: 'Clwb "Y Bêl"', email: "clwb@clwb.example" },
};
const TUESDAYS = ["2026-10-13", "2026-10-20", "2026-11-03", "2026-11-10"];

function parsed(text: string | undefined): ICAL.Component {
  const calendar = ICAL.Component.fromString(text ?? "");
  for (const zone of calendar.getAllSubcomponents("vtimezone")) {
    ICAL.TimezoneService.register(
      new ICAL.Timezone(zone),
      String(zone.getFirstPropertyValue("tzid")),
    );
  }
  return calendar;
}

/** Start instants of all occurrences, with place, as ical.js reads them. */
function readBack(text: string | undefined): [number, string][] {
  const events = parsed(text)
    .getAllSubcomponents("vevent")
    .map((component) => new ICAL.Event(component));
  const [main] = events;
  if (main === undefined) return [];
  for (const exception of events.slice(1)) main.relateException(exception);
  const found: [number, string][] = [];
  const iterator = main.iterator();
  for (let next = iterator.next(); next; next = iterator.next()) {
    const { item, startDate } = main.getOccurrenceDetails(next);
    found.push([startDate.toJSDate().getTime(), String(item.location)]);
  }
  return found;
}

describe("bookingCalendar", () => {
  it("gives a season as one event that keeps 18:00 over the clock change, without half term", () => {
    const calendar = bookingCalendar(makeBooking(TUESDAYS.map((date) => ({ date }))), setting);
    expect(calendar?.method).toBe("REQUEST");
    expect(readBack(calendar?.text)).toEqual(
      TUESDAYS.map((date) => [toInstant(date, "18:00", ZONE), "Lle main-hall, Ysgol y Prawf"]),
    );
    const event = parsed(calendar?.text).getFirstSubcomponent("vevent");
    expect(parsed(calendar?.text).getFirstPropertyValue("method")).toBe("REQUEST");
    expect(event?.getFirstPropertyValue("uid")).toBe("bok_0001@neuadd.test");
    expect(event?.getFirstPropertyValue("sequence")).toBe(7);
    expect(event?.getFirstPropertyValue("summary")).toBe("Badminton; hwyl, iechyd\\a ŵyl");
    expect(event?.getFirstProperty("attendee")?.getFirstParameter("cn")).toBe('Clwb "Y Bêl"');
    expect(event?.getFirstProperty("organizer")?.getFirstValue()).toBe(
      "mailto:lettings@school.example",
    );
  });

  it("makes a date at another time or place an exception of its own", () => {
    const moved = makeBooking([
      { date: "2026-10-13" },
      { date: "2026-10-20", startTime: "19:00", endTime: "20:30" },
      { date: "2026-10-27" },
      { date: "2026-11-03", space: "community-room" },
      { date: "2026-11-10" },
    ]);
    expect(readBack(bookingCalendar(moved, setting)?.text)).toEqual([
      [toInstant("2026-10-13", "18:00", ZONE), "Lle main-hall, Ysgol y Prawf"],
      [toInstant("2026-10-20", "19:00", ZONE), "Lle main-hall, Ysgol y Prawf"],
      [toInstant("2026-10-27", "18:00", ZONE), "Lle main-hall, Ysgol y Prawf"],
      [toInstant("2026-11-03", "18:00", ZONE), "Lle community-room, Ysgol y Prawf"],
      [toInstant("2026-11-10", "18:00", ZONE), "Lle main-hall, Ysgol y Prawf"],
    ]);
  });

  it("leaves out what is no longer to be, with the same UID and a later SEQUENCE", () => {
    const dates = TUESDAYS.map((date, index) => ({
      date,
      status: index === 1 ? ("displaced" as const) : ("confirmed" as const),
    }));
    const calendar = bookingCalendar(makeBooking(dates, { revision: 9 }), setting);
    expect(readBack(calendar?.text).map(([start]) => start)).toEqual(
      [TUESDAYS[0], TUESDAYS[2], TUESDAYS[3]].map((date) => toInstant(date ?? "", "18:00", ZONE)),
    );
    expect(calendar?.text).toContain("SEQUENCE:9\r\n");
  });

  it("cancels the event once no date is left, and is silent on what was never approved", () => {
    const dates = TUESDAYS.map((date) => ({ date, status: "cancelled" as const }));
    const cancelled = bookingCalendar(makeBooking(dates, { status: "cancelled" }), setting);
    expect(cancelled?.method).toBe("CANCEL");
    const event = parsed(cancelled?.text).getFirstSubcomponent("vevent");
    expect(event?.getFirstPropertyValue("status")).toBe("CANCELLED");
    expect(event?.getFirstPropertyValue("uid")).toBe("bok_0001@neuadd.test");
    expect(bookingCalendar(makeBooking(dates, { status: "requested" }), setting)).toBeUndefined();
    expect(bookingCalendar(makeBooking(dates, { status: "declined" }), setting)).toBeUndefined();
  });

  it("ends a booking up to 24:00 at the midnight after", () => {
    const late = makeBooking([{ date: "2026-12-31", endTime: "24:00" }]);
    expect(bookingCalendar(late, setting)?.text).toContain(
      "DTEND;TZID=Europe/London:20270101T000000\r\n",
    );
  });

  it("describes the clocks of any other zone for as long as the booking lasts", () => {
    const zone = "America/New_York";
    const dates = Array.from({ length: 30 }, (_, week) => addDays("2026-09-08", 7 * week));
    const booking = makeBooking(dates.map((date) => ({ date, zone })));
    const calendar = bookingCalendar(booking, { ...setting, zone });
    expect(readBack(calendar?.text).map(([start]) => start)).toEqual(
      dates.map((date) => toInstant(date, "18:00", zone)),
    );
  });
});
