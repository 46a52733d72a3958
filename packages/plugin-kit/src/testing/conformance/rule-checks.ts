import type { Denial, SeriesDecision } from "@neuadd/core";
import type { TestRequest } from "../memory-ledger.ts";
import type { TestHost } from "../test-host.ts";
import { must, mustBeBilingual, onHost, type Check } from "./check.ts";
import { usualRequests } from "./school-life.ts";

/** What it says of requests: the same each time, in both languages, without writing anything. */
export function ruleChecks(requests: readonly TestRequest[]): Readonly<Record<string, Check>> {
  const all = [...usualRequests, ...requests].map((request) => frozen(structuredClone(request)));
  return {
    "decides the same from the same facts, and changes nothing": (open) =>
      onHost(open, async (host) => {
        const before = await host.dump();
        for (const request of all) {
          const [once, again] = [await host.preview(request), await host.preview(request)];
          must(
            JSON.stringify(once) === JSON.stringify(again),
            "Rules must answer the same for the same facts.",
          );
        }
        must((await host.dump()) === before, "A preview must not change the tables of the plugin.");
      }),

    "says why in both languages": (open) =>
      onHost(open, async (host) => {
        for (const request of all) {
          for (const { code, message } of ownFindings(host, await host.preview(request))) {
            mustBeBilingual(message, `The message of ${code}`);
          }
        }
      }),

    "decides bookings inside their transaction": (open) =>
      onHost(open, async (host) => {
        const [request] = usualRequests;
        must(request !== undefined, "The suite needs a request.");
        const booking = await host.ledger().request(request);
        await host.ledger().approve(booking.id);
      }),

    "prices in whole minor units, with labels in both languages, without writing": (open) =>
      onHost(open, async (host) => {
        const before = await host.dump();
        for (const request of all) {
          const lines = await host.quote(request);
          for (const { label } of lines) mustBeBilingual(label, `The label "${label.en}"`);
          must(
            JSON.stringify(lines) === JSON.stringify(await host.quote(request)),
            "A quote must be the same for the same decision.",
          );
        }
        must((await host.dump()) === before, "A quote must not change the tables of the plugin.");
      }),
  };
}

function ownFindings(host: TestHost, { occurrences }: SeriesDecision): Denial<string>[] {
  return occurrences
    .flatMap(({ denials, warnings = [] }): readonly Denial<string>[] => [...denials, ...warnings])
    .filter(({ code }) => code.startsWith(`${host.host.id}/`));
}

/** A rule that changes what it is given fails. */
function frozen<Value>(value: Value): Value {
  if (typeof value === "object" && value !== null) {
    for (const inner of Object.values(value)) frozen(inner as unknown);
    Object.freeze(value);
  }
  return value;
}
