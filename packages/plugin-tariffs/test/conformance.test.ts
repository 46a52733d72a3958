import { testPlugin, type TestHost } from "@neuadd/plugin-kit/testing";
import { describe, expect, it } from "vitest";
import { tariffs } from "../src/index.ts";
import { exampleTariff } from "./example-tariff.ts";

testPlugin(
  () => tariffs({ firstTariffs: { "ysgol-y-prawf": exampleTariff } }),
  { describe, it },
  { hold: invoiceEveryone },
);

/** An invoice to each hirer, with its name and the title of what it has booked. */
async function invoiceEveryone(host: TestHost): Promise<void> {
  const ledger = host.ledger();
  for (const [index, { id: hirer, name }] of host.hirers.entries()) {
    const { id } = await ledger.request({
      hirer,
      title: `Noson ${name}`,
      activity: "meeting",
      space: "community-room",
      first: `2026-10-${12 + index}`,
      startTime: "18:00",
      endTime: "19:00",
    });
    await ledger.approve(id);
    const issue = `/schools/${host.school}/bookings/${id}/documents`;
    const response = await host.request(issue, { method: "POST", as: "school" });
    if (response.status !== 200) throw new Error(await response.text());
    ledger.cancel(id, "school");
  }
}

describe("tariffs", () => {
  it("refuses options that there are not", () => {
    const mistyped: object = { firstTariff: {} };
    expect(() => tariffs(mistyped)).toThrow('tariffs: "firstTariff" is no option.');
  });
});
