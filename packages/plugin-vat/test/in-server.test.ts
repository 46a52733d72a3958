import { definePlugin } from "@neuadd/plugin-kit";
import { afterEach, describe, expect, it } from "vitest";
import { makeApi, type TestApi } from "../../../apps/server/test/fixtures/make-api.ts";
import { SCHOOL } from "../../../apps/server/test/fixtures/school-definition.ts";
import { toldPlugin } from "../../../apps/server/test/fixtures/told-plugin.ts";
import { vat } from "../src/index.ts";

const AT = `/v1/x/vat/schools/${SCHOOL}`;

type TaxSource = (school: string, booking: string) => Promise<unknown>;

const open: TestApi[] = [];
afterEach(async () => {
  for (const { services } of open.splice(0)) await services.store.close();
});

/** The real app on the engine of this run; beside the plugin stands one that hears which tax is charged. */
async function start() {
  const sources: TaxSource[] = [];
  const listening = definePlugin({
    id: "tariffs",
    setup: () => ({
      api: {
        addTaxSource: (source: TaxSource) => void sources.push(source),
        addTaxState: () => undefined,
        price: async () => undefined,
        cancellation: async () => undefined,
      },
    }),
  });
  const told = toldPlugin(vat());
  const api = await makeApi({ plugins: [listening, told.plugin] });
  open.push(api);
  await api.call(`PUT ${AT}/supplier`, {
    as: "school",
    body: { supplier: "governingBody", isOptedToTax: false, isEligibleBody: false },
  });
  return {
    api,
    deliver: () => told.tell(api.services, SCHOOL),
    tax: (booking: string) => sources[0]?.(SCHOOL, booking),
  };
}

const agreement = {
  isPaidAsWhole: true,
  hasWrittenAgreement: true,
  refundsHirer: false,
  hasExclusiveUse: true,
  isQualifyingHirer: true,
};

/** Eleven Tuesdays of which one lies in half term: ten sessions, none to spare. */
async function tenTuesdays({ api, deliver }: Awaited<ReturnType<typeof start>>) {
  const recurrence = { rule: "FREQ=WEEKLY", count: 11, termTimeOnly: true };
  const booking = await api.approve(await api.book({ recurrence }));
  await deliver();
  return booking.id;
}

describe("vat in a server", () => {
  it("is open until somebody has told what was agreed, then exempt, with all eight conditions met", async () => {
    const world = await start();
    const id = await tenTuesdays(world);
    const before = await world.api.call(`GET ${AT}/bookings/${id}`, { as: "hirer" });
    expect(before.at("assessment")).toMatchObject({ answer: "review", ground: "seriesOfLets" });
    const after = await world.api.call(`PUT ${AT}/bookings/${id}/agreement`, {
      as: "school",
      headers: { "accept-language": "cy" },
      body: agreement,
    });
    expect(after.at("assessment")).toMatchObject({
      answer: "exempt",
      reason: "Cyfres o osodiadau sy'n bodloni pob un o'r wyth amod: wedi'i heithrio.",
      rulePack: "uk-2026-11-23",
    });
  });

  it("decides again after a cancellation, and says that the school's decision has gone stale", async () => {
    const world = await start();
    const { api } = world;
    const id = await tenTuesdays(world);
    const told = await api.call(`PUT ${AT}/bookings/${id}/agreement`, {
      as: "school",
      body: agreement,
    });
    const assessment = told.at("assessment.number");
    const decided = await api.call(`POST ${AT}/bookings/${id}/decisions`, {
      as: "school",
      body: { answer: "exempt", assessment, note: "Agreement signed 1 September." },
    });
    expect([decided.status, decided.at("isDecisionStale")]).toEqual([201, false]);
    expect(await world.tax(id)).toBeUndefined();
    const plan = await api.call(`GET ${AT}/bookings/${id}/plan?without=2026-11-10`, {
      as: "hirer",
    });
    expect(plan.at("without.reason")).toBe(
      "Without 10 November 2026: 9 sessions left; the exemption is lost. 9 sessions; there must be at least 10.",
    );
    const booking = await api.call(`GET bookings/${id}`, { as: "school" });
    await api.call(`POST bookings/${id}/occurrences/2026-11-10/cancel`, {
      as: "school",
      body: {},
      headers: { "if-match": booking.headers.get("etag") ?? "" },
    });
    await world.deliver();
    const after = await api.call(`GET ${AT}/bookings/${id}`, { as: "school" });
    expect(after.at("assessment")).toMatchObject({ answer: "standardRated" });
    expect(after.at("isDecisionStale")).toBe(true);
    const stale = await api.call(`POST ${AT}/bookings/${id}/decisions`, {
      as: "school",
      body: { answer: "standardRated", assessment },
    });
    expect([stale.status, stale.at("code")]).toEqual([409, "vat/ASSESSMENT_CHANGED"]);
    const again = await api.call(`POST ${AT}/bookings/${id}/decisions`, {
      as: "school",
      body: { answer: "standardRated", assessment: after.at("assessment.number") },
    });
    expect(again.at("decision.answer")).toBe("standardRated");
    expect(await world.tax(id)).toMatchObject({ ratePercent: 20 });
  });

  it("says in a preview how VAT would fall, without an amount", async () => {
    const { api } = await start();
    const preview = await api.call("POST bookings/preview", {
      as: "hirer",
      body: {
        space: "community-room",
        hirer: api.hirer.id,
        activity: "choir",
        first: "2026-09-08",
        startTime: "19:00",
        endTime: "20:30",
      },
    });
    expect(preview.at("quote.lines")).toMatchObject([
      { label: "VAT: A general-purpose room without sports equipment: exempt.", amountPence: 0 },
    ]);
  });

  it("keeps what several tell at once, each under a number of its own", async () => {
    const world = await start();
    const id = await tenTuesdays(world);
    const told = await Promise.all(
      [true, false, true, false].map((hasExclusiveUse) =>
        world.api.call(`PUT ${AT}/bookings/${id}/agreement`, {
          as: "school",
          body: { ...agreement, hasExclusiveUse },
        }),
      ),
    );
    expect(told.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  });

  it("lets nobody tell, decide or look but those who may", async () => {
    const world = await start();
    const { api } = world;
    const id = await tenTuesdays(world);
    const refused = [
      await api.call(`GET ${AT}/supplier`, { as: "hirer" }),
      await api.call(`GET ${AT}/supplier`),
      await api.call(`PUT ${AT}/supplier`, { as: "otherSchool", body: {} }),
      await api.call(`GET ${AT}/bookings/${id}`, { as: "otherHirer" }),
      await api.call(`PUT ${AT}/bookings/${id}/agreement`, { as: "hirer", body: {} }),
      await api.call(`GET ${AT}/bookings/${id}/plan?without=soon`, { as: "school" }),
      await api.call(`PUT ${AT}/supplier`, { as: "school", body: { supplier: "nobody" } }),
    ];
    expect(refused.map(({ status }) => status)).toEqual([403, 401, 403, 404, 403, 422, 422]);
  });
});
