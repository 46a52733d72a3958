import type { BookingRule, Denial, PlacedDate, SeriesRequest } from "@neuadd/core";
import { describe, expect, it } from "vitest";
import { keptLogger } from "../../test/fixtures/kept-logger.ts";
import { containRule } from "./contained-rule.ts";

const placed = { date: "2026-09-08" } as PlacedDate;
const request = { first: "2026-09-08" } as SeriesRequest;
const tooLoud: Denial = {
  code: "quiet-hours/TOO_LOUD",
  message: { cy: "Rhy uchel.", en: "Too loud." },
  details: { after: "21:00" },
};

function judge(rule: BookingRule, now = 0) {
  const { logger, lines } = keptLogger();
  return { denials: containRule("quiet-hours", rule, logger)(placed, request, now), lines };
}

describe("a contained rule", () => {
  it("passes its arguments and its denials on", () => {
    const seen: unknown[] = [];
    const { denials } = judge((...given) => {
      seen.push(...given);
      return [tooLoud];
    }, 17);
    expect(seen).toEqual([placed, request, 17]);
    expect(denials).toEqual([tooLoud]);
    expect(judge(() => []).denials).toEqual([]);
  });

  const faults: Readonly<Record<string, () => unknown>> = {
    throws: () => {
      throw new Error("no such table");
    },
    "answers nothing": () => undefined,
    "answers a promise": () => Promise.resolve([]),
    "answers a single denial": () => tooLoud,
    "denies with a code of core": () => [{ ...tooLoud, code: "CLOSED" }],
    "denies with a code of another plugin": () => [{ ...tooLoud, code: "vat/NOT_EXEMPT" }],
    "denies with a code of another form": () => [{ ...tooLoud, code: "quiet-hours/too loud" }],
    "forgets the Welsh": () => [{ ...tooLoud, message: { cy: " ", en: "Too loud." } }],
    "forgets the details": () => [{ code: tooLoud.code, message: tooLoud.message }],
  };

  it.each(Object.keys(faults))("denies the date when the plugin's rule %s", (name) => {
    const { denials, lines } = judge(faults[name] as BookingRule);
    expect(denials).toEqual([
      {
        code: "quiet-hours/FAILED",
        message: { cy: expect.stringContaining("Methodd"), en: expect.stringContaining("failed") },
        details: {},
      },
    ]);
    expect(lines).toMatchObject([{ plugin: "quiet-hours", msg: "A booking rule failed" }]);
  });

  it("logs a fault once for all the dates of one decision", () => {
    const { logger, lines } = keptLogger();
    const rule = containRule("quiet-hours", faults["throws"] as BookingRule, logger);
    for (const now of [1000, 1000, 1000, 2000]) rule(placed, request, now);
    expect(lines).toHaveLength(2);
  });
});
