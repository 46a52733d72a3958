import { describe, expect, it } from "vitest";
import type { LedgerEvent } from "../ledger-event.ts";
import type { DataSubject, PersonalData } from "../personal-data.ts";
import { eraseOnEvent } from "./erase-on-event.ts";

const event = (data: LedgerEvent["data"]): LedgerEvent => ({
  school: "ysgol",
  revision: 7,
  ordinal: 0,
  type: "personal.erased",
  at: 0,
  actor: "system",
  data: { cause: "request", ...data },
});

/** What was erased, and what the plugin's own listener was told of after it. */
function keeper() {
  const told: (DataSubject | LedgerEvent["type"])[] = [];
  const personalData: PersonalData = {
    holds: [],
    export: async () => [],
    erase: async (_context, subject) => void told.push(subject),
  };
  const own = { "personal.erased": ({ type }: LedgerEvent) => void told.push(type) };
  const context = () => ({ tables: () => Object.assign({}), now: 0 });
  return { told, listeners: eraseOnEvent(personalData, own, context) };
}

describe("eraseOnEvent", () => {
  it("erases a hirer, or bookings whose time is over, and then tells the plugin", async () => {
    const { told, listeners } = keeper();
    const bookings = ["bok_1"];
    await listeners["personal.erased"]?.(event({ what: "hirer", hirer: "hir_1", bookings }));
    await listeners["personal.erased"]?.(event({ what: "bookings", bookings }));
    const places = [{ school: "ysgol", booking: "bok_1" }];
    expect(told).toEqual([
      { kind: "hirer", hirer: "hir_1", bookings: places },
      "personal.erased",
      { kind: "bookings", bookings: places },
      "personal.erased",
    ]);
  });

  it("erases nothing of a hirer for one person of it: the ledger does not tell whom", async () => {
    const { told, listeners } = keeper();
    await listeners["personal.erased"]?.(event({ what: "person", hirer: "hir_1", bookings: [] }));
    expect(told).toEqual(["personal.erased"]);
  });
});
