import { afterEach, describe, expect, it } from "vitest";
import type { TestApi } from "../../../apps/server/test/fixtures/make-api.ts";
import {
  approved,
  approvedEvening,
  AT,
  cancelAll,
  cancelDate,
  issue,
  openPricedApp,
  type PricedApp,
} from "./in-server-app.ts";

const SEASON = 28_500;
const FEE = 1500;

const open: TestApi[] = [];
afterEach(async () => {
  for (const { services } of open.splice(0)) await services.store.close();
});

async function start(): Promise<PricedApp> {
  const app = await openPricedApp();
  open.push(app.api);
  return app;
}

/** Takes the hall for the school from a Tuesday on, and displaces whoever is in it. */
async function block({ api, deliver }: PricedApp, first: string, weeks = 1): Promise<void> {
  const answer = await api.call("POST blocks", {
    as: "school",
    headers: { "idempotency-key": `block-${first}` },
    body: {
      space: "sports-hall",
      kind: "pollingStation",
      first,
      displace: true,
      ...(weeks > 1 && { recurrence: { rule: "FREQ=WEEKLY", count: weeks } }),
    },
  });
  expect(answer.status).toBe(201);
  await deliver();
}

async function datesLeft({ api }: PricedApp, id: string): Promise<string[]> {
  const booking = await api.call(`GET bookings/${id}`, { as: "school" });
  const occurrences = booking.at("occurrences") as { date: string; status: string }[];
  return occurrences.filter(({ status }) => status === "confirmed").map(({ date }) => date);
}

async function due({ api }: PricedApp, id: string): Promise<unknown> {
  return (await api.call(`GET ${AT}/bookings/${id}/account`, { as: "hirer" })).at("duePence");
}

type Taking = (app: PricedApp, id: string) => Promise<void>;

const eachDate =
  (take: (app: PricedApp, id: string, date: string) => Promise<void>): Taking =>
  async (app, id) => {
    for (const date of await datesLeft(app, id)) await take(app, id, date);
  };

const takings: Readonly<Record<string, Taking>> = {
  "takes by one block": (app) => block(app, "2026-09-08", 11),
  "takes by a block for each date": eachDate((app, _id, date) => block(app, date)),
  "cancels at once": (app, id) => cancelAll(app, id, "school"),
  "cancels date by date": eachDate((app, id, date) => cancelDate(app, id, date, "school")),
  "takes in part, and cancels the rest of": async (app, id) => {
    await block(app, "2026-09-08", 4);
    await cancelAll(app, id, "school");
  },
};

describe("what is due of a booking as a whole, when its dates fall away", () => {
  it.each(Object.entries(takings))(
    "is nothing of a season that the school %s; what was asked for is credited",
    async (_how, take) => {
      const app = await start();
      const { id } = await approved(app);
      expect((await issue(app, id)).at("items")).toMatchObject([{ totalPence: SEASON }]);
      await take(app, id);
      expect(await datesLeft(app, id)).toEqual([]);
      expect(await due(app, id)).toBe(0);
      const credited = await issue(app, id);
      expect(credited.at("items")).toMatchObject([{ kind: "creditNote", totalPence: SEASON }]);
      await app.deliverAgain();
      expect((await issue(app, id)).at("items")).toEqual([]);
    },
  );

  it.each(["takes by one block", "cancels at once"])(
    "is nothing either where the school %s before anything was invoiced",
    async (how) => {
      const app = await start();
      const { id } = await approved(app);
      await takings[how]?.(app, id);
      expect((await issue(app, id)).at("items")).toEqual([]);
    },
  );

  it("is the deposit no more, when the school takes the one evening that it was for", async () => {
    const app = await start();
    const id = await approvedEvening(app);
    expect((await issue(app, id)).at("items.0.totalPence")).toBe(3000 + 5000);
    await block(app, "2026-09-08");
    const credited = await issue(app, id);
    expect(credited.at("items")).toMatchObject([{ kind: "creditNote", totalPence: 3000 + 5000 }]);
  });

  it("is the fee still, while a date is left, and where one has taken place", async () => {
    const lastTakings: Taking[] = [
      (app) => block(app, "2026-09-15"),
      (app, id) => cancelAll(app, id, "school"),
    ];
    for (const takeLast of lastTakings) {
      const app = await start();
      const { id } = await approved(app);
      await block(app, "2026-09-22", 9);
      expect(await datesLeft(app, id)).toEqual(["2026-09-08", "2026-09-15"]);
      expect(await due(app, id)).toBe(2 * 3000 + FEE);
      app.api.services.clock.advance(Date.UTC(2026, 8, 9) - app.api.services.clock.now());
      await takeLast(app, id);
      expect(await due(app, id)).toBe(3000 + FEE);
    }
  });

  it("is the fee still, when its hirer gives up the last of them", async () => {
    const app = await start();
    const { id } = await approved(app);
    await issue(app, id);
    await cancelAll(app, id, "hirer");
    // By 24 August, 8 and 15 September are less than 28 days ahead: half of each is due, and the fee.
    expect((await issue(app, id)).at("items")).toMatchObject([
      { kind: "creditNote", totalPence: SEASON - 2 * 1500 - FEE },
    ]);
  });

  it("comes back with the dates that the school agrees instead", async () => {
    const app = await start();
    const { id } = await approved(app);
    await issue(app, id);
    await block(app, "2026-09-08", 11);
    await issue(app, id);
    const { headers } = await app.api.call(`GET bookings/${id}`, { as: "school" });
    const amended = await app.api.call(`POST bookings/${id}/amend`, {
      as: "school",
      headers: { "if-match": headers.get("etag") ?? "", "idempotency-key": "instead" },
      body: {
        scope: "all",
        startTime: "18:00",
        endTime: "19:30",
        recurrence: { rule: "FREQ=WEEKLY", count: 1, first: "2026-12-01" },
      },
    });
    expect(amended.text).toContain("2026-12-01");
    await app.deliver();
    expect((await issue(app, id)).at("items")).toMatchObject([
      { kind: "invoice", totalPence: 3000 + FEE },
    ]);
  });
});

it("charges nothing for a date that the school takes for itself", async () => {
  const app = await start();
  const { id } = await approved(app);
  await block(app, "2026-09-08");
  const account = await app.api.call(`GET ${AT}/bookings/${id}/account`, { as: "hirer" });
  expect(account.at("duePence")).toBe(SEASON - 3000);
  expect(account.at("lines.0")).toMatchObject({ release: "displaced", amountPence: 0 });
});

it("gives a deposit back by a credit note, once", async () => {
  const app = await start();
  const id = await approvedEvening(app);
  await issue(app, id);
  const path = `POST ${AT}/bookings/${id}/deposit-returns`;
  const answers = [await app.api.call(path, { as: "school" })];
  answers.push(await app.api.call(path, { as: "school" }));
  answers.push(await app.api.call(path, { as: "hirer" }));
  expect(answers.map(({ status }) => status)).toEqual([204, 204, 403]);
  const credited = await issue(app, id);
  expect(credited.at("items")).toMatchObject([{ kind: "creditNote", totalPence: 5000 }]);
  expect((await issue(app, id)).at("items")).toEqual([]);
});
