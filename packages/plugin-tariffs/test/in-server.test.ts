import { definePlugin, type Plugin } from "@neuadd/plugin-kit";
import { afterEach, describe, expect, it } from "vitest";
import { makeApi, type TestApi } from "../../../apps/server/test/fixtures/make-api.ts";
import { SCHOOL } from "../../../apps/server/test/fixtures/school-definition.ts";
import { tuesdays } from "../../../apps/server/test/fixtures/tuesdays.ts";
import { toldPlugin } from "../../../apps/server/test/fixtures/told-plugin.ts";
import { tariffs, type TariffsApi } from "../src/index.ts";
import { exampleTariff } from "./example-tariff.ts";

const AT = `/v1/x/tariffs/schools/${SCHOOL}`;
const SEVEN_DAYS = 7 * 86_400_000;

const open: TestApi[] = [];
afterEach(async () => {
  for (const { services } of open.splice(0)) await services.store.close();
});

/** The real app on the engine of this run, with prices from the configuration; listeners are told by hand. */
async function start(...others: Plugin[]) {
  const told = toldPlugin(tariffs({ firstTariffs: { [SCHOOL]: exampleTariff } }));
  const api = await makeApi({ plugins: [told.plugin, ...others] });
  open.push(api);
  const { services } = api;
  return {
    api,
    deliver: () => told.tell(services, SCHOOL),
    deliverAgain: () => told.tellAgain(services, SCHOOL),
  };
}

type World = Awaited<ReturnType<typeof start>>;

/** Ten Tuesdays of which nine are booked, in the whole sports hall for an hour and a half: £30.00 each, and a fee of £15.00. */
async function approved({ api, deliver }: World) {
  const booking = await api.approve(await api.book());
  await deliver();
  return booking;
}

const issue = ({ api }: World, id: string) =>
  api.call(`POST ${AT}/bookings/${id}/documents`, { as: "school" });

async function cancelDate(
  { api, deliver }: World,
  id: string,
  date: string,
  as: "hirer" | "school",
) {
  const before = await api.call(`GET bookings/${id}`, { as });
  const answer = await api.call(`POST bookings/${id}/occurrences/${date}/cancel`, {
    as,
    body: {},
    headers: { "if-match": before.headers.get("etag") ?? "", "idempotency-key": `${id}${date}` },
  });
  expect(answer.text).toContain("cancelled");
  await deliver();
}

