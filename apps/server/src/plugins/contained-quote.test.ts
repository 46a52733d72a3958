import type { QuoteLine, QuoteRequest, QuoteSource } from "@neuadd/plugin-kit";
import { describe, expect, it } from "vitest";
import { keptLogger } from "../../test/fixtures/kept-logger.ts";
import { manualSchedule } from "../../test/fixtures/manual-schedule.ts";
import { askForQuote } from "./contained-quote.ts";

const hire: QuoteLine = { label: { cy: "Llogi", en: "Hire" }, amountPence: 2500, currency: "GBP" };
const discount: QuoteLine = { ...hire, amountPence: -500, date: "2026-09-08" };
const request = { school: "brynmawr-foundation" } as QuoteRequest;

function ask(sources: Readonly<Record<string, () => unknown>>) {
  const { logger, lines } = keptLogger();
  const timers = manualSchedule();
  const quote = askForQuote(new Map(Object.entries(sources)) as Map<string, QuoteSource>, request, {
    logger,
    schedule: timers.schedule,
    quoteLimitMs: 2000,
  });
  return { quote, lines, timers };
}

describe("a quote", () => {
  it("joins the lines of all plugins, in order of start", async () => {
    const { quote } = ask({ tariffs: async () => [hire], reductions: () => [discount] });
    expect(await quote).toEqual({ lines: [hire, discount], missing: [] });
  });

  it("is empty without plugins that price", async () => {
    expect(await ask({}).quote).toEqual({ lines: [], missing: [] });
  });

  const faults: Readonly<Record<string, () => unknown>> = {
    throws: () => {
      throw new Error("no tariff");
    },
    rejects: () => Promise.reject(new Error("no tariff")),
    "answers nothing": () => undefined,
    "charges part of a penny": () => [hire, { ...hire, amountPence: 0.5 }],
    "speaks one language": () => [{ ...hire, label: { cy: "", en: "Hire" } }],
    "names no currency": () => [{ ...hire, currency: "£" }],
    "names no date": () => [{ ...hire, date: "8 September" }],
    "answers null in place of a line": () => [null],
  };

  it.each(Object.keys(faults))("leaves out, and names, a plugin that %s", async (name) => {
    const { quote, lines } = ask({ broken: faults[name] ?? (() => []), tariffs: () => [hire] });
    expect(await quote).toEqual({ lines: [hire], missing: ["broken"] });
    expect(lines).toMatchObject([{ plugin: "broken", msg: "A quote source failed" }]);
  });

  it("does not wait for one that hangs", async () => {
    const { quote, timers } = ask({ slow: () => new Promise(() => undefined), fast: () => [hire] });
    await timers.advance(2000);
    expect(await quote).toEqual({ lines: [hire], missing: ["slow"] });
  });

  it("keeps only the fields of the contract", async () => {
    const { quote } = ask({ tariffs: () => [{ ...hire, hirer: "hir_1" }] });
    expect((await quote).lines).toEqual([hire]);
  });
});
