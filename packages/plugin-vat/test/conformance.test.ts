import { testPlugin, type TestHost } from "@neuadd/plugin-kit/testing";
import { describe, expect, it } from "vitest";
import { vat } from "../src/index.ts";

/** A school without prices. */
const tariffs = {
  addTaxSource: () => undefined,
  addTaxState: () => undefined,
  price: async () => undefined,
  cancellation: async () => undefined,
};

testPlugin(() => vat(), { describe, it }, { apis: { tariffs }, hold: decideOnEveryBooking });

/** A decision on each booking, with a note that names whom it was agreed with. */
async function decideOnEveryBooking(host: TestHost): Promise<void> {
  for (const { id, hirer, status } of host.ledger().bookings.values()) {
    if (status !== "cancelled") continue;
    const contact = host.hirers.find((one) => one.id === hirer)?.contact;
    const note = `${contact?.name}, ${contact?.email}`;
    const path = `/schools/${host.school}/bookings/${id}`;
    const { assessment } = (await (await host.request(path, { as: "school" })).json()) as {
      assessment: { number: number };
    };
    const response = await host.request(`${path}/decisions`, {
      method: "POST",
      body: { answer: "standardRated", note, assessment: assessment.number },
      as: "school",
    });
    if (response.status !== 201) throw new Error(await response.text());
  }
}

describe("vat", () => {
  it("refuses options that there are not", () => {
    const given = { rate: 20 } as object as Record<string, never>;
    expect(() => vat(given)).toThrow('vat: "rate" is no option.');
  });
});
