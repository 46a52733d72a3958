import { definePlugin, type Plugin } from "@neuadd/plugin-kit";
import { afterEach, describe, expect, it } from "vitest";
import { importWithout } from "../../../apps/server/test/fixtures/import-without.ts";
import type { TestApi } from "../../../apps/server/test/fixtures/make-api.ts";
import type { TariffsApi } from "../src/index.ts";
import { exampleTariff } from "./example-tariff.ts";
import { approved, AT, cancelDate, issue, openPricedApp } from "./in-server-app.ts";

const SEVEN_DAYS = 7 * 86_400_000;

const open: TestApi[] = [];
afterEach(async () => {
  for (const { services } of open.splice(0)) await services.store.close();
});

async function start(...others: Plugin[]) {
  const app = await openPricedApp(...others);
  open.push(app.api);
  return app;
}

describe("documents that are asked for before the listeners have been told", () => {
  it("charge for a date that was cancelled late, and at the prices of the approval", async () => {
    const world = await start();
    const { api } = world;
    const untold = { ...world, deliver: async () => undefined };
    const { id } = await api.approve(await api.book());
    api.services.clock.advance(1);
    const dearer = structuredClone(exampleTariff.tariff);
    const rates = dearer.rates.map((rate) => ({ ...rate, pencePerHour: 9000 }));
    const body = { validFrom: "2026-05-01", tariff: { ...dearer, rates } };
    expect((await api.call(`POST ${AT}/tariff/versions`, { as: "school", body })).status).toBe(201);
    // Fifteen days before: half of it is due.
    await cancelDate(untold, id, "2026-09-08", "hirer");
    const due = 28_500 - 1500;
    const account = await api.call(`GET ${AT}/bookings/${id}/account`, { as: "hirer" });
    expect([account.at("agreedPence"), account.at("duePence")]).toEqual([28_500, due]);
    expect((await issue(world, id)).at("items")).toMatchObject([{ totalPence: due }]);
    await world.deliver();
    await world.deliverAgain();
    const after = await api.call(`GET ${AT}/bookings/${id}/account`, { as: "hirer" });
    expect(after.json).toEqual(account.json);
    expect((await issue(world, id)).at("items")).toEqual([]);
  });

  it("credit what was cancelled a moment ago", async () => {
    const world = await start();
    const { id } = await approved(world);
    expect((await issue(world, id)).at("items.0.totalPence")).toBe(28_500);
    await cancelDate({ ...world, deliver: async () => undefined }, id, "2026-09-15", "school");
    const credited = await issue(world, id);
    expect(credited.at("items")).toMatchObject([{ kind: "creditNote", totalPence: 3000 }]);
  });

  it("wait for prices of every date, also when nothing else happens at the school", async () => {
    const { api } = await start();
    const tariff = { ...exampleTariff.tariff, currency: "EUR" };
    const enter = (validFrom: string, given: object) =>
      api.call(`POST ${AT}/tariff/versions`, { as: "school", body: { validFrom, tariff: given } });
    await enter("2026-10-01", tariff);
    const { id } = await api.approve(await api.book());
    const refused = await api.call(`POST ${AT}/bookings/${id}/documents`, { as: "school" });
    expect([refused.status, refused.at("code")]).toEqual([409, "tariffs/PRICE_INCOMPLETE"]);
    api.services.clock.advance(1);
    await enter("2026-10-01", exampleTariff.tariff);
    const issued = await api.call(`POST ${AT}/bookings/${id}/documents`, { as: "school" });
    expect(issued.at("items.0.totalPence")).toBe(28_500);
  });
});

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

  it("refuses to page from a number that no document can have, and takes the largest that one can", async () => {
    const { api } = await start();
    const statusAfter = async (after: string, form = "") => {
      const path = `GET ${AT}/documents/invoice${form}?after=${after}`;
      return (await api.call(path, { as: "school" })).status;
    };
    for (const form of ["", "/csv"]) {
      expect(await statusAfter("2147483647", form)).toBe(200);
      for (const after of ["2147483648", "99999999999", "9007199254740991"]) {
        expect([form, after, await statusAfter(after, form)]).toEqual([form, after, 400]);
      }
    }
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

  it("takes what stands on invoices on one line alone", async () => {
    const { api } = await start();
    const { invoicing } = exampleTariff.tariff;
    const answer = await api.call(`POST ${AT}/tariff/versions`, {
      as: "school",
      body: {
        validFrom: "2027-04-01",
        tariff: {
          ...exampleTariff.tariff,
          invoicing: { ...invoicing, payee: "School\nPaid", address: ["Heol \u202Elogsy"] },
        },
      },
    });
    expect(answer.status).toBe(422);
    expect(answer.at("errors")).toMatchObject([
      { pointer: "#/tariff/invoicing/payee", detail: expect.stringContaining("on one line") },
      { pointer: "#/tariff/invoicing/address/0" },
    ]);
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

  it("keeps what was agreed for a space that is gone, and prices what is in another now", async () => {
    const world = await start();
    const { api } = world;
    const { services } = api;
    const { id } = await approved(world);
    services.clock.set(Date.UTC(2026, 8, 16));
    const amend = async (body: object) => {
      const { headers } = await api.call(`GET bookings/${id}`, { as: "school" });
      const answer = await api.call(`POST bookings/${id}/amend`, {
        as: "school",
        headers: { "if-match": headers.get("etag") ?? "" },
        body: { scope: "thisAndFollowing", date: "2026-09-22", ...body },
      });
      expect(answer.status).toBe(200);
    };
    await amend({ space: "main-hall" });
    await importWithout(services, "sports-hall-a");
    await amend({ endTime: "19:00" });
    await world.deliver();
    const account = await api.call(`GET ${AT}/bookings/${id}/account`, { as: "school" });
    expect(account.at("duePence")).toBe(2 * 3000 + 7 * 2000 + 1500);
    expect(account.at("unpriced")).toEqual([]);
  });
});
