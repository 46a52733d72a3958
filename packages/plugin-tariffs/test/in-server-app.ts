import { expect } from "vitest";
import type { Plugin } from "@neuadd/plugin-kit";
import { makeApi, type TestApi } from "../../../apps/server/test/fixtures/make-api.ts";
import { SCHOOL } from "../../../apps/server/test/fixtures/school-definition.ts";
import { toldPlugin } from "../../../apps/server/test/fixtures/told-plugin.ts";
import { tuesdays } from "../../../apps/server/test/fixtures/tuesdays.ts";
import { tariffs } from "../src/index.ts";
import { exampleTariff } from "./example-tariff.ts";

export const AT = `/v1/x/tariffs/schools/${SCHOOL}`;

/** The real app on the engine of this run, with prices from the configuration; listeners are told by hand. */
export interface PricedApp {
  readonly api: TestApi;
  readonly deliver: () => Promise<void>;
  readonly deliverAgain: () => Promise<void>;
}

/** Close the store of its services at the end. */
export async function openPricedApp(...others: Plugin[]): Promise<PricedApp> {
  const told = toldPlugin(tariffs({ firstTariffs: { [SCHOOL]: exampleTariff } }));
  const api = await makeApi({ plugins: [told.plugin, ...others] });
  const { services } = api;
  return {
    api,
    deliver: () => told.tell(services, SCHOOL),
    deliverAgain: () => told.tellAgain(services, SCHOOL),
  };
}

/** Ten Tuesdays of which nine are booked, in half the sports hall for an hour and a half: £30.00 each, and a fee of £15.00. */
export async function approved({ api, deliver }: PricedApp) {
  const booking = await api.approve(await api.book());
  await deliver();
  return booking;
}

/** One Tuesday: £30.00, and a deposit of £50.00. Answers the id. */
export async function approvedEvening({ api, deliver }: PricedApp): Promise<string> {
  const { recurrence: _once, ...one } = tuesdays(api.hirer.id);
  const asked = await api.call("POST bookings", {
    as: "hirer",
    headers: { "idempotency-key": "one-evening" },
    body: one,
  });
  const id = String(asked.at("id"));
  await api.call(`POST bookings/${id}/approve`, {
    as: "school",
    headers: { "if-match": asked.headers.get("etag") ?? "" },
  });
  await deliver();
  return id;
}

export const issue = ({ api }: Pick<PricedApp, "api">, id: string) =>
  api.call(`POST ${AT}/bookings/${id}/documents`, { as: "school" });

export async function cancelDate(
  { api, deliver }: Pick<PricedApp, "api" | "deliver">,
  id: string,
  date: string,
  as: "hirer" | "school",
): Promise<void> {
  const before = await api.call(`GET bookings/${id}`, { as });
  const answer = await api.call(`POST bookings/${id}/occurrences/${date}/cancel`, {
    as,
    body: {},
    headers: { "if-match": before.headers.get("etag") ?? "", "idempotency-key": `${id}${date}` },
  });
  expect(answer.text).toContain("cancelled");
  await deliver();
}

/** Cancels all that is left of a booking. */
export async function cancelAll(
  { api, deliver }: Pick<PricedApp, "api" | "deliver">,
  id: string,
  as: "hirer" | "school",
): Promise<void> {
  const before = await api.call(`GET bookings/${id}`, { as });
  const answer = await api.call(`POST bookings/${id}/cancel`, {
    as,
    headers: { "if-match": before.headers.get("etag") ?? "" },
    body: {},
  });
  expect(answer.status).toBe(200);
  await deliver();
}
