import type { BookingRecord } from "../../src/ledger/booking-record.ts";
import type { ModelBooking, ModelDate, ModelSchool } from "./model-school.ts";
import { expectSame } from "./simulated-command.ts";

/** Compares an answer with the booking that the model has made of it, and notes the school's new revision. */
export function takeRecord(
  school: ModelSchool,
  booking: ModelBooking,
  record: BookingRecord,
  status: ModelBooking["status"],
): void {
  expectSame(`status of ${record.id}`, record.status, status);
  expectSame(`dates of ${record.id}`, recordedDates(record), modelDates(booking));
  school.revision += 1;
  expectSame("revision", record.revision, school.revision);
  booking.status = status;
  booking.revision = record.revision;
}

function recordedDates({ occurrences }: BookingRecord): ModelDate[] {
  return occurrences.map(({ date, space, startTime, endTime, status }) => ({
    date,
    space,
    startTime,
    endTime,
    status: status as ModelDate["status"],
  }));
}

function modelDates({ dates }: ModelBooking): ModelDate[] {
  return [...dates.values()]
    .toSorted((one, other) => (one.date < other.date ? -1 : 1))
    .map(({ date, space, startTime, endTime, status }) => ({
      date,
      space,
      startTime,
      endTime,
      status,
    }));
}
