import { openTestHost, TEST_START } from "@neuadd/plugin-kit/testing";
import { expect, it } from "vitest";
import { quietHours } from "./index.ts";

const DAY_MS = 24 * 3_600_000;

it("forgets readings after four weeks", async () => {
  const host = await openTestHost(quietHours());
  const readings = () => host.api.readings(host.school);
  try {
    const reading = { method: "POST", body: { decibels: 61 }, as: "school" } as const;
    await host.request(`/schools/${host.school}/readings`, reading);
    host.setNow(TEST_START + 27 * DAY_MS);
    await host.runJob("forget-readings");
    expect(await readings()).toBe(1);
    host.setNow(TEST_START + 29 * DAY_MS);
    await host.runJob("forget-readings");
    expect(await readings()).toBe(0);
  } finally {
    await host.close();
  }
});
