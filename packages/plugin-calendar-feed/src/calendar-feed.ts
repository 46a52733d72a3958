import { OpenAPIHono } from "@hono/zod-openapi";
import { definePlugin, type PluginEnvironment, type PluginParts } from "@neuadd/plugin-kit";
import { calendarFeedMigrations, type CalendarFeedTables } from "./calendar-feed-tables.ts";
import { calendarsPage } from "./calendars-page.ts";
import { addFeedRoutes } from "./feed/feed-routes.ts";
import { addLinkRoutes } from "./feed/link-routes.ts";

/**
 * Calendars (RFC 5545): when each space is busy, for anyone; everything of a school, and a hirer's own bookings, by secret
 * links.
 *
 * @example
 * ```ts
 * import { calendarFeed } from "@neuadd/plugin-calendar-feed";
 *
 * calendarFeed().id; //=> "calendar-feed"
 * ```
 */
export function calendarFeed() {
  return definePlugin({
    id: "calendar-feed",
    migrations: calendarFeedMigrations,
    setup(host): PluginParts {
      const parts = { host, tables: host.tables<CalendarFeedTables>() };
      const routes = new OpenAPIHono<PluginEnvironment>();
      addFeedRoutes(routes, parts);
      addLinkRoutes(routes, parts);
      return { routes, pages: [calendarsPage(host)] };
    },
  });
}
