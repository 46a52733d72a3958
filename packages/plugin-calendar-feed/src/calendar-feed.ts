import { OpenAPIHono } from "@hono/zod-openapi";
import {
  definePlugin,
  type PluginEnvironment,
  type PluginParts,
  refuseUnknownOptions,
} from "@neuadd/plugin-kit";
import { addressBlocks } from "@neuadd/plugin-kit/host";
import { calendarFeedMigrations, type CalendarFeedTables } from "./calendar-feed-tables.ts";
import { calendarsPage } from "./calendars-page.ts";
import { addFeedRoutes } from "./feed/feed-routes.ts";
import { linkPersonalData } from "./feed/link-personal-data.ts";
import { addLinkRoutes } from "./feed/link-routes.ts";
import { refreshAll } from "./import/refresh-all.ts";
import { addSubscriptionRoutes } from "./import/subscription-routes.ts";
import { subscriptionsPage } from "./import/subscriptions-page.ts";

export interface CalendarFeedOptions {
  /**
   * Blocks of addresses, such as `127.0.0.0/8`, where outside calendars may lie though they are not of the
   * public internet; plain `http:` may be used to them alone. Default: none.
   */
  readonly allowAddresses?: readonly string[];
  /** How long outside calendars stand before they are read again. Default 60. */
  readonly refreshMinutes?: number;
}

/**
 * Calendars (RFC 5545): when each space is busy, for anyone; everything of a school, and a hirer's own bookings, by secret
 * links; and outside calendars whose events block a space.
 *
 * Throws a RangeError for an option that can't be, or that there is not.
 *
 * @example
 * ```ts
 * import { calendarFeed } from "@neuadd/plugin-calendar-feed";
 *
 * calendarFeed().id; //=> "calendar-feed"
 * ```
 */
export function calendarFeed(options: CalendarFeedOptions = {}) {
  const { allowAddresses = [], refreshMinutes = 60 } = options;
  refuseUnknownOptions("calendarFeed", options, { allowAddresses: true, refreshMinutes: true });
  addressBlocks(allowAddresses);
  if (!(refreshMinutes >= 1)) {
    throw new RangeError(`calendarFeed: refreshMinutes is ${refreshMinutes}; at least 1.`);
  }
  return definePlugin({
    id: "calendar-feed",
    migrations: calendarFeedMigrations,
    personalData: linkPersonalData,
    setup(host): PluginParts {
      const parts = { host, tables: host.tables<CalendarFeedTables>(), allowAddresses };
      const routes = new OpenAPIHono<PluginEnvironment>();
      addFeedRoutes(routes, parts);
      addLinkRoutes(routes, parts);
      addSubscriptionRoutes(routes, parts);
      return {
        routes,
        pages: [calendarsPage(host), subscriptionsPage(parts)],
        jobs: [
          {
            id: "refresh",
            everyMinutes: refreshMinutes,
            async run() {
              await refreshAll(parts);
            },
          },
        ],
      };
    },
  });
}
