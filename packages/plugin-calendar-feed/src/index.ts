export { calendarFeed } from "./calendar-feed.ts";
