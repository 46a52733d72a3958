import { definePlugin, type PersonalData } from "@neuadd/plugin-kit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeApi, type TestApi } from "./fixtures/make-api.ts";

const reason = { cy: "Rhaid eu cadw.", en: "They have to be kept." };

/** Holds an invoice for whoever is asked about, and never erases it. */
const personalData: PersonalData = {
  holds: [
    {
      table: "invoices_issued",
      what: { cy: "Anfonebau.", en: "Invoices." },
      kept: { reason, financialYears: 6 },
    },
  ],
  export: async (_context, subject) =>
    subject.kind === "hirer"
      ? [{ table: "invoices_issued", record: { to: subject.hirer, number: 1 } }]
      : [],
  erase: async () => undefined,
};

let api: TestApi;

beforeAll(async () => {
  const invoices = definePlugin({ id: "invoices", personalData, setup: () => ({}) });
  api = await makeApi({ plugins: [invoices] });
});
afterAll(() => api.services.store.close());

describe("all that is held of a hirer", () => {
  it("is given out to the hirer itself, with what plugins hold, and kept by no cache", async () => {
    const booking = await api.book();
    const path = `/v1/hirers/${api.hirer.id}/export`;
    const answer = await api.call(`GET ${path}`, { as: "hirer" });
    expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, "no-store"]);
    expect(answer.json).toMatchObject({
      id: api.hirer.id,
      name: api.hirer.name,
      contact: api.hirer.contact,
      bookings: [{ id: booking.id, title: booking.title }],
      keys: [{ kind: "hirer", label: "hirer" }],
      plugins: {
        invoices: [{ table: "invoices_issued", record: { to: api.hirer.id, number: 1 } }],
      },
    });
    expect(answer.text).not.toContain(api.otherHirer.id);
    for (const as of ["otherHirer", "school", "otherSchool", "authority"] as const) {
      expect([403, 404]).toContain((await api.call(`GET ${path}`, { as })).status);
    }
  });

  it("is not erased while bookings are to come, and says which", async () => {
    const path = `POST /v1/hirers/${api.hirer.id}/erase`;
    const answer = await api.call(path, { as: "operator" });
    expect([answer.status, answer.at("code")]).toEqual([409, "TRANSITION_REFUSED"]);
    expect(answer.at("live.0.booking")).toMatch(/^bok_/);
    expect((await api.call(path, { as: "hirer" })).status).toBe(403);
  });

  it("is erased for the operator, who is told in its language what has to be kept", async () => {
    const { id } = api.otherHirer;
    const path = `POST /v1/hirers/${id}/erase`;
    const headers = { "accept-language": "cy" };
    const answer = await api.call(path, { as: "operator", headers });
    expect([answer.status, answer.json]).toEqual([
      200,
      {
        schools: 0,
        bookings: 0,
        kept: [
          {
            plugin: "invoices",
            table: "invoices_issued",
            count: 1,
            what: "Anfonebau.",
            reason: reason.cy,
            financialYears: 6,
          },
        ],
      },
    ]);
    expect((await api.call(path, { as: "operator" })).status).toBe(200);
    const read = await api.call(`GET /v1/hirers/${id}`, { as: "operator" });
    expect(read.at("name")).not.toContain("Côr");
    expect((await api.call(`GET /v1/hirers/${id}`, { as: "otherHirer" })).status).toBe(401);
  });
});
