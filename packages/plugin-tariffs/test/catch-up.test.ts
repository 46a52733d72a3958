import { openTestHost, TEST_START, type TestHost } from "@neuadd/plugin-kit/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tariffs, type TariffsApi } from "../src/index.ts";
import { exampleTariff } from "./example-tariff.ts";

const DAY_MS = 86_400_000;
const BOOKING = "bok_0001";
const AT = "/schools/ysgol-y-prawf";
const TUESDAYS = ["2026-09-08", "2026-09-15", "2026-09-22", "2026-09-29"];

type Step =
  | { readonly what: "cancelDate"; readonly date: string; readonly by: "hirer" | "school" }
  | { readonly what: "move"; readonly date: string }
  | { readonly what: "block"; readonly date: string }
  | { readonly what: "cancel"; readonly by: "hirer" | "school" };

const date = fc.constantFrom(...TUESDAYS);
const by = fc.constantFrom("hirer" as const, "school" as const);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ what: fc.constant("cancelDate" as const), date, by }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant("move" as const), date }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant("block" as const), date }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant("cancel" as const), by }) },
);

/** A season that is approved, and then lived through; `look` may do what it likes after each step. */
async function live(steps: readonly Step[], look: (host: Host, step: number) => Promise<void>) {
  const host = await openTestHost(tariffs({ firstTariffs: { "ysgol-y-prawf": exampleTariff } }));
  const ledger = host.ledger();
  await ledger.request({
    hirer: "hir_clwb",
    title: "Badminton",
    activity: "badminton",
    space: "main-hall",
    first: "2026-09-08",
    startTime: "18:00",
    endTime: "19:30",
    recurrence: { rule: "FREQ=WEEKLY", count: TUESDAYS.length },
  });
  await ledger.approve(BOOKING);
  await look(host, 0);
  const moved = new Set<string>();
  for (const [index, one] of steps.entries()) {
    host.setNow(TEST_START + (index + 1) * DAY_MS);
    await take(host, one, moved);
    await look(host, index + 1);
  }
  await host.deliver();
  await issue(host);
  const account = await host.api.account("ysgol-y-prawf", BOOKING);
  const asked = await askedFor(host);
  await host.close();
  return { account, asked };
}

type Host = TestHost<TariffsApi>;

async function take(host: Host, one: Step, moved: Set<string>): Promise<void> {
  const book = host.ledger();
  const booking = book.bookings.get(BOOKING);
  const isLive = (day: string) =>
    booking?.occurrences.some((each) => each.date === day && each.status === "confirmed") === true;
  if (one.what === "cancel") {
    if (booking?.status === "approved") book.cancel(BOOKING, one.by);
  } else if (!isLive(one.date)) {
    return;
  } else if (one.what === "cancelDate") {
    book.cancelOccurrence(BOOKING, one.date, one.by);
  } else if (one.what === "block") {
    book.block({ space: "main-hall", kind: "schoolUse", first: one.date });
  } else if (!moved.has(one.date)) {
    moved.add(one.date);
    // To the day after; a date of another length is priced anew.
    const newDate = one.date.replace(/\d\d$/, (day) => String(Number(day) + 1).padStart(2, "0"));
    const change = { newDate, startTime: "18:00", endTime: "20:00" };
    await book.amend(BOOKING, { scope: "this", date: one.date, ...change });
  }
}

async function issue(host: Host): Promise<void> {
  const answer = await host.request(`${AT}/bookings/${BOOKING}/documents`, {
    method: "POST",
    as: "school",
  });
  expect(answer.status).toBe(200);
}

/** What all documents ask for, less what they give back. */
async function askedFor(host: Host): Promise<number> {
  let pence = 0;
  for (const kind of ["invoice", "creditNote"]) {
    const answer = await host.request(`${AT}/documents/${kind}`, { as: "school" });
    const { items } = (await answer.json()) as { items: { totalPence: number }[] };
    for (const { totalPence } of items) pence += kind === "invoice" ? totalPence : -totalPence;
  }
  return pence;
}

describe("what is due and what is asked for", () => {
  it("come to the same whenever the listeners are told and documents are asked for", async () => {
    const looks = fc.array(fc.constantFrom("nothing", "deliver", "issue", "deliverAgain"), {
      minLength: 7,
      maxLength: 7,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 6 }), looks, async (steps, plan) => {
        const usual = await live(steps, (host) => host.deliver());
        const other = await live(steps, async (host, index) => {
          const what = plan[index] ?? "nothing";
          if (what === "issue") await issue(host);
          else if (what !== "nothing") await host[what as "deliver"]();
        });
        const lines = ({ account }: typeof usual) =>
          account?.lines.map(({ key, agreedPence, amountPence }) => [
            key,
            agreedPence,
            amountPence,
          ]);
        expect(lines(other)).toEqual(lines(usual));
        expect(other.asked).toBe(usual.asked);
        expect(usual.asked).toBe(usual.account?.duePence);
      }),
      { numRuns: 40 },
    );
  });
});