describe("tariffs in a server", () => {
  it("shows the price in a preview, a line for each amount, and says it in the language asked for", async () => {
    const { api } = await start();
    const preview = await api.call("POST bookings/preview", {
      as: "hirer",
      headers: { "accept-language": "cy" },
      body: {
        space: "main-hall",
        hirer: api.hirer.id,
        first: "2026-09-08",
        startTime: "19:00",
        endTime: "20:30",
      },
    });
    expect(preview.at("quote.missing")).toEqual([]);
    expect(preview.at("quote.lines")).toMatchObject([
      { amountPence: 3000, date: "2026-09-08" },
      { amountPence: 500, date: "2026-09-08" },
      { label: "Blaendal allweddi", amountPence: 5000 },
    ]);
  });

  it("freezes the price at approval: later prices don't touch it, and an approval told twice neither", async () => {
    const world = await start();
    const { id } = await approved(world);
    const before = await world.api.call(`GET ${AT}/bookings/${id}/account`, { as: "hirer" });
    expect(before.at("duePence")).toBe(9 * 3000 + 1500);
    const dearer = structuredClone(exampleTariff.tariff);
    const rates = dearer.rates.map((rate) => ({ ...rate, pencePerHour: 9000 }));
    const entered = await world.api.call(`POST ${AT}/tariff/versions`, {
      as: "school",
      body: { validFrom: "2026-05-01", tariff: { ...dearer, rates } },
    });
    expect([entered.status, entered.at("number")]).toEqual([201, 1]);
    await world.deliverAgain();
    const after = await world.api.call(`GET ${AT}/bookings/${id}/account`, { as: "hirer" });
    expect(after.json).toEqual(before.json);
    const today = await world.api.call(`GET ${AT}/tariff`);
    expect(today.at("tariff.rates.0.pencePerHour")).toBe(9000);
  });

  it("invoices once, credits what is not due any more, and never rewrites what was issued", async () => {
    const world = await start();
    const { id } = await approved(world);
    const invoiced = await issue(world, id);
    expect(invoiced.at("items.0")).toMatchObject({
      kind: "invoice",
      number: 1,
      totalPence: 28_500,
      payBy: "2026-09-23",
    });
    expect((await issue(world, id)).at("items")).toEqual([]);
    // Fifteen days before: half of it is due.
    await cancelDate(world, id, "2026-09-08", "hirer");
    // What the school cancels costs nothing, however late.
    world.api.services.clock.advance(SEVEN_DAYS);
    await cancelDate(world, id, "2026-09-15", "school");
    const credited = await issue(world, id);
    expect(credited.at("items")).toMatchObject([
      { kind: "creditNote", number: 1, totalPence: 1500 + 3000, corrects: [1] },
    ]);
    const list = await world.api.call(`GET ${AT}/documents/invoice`, { as: "school" });
    expect(list.at("items.0")).toEqual(invoiced.at("items.0"));
  });

  it("numbers without gaps and asks for nothing twice, however many issue at once", async () => {
    const world = await start();
    const bookings = [];
    for (const startTime of ["17:00", "18:30", "20:00"]) {
      const endTime = { "17:00": "18:30", "18:30": "20:00", "20:00": "21:30" }[startTime];
      const asked = await world.api.book({ startTime, ...(endTime && { endTime }) });
      bookings.push(await world.api.approve(asked));
    }
    await world.deliver();
    const answers = await Promise.all(
      [...bookings, ...bookings, ...bookings].map(({ id }) => issue(world, id)),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    const numbers = answers.flatMap((answer) => (answer.at("items.0.number") ?? []) as number);
    expect(numbers.toSorted((one, other) => one - other)).toEqual([1, 2, 3]);
  });

  it("gives an invoice as PDF and a list as CSV, to those who may see them", async () => {
    const world = await start();
    const { id } = await approved(world);
    await issue(world, id);
    const pdf = await world.api.call(`GET ${AT}/documents/invoice/1/pdf`, { as: "hirer" });
    expect([pdf.status, pdf.headers.get("content-type")]).toEqual([200, "application/pdf"]);
    expect(pdf.text.startsWith("%PDF-1.7")).toBe(true);
    const csv = await world.api.call(`GET ${AT}/documents/invoice/csv`, { as: "school" });
    expect(csv.text.split("\r\n")).toHaveLength(1 + 9 + 1 + 1);
    const refused = [
      await world.api.call(`GET ${AT}/documents/invoice/1`, { as: "otherHirer" }),
      await world.api.call(`GET ${AT}/documents/invoice/1/pdf`),
      await world.api.call(`GET ${AT}/documents/invoice`, { as: "hirer" }),
      await world.api.call(`GET ${AT}/documents/invoice/csv`, { as: "otherSchool" }),
      await world.api.call(`GET ${AT}/documents/invoice/2`, { as: "school" }),
      await world.api.call(`GET ${AT}/bookings/${id}/account`, { as: "otherHirer" }),
      await world.api.call(`POST ${AT}/bookings/${id}/documents`, { as: "hirer" }),
    ];
    expect(refused.map(({ status }) => status)).toEqual([404, 401, 403, 403, 404, 404, 403]);
  });

  it("gives all back, the fee too, of a booking that the school cancels; of one that its hirer cancels what the terms say", async () => {
    for (const [as, credit] of [
      ["school", 28_500],
      // By 24 August, 8 and 15 September are less than 28 days ahead: half of each is due, and the fee.
      ["hirer", 28_500 - 2 * 1500 - 1500],
    ] as const) {
      const world = await start();
      const { id } = await approved(world);
      await issue(world, id);
      const before = await world.api.call(`GET bookings/${id}`, { as });
      const cancelled = await world.api.call(`POST bookings/${id}/cancel`, {
        as,
        headers: { "if-match": before.headers.get("etag") ?? "" },
        body: {},
      });
      expect(cancelled.status).toBe(200);
      await world.deliver();
      const credited = await issue(world, id);
      expect(credited.at("items")).toMatchObject([{ kind: "creditNote", totalPence: credit }]);
    }
  });

  it("charges nothing for a date that the school takes for itself", async () => {
    const world = await start();
    const { id } = await approved(world);
    const block = await world.api.call("POST blocks", {
      as: "school",
      headers: { "idempotency-key": "polling" },
      body: { space: "sports-hall", kind: "pollingStation", first: "2026-09-08", displace: true },
    });
    expect(block.status).toBe(201);
    await world.deliver();
    const account = await world.api.call(`GET ${AT}/bookings/${id}/account`, { as: "hirer" });
    expect(account.at("duePence")).toBe(28_500 - 3000);
    expect(account.at("lines.0")).toMatchObject({ release: "displaced", amountPence: 0 });
  });

  it("gives a deposit back by a credit note, once", async () => {
    const world = await start();
    const { recurrence: _once, ...one } = tuesdays(world.api.hirer.id);
    const asked = await world.api.call("POST bookings", {
      as: "hirer",
      headers: { "idempotency-key": "one-evening" },
      body: one,
    });
    const id = String(asked.at("id"));
    await world.api.call(`POST bookings/${id}/approve`, {
      as: "school",
      headers: { "if-match": asked.headers.get("etag") ?? "" },
    });
    await world.deliver();
    const invoiced = await issue(world, id);
    expect(invoiced.at("items.0.totalPence")).toBe(3000 + 5000);
    const path = `POST ${AT}/bookings/${id}/deposit-returns`;
    const answers = [await world.api.call(path, { as: "school" })];
    answers.push(await world.api.call(path, { as: "school" }));
    answers.push(await world.api.call(path, { as: "hirer" }));
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 403]);
    const credited = await issue(world, id);
    expect(credited.at("items")).toMatchObject([{ kind: "creditNote", totalPence: 5000 }]);
    expect((await issue(world, id)).at("items")).toEqual([]);
  });

  it("charges a tax that another plugin says the school has decided on, and gives it back when it has not", async () => {
    let isTaxed = true;
    const tax = { ratePercent: 20, label: { cy: "TAW 20%", en: "VAT 20%" } };
    const levy = definePlugin({
      id: "levy",
      requires: ["tariffs"],
      setup(host) {
        host.plugin<TariffsApi>("tariffs").addTaxSource(async () => (isTaxed ? tax : undefined));
        return {};
      },
    });
    const world = await start(levy);
    const { id } = await approved(world);
    const invoiced = await issue(world, id);
    expect(invoiced.at("items.0")).toMatchObject({ totalPence: 28_500 + 5700 });
    isTaxed = false;
    const credited = await issue(world, id);
    expect(credited.at("items")).toMatchObject([
      { kind: "creditNote", totalPence: 5700, lines: [{ kind: "tax" }] },
    ]);
  });

  it("refuses a tariff that contradicts itself, with every fault", async () => {
    const { api } = await start();
    const [rate] = exampleTariff.tariff.rates;
    const answer = await api.call(`POST ${AT}/tariff/versions`, {
      as: "school",
      body: { validFrom: "2026-13-01", tariff: { currency: "pounds", rates: [rate, rate] } },
    });
    expect([answer.status, answer.at("code")]).toEqual([422, "BODY_INVALID"]);
  });

  it("keeps an amended season's price where nothing moved, and prices new dates by the tariff of now", async () => {
    const world = await start();
    const { id, revision } = await approved(world);
    const answer = await world.api.call(`POST bookings/${id}/amend`, {
      as: "school",
      headers: { "if-match": `"${revision}"`, "idempotency-key": "amend" },
      body: { scope: "this", date: "2026-09-08", startTime: "19:00", endTime: "20:00" },
    });
    expect(answer.status).toBe(200);
    await world.deliver();
    const account = await world.api.call(`GET ${AT}/bookings/${id}/account`, { as: "school" });
    expect(account.at("duePence")).toBe(8 * 3000 + 2000 + 1500);
  });
});
