export { calendarFeed, type CalendarFeedOptions } from "./calendar-feed.ts";
