import { openTestHost, type TestHost } from "@neuadd/plugin-kit/testing";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type BillingDocument, tariffs } from "../src/index.ts";
import type { TariffsTables } from "../src/tariffs-tables.ts";

const SCHOOL = "ysgol-y-prawf";
const ISSUED = 250;

let host: TestHost;

beforeEach(async () => {
  host = await openTestHost(tariffs());
  const documents = Array.from({ length: ISSUED }, (_, index) => invoice(index + 1));
  await host.host
    .tables<TariffsTables>()
    .insertInto("tariffs_documents")
    .values(
      documents.map((document) => ({
        school: document.school.id,
        kind: document.kind,
        number: document.number,
        booking: document.booking.id,
        hirer: document.hirer.id,
        issued_at: document.issuedAt,
        document: JSON.stringify(document),
      })),
    )
    .execute();
});

afterEach(() => host.close());

function invoice(number: number): BillingDocument {
  const label = { cy: "Llogi", en: "Hire" };
  return {
    kind: "invoice",
    number,
    school: { id: SCHOOL, name: { cy: "Ysgol y Prawf", en: "Test School" } },
    booking: { id: `bok_${number}`, title: "Badminton" },
    hirer: { id: "hir_clwb", name: "Clwb", language: "cy" },
    issuedAt: Date.UTC(2026, 8, 1),
    issuedOn: "2026-09-01",
    currency: "GBP",
    lines: [{ key: "|hire|hall", kind: "hire", label, amountPence: 3000 }],
    totalPence: 3000,
    corrects: [],
  };
}

async function numbersIn(query = "", kind = "invoice"): Promise<string[]> {
  const path = `/schools/${SCHOOL}/documents/${kind}/csv${query}`;
  const answer = await host.request(path, { as: "school" });
  expect([answer.status, answer.headers.get("content-type")]).toEqual([
    200,
    "text/csv; charset=utf-8",
  ]);
  const [head, ...rows] = (await answer.text()).split("\r\n");
  expect(head).toMatch(/^(\uFEFF)?number,kind,issued_on,/);
  expect(rows.pop()).toBe("");
  return rows.map((row) => row.split(",")[0] ?? "");
}

const named = (first: number, last: number) =>
  Array.from(
    { length: last - first + 1 },
    (_, index) => `INV-${`${first + index}`.padStart(4, "0")}`,
  );

describe("the CSV of a school's documents", () => {
  it("holds every one of them, in order, however many there are", async () => {
    expect(await numbersIn()).toEqual(named(1, ISSUED));
  });

  it("goes on after a number, and has its columns alone where there is nothing after it", async () => {
    expect(await numbersIn("?after=150")).toEqual(named(151, ISSUED));
    expect(await numbersIn(`?after=${ISSUED}`)).toEqual([]);
    expect(await numbersIn("", "creditNote")).toEqual([]);
  });

  it("is written in the language asked for", async () => {
    const path = `/schools/${SCHOOL}/documents/invoice/csv`;
    const answer = await host.request(path, { as: "school", language: "cy" });
    expect((await answer.text()).match(/,Llogi,30\.00,GBP\r\n/g)).toHaveLength(ISSUED);
  });
});
