/** iCalendar (RFC 5545) for plugins that tell calendars of bookings: one way to write each thing, whoever writes it. */
export {
  bookingSeries,
  type BookingSeries,
  type SeriesSetting,
  type SeriesStatus,
} from "./icalendar/booking-series.ts";
export { contentLines, parameterValue, textValue } from "./icalendar/content-line.ts";
export { localStamp, timeZoneLines, utcStamp } from "./icalendar/time-zone.ts";
