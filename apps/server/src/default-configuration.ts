import type { Plugin } from "@neuadd/plugin-kit";
import { calendarFeed } from "@neuadd/plugin-calendar-feed";
import { hirerChecks } from "@neuadd/plugin-hirer-checks";
import { openActive } from "@neuadd/plugin-openactive";
import { tariffs } from "@neuadd/plugin-tariffs";
import { vat } from "@neuadd/plugin-vat";

/**
 * The plugins of an installation whose configuration names none: all that need no address of another
 * service. None denies, charges or publishes anything until a school has it so. `createServer` has none unless told:
 * `createServer({ plugins: [...defaultPlugins(), mine()] })`.
 */
export function defaultPlugins(): Plugin[] {
  return [calendarFeed(), hirerChecks(), openActive({ pricesFrom: "tariffs" }), tariffs(), vat()];
}
