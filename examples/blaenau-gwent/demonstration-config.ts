import { join } from "node:path";
import { quietHours } from "@neuadd/example-custom-plugin";
import { calendarFeed } from "@neuadd/plugin-calendar-feed";
import { email } from "@neuadd/plugin-email";
import { hirerChecks } from "@neuadd/plugin-hirer-checks";
import { openActive } from "@neuadd/plugin-openactive";
import { tariffs } from "@neuadd/plugin-tariffs";
import { vat } from "@neuadd/plugin-vat";
import { webhooks } from "@neuadd/plugin-webhooks";
import { defineConfig } from "@neuadd/server";
import { illustrativePrices } from "./illustrative-prices.ts";
import { postBox } from "./post-box.ts";

/** Programs of whoever tries the demonstration, on its own machine, may be called. */
const LOOPBACK = ["127.0.0.0/8", "::1/128"];

/**
 * What the demonstration differs in from an installation: where its data is, a clock that keeps the README true, the
 * example's plugin, which only concerns spaces with amplification, beside the first-party ones, letters that go no further
 * than its own post box, and rates that no one
 * reaches.
 */
export function demonstrationConfig(dataDirectory: string) {
  const post = postBox();
  return defineConfig({
    store: { sqlite: join(dataDirectory, "neuadd.sqlite") },
    clock: "2026-08-24T08:00:00Z",
    plugins: [
      quietHours(),
      openActive({ pricesFrom: "tariffs" }),
      calendarFeed({ allowAddresses: LOOPBACK }),
      webhooks({ allowAddresses: LOOPBACK }),
      tariffs({ firstTariffs: illustrativePrices }),
      vat(),
      hirerChecks({ remindBy: "email" }),
      post.plugin,
      email({ from: "neuadd@blaenau-gwent.example", transport: post.transport }),
    ],
    // Whoever tries the demonstration shares its machine: load tests and scripts are welcome.
    limits: {
      addressRequestsPerMinute: 10_000_000,
      keyRequestsPerMinute: 10_000_000,
      badKeysPerMinute: 10_000,
    },
    logLevel: "warn",
  });
}
