import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { defaultPlugins } from "../src/default-configuration.ts";
import { importSchool } from "../src/ledger/import-school.ts";
import { type EventDelivery, startEventDelivery } from "../src/plugins/event-delivery.ts";
import { makeApi, type TestApi } from "./fixtures/make-api.ts";
import { SCHOOL, schoolDefinition } from "./fixtures/school-definition.ts";

const VAT = `/v1/x/vat/schools/${SCHOOL}`;
const TARIFFS = `/v1/x/tariffs/schools/${SCHOOL}`;
const DAY = 86_400_000;

const agreement = {
  isPaidAsWhole: true,
  hasWrittenAgreement: true,
  refundsHirer: false,
  hasExclusiveUse: true,
  isQualifyingHirer: true,
};

let api: TestApi;
let delivery: EventDelivery;

/** The plugins of a new installation: VAT asks the tariffs that invoice. */
beforeEach(async () => {
  api = await makeApi({ plugins: defaultPlugins() });
  delivery = await startEventDelivery(api.services, api.plugins.listeners);
  const body = { supplier: "governingBody", isOptedToTax: false, isEligibleBody: false };
  await api.call(`PUT ${VAT}/supplier`, { as: "school", body });
});

afterEach(async () => {
  await delivery.close();
  await api.plugins.close();
  await api.services.store.close();
});

/** Lets the listeners have what the ledger holds: closing waits for them. */
async function deliver(): Promise<void> {
  delivery.wake(SCHOOL);
  await delivery.close();
  delivery = await startEventDelivery(api.services, api.plugins.listeners);
}

async function enterPrices(cancellation: readonly object[]): Promise<void> {
  const rates = [{ id: "all", name: { cy: "Pob lle", en: "Every space" }, pencePerHour: 2000 }];
  const body = { validFrom: "2026-04-01", tariff: { currency: "GBP", rates, cancellation } };
  const entered = await api.call(`POST ${TARIFFS}/tariff/versions`, { as: "school", body });
  expect(entered.status).toBe(201);
}

/** Fifteen Tuesdays of which one lies in half term. */
async function season(): Promise<string> {
  const recurrence = { rule: "FREQ=WEEKLY", count: 15, termTimeOnly: true };
  return (await api.book({ recurrence })).id;
}

async function approve(id: string): Promise<void> {
  const { headers } = await api.call(`GET bookings/${id}`, { as: "school" });
  const etag = headers.get("etag") ?? "";
  await api.call(`POST bookings/${id}/approve`, { as: "school", headers: { "if-match": etag } });
}

async function cancel(id: string, date: string, as: "hirer" | "school"): Promise<void> {
  const { headers } = await api.call(`GET bookings/${id}`, { as });
  const etag = headers.get("etag") ?? "";
  const answer = await api.call(`POST bookings/${id}/occurrences/${date}/cancel`, {
    as,
    body: {},
    headers: { "if-match": etag, "idempotency-key": `${id}-${date}` },
  });
  expect(answer.status).toBe(200);
}

const tell = (id: string, body: object = agreement) =>
  api.call(`PUT ${VAT}/bookings/${id}/agreement`, { as: "school", body });

async function look(id: string) {
  const answer = await api.call(`GET ${VAT}/bookings/${id}`, { as: "hirer" });
  const evidence = answer.at("assessment.evidence") as { condition: string; met: string }[];
  const paid = evidence.find(({ condition }) => condition === "PAID_AS_WHOLE")?.met;
  return { answer: answer.at("assessment.answer"), paid };
}

const refunding = [
  { noticeDays: 28, sharePercent: 0 },
  { noticeDays: 7, sharePercent: 50 },
];

describe("VAT beside the prices of a school", () => {
  it("is for somebody to look at where prices give back what is said not to be given back, before the approval and after", async () => {
    await enterPrices(refunding);
    const id = await season();
    expect((await tell(id)).at("assessment.answer")).toBe("review");
    expect(await look(id)).toEqual({ answer: "review", paid: "unknown" });
    await approve(id);
    expect(await look(id)).toEqual({ answer: "review", paid: "unknown" });
  });

  it("is no series any more once the hirer was let off a date", async () => {
    await enterPrices(refunding);
    const id = await season();
    await approve(id);
    await tell(id);
    await api.call(`POST ${TARIFFS}/bookings/${id}/documents`, { as: "school" });
    await cancel(id, "2026-10-06", "hirer");
    const credited = await api.call(`POST ${TARIFFS}/bookings/${id}/documents`, { as: "school" });
    expect(credited.at("items")).toMatchObject([{ kind: "creditNote", totalPence: 3000 }]);
    expect(await look(id)).toEqual({ answer: "standardRated", paid: "no" });
  });

  it("stays exempt where the whole is owed, also when the school itself takes a date", async () => {
    await enterPrices([{ ...refunding[0], bookings: "single" }]);
    const id = await season();
    await approve(id);
    await tell(id);
    await cancel(id, "2026-10-06", "school");
    await cancel(id, "2026-11-17", "hirer");
    expect(await look(id)).toEqual({ answer: "exempt", paid: "yes" });
  });

  it("goes by the prices in a preview too", async () => {
    await enterPrices(refunding);
    const preview = await api.call("POST bookings/preview", {
      as: "hirer",
      body: {
        space: "sports-hall-a",
        hirer: api.hirer.id,
        activity: "badminton",
        first: "2026-09-08",
        startTime: "18:00",
        endTime: "19:30",
        recurrence: { rule: "FREQ=WEEKLY", count: 12, termTimeOnly: true },
      },
    });
    const labels = preview.at("quote.lines") as { label: string }[];
    expect(labels.at(-1)?.label).toBe("VAT: No exemption applies: standard-rated.");
  });
});

describe("the evidence of a season that is over", () => {
  it("stays readable as it was kept, also when its space is gone, and what is told later is decided on it", async () => {
    const id = await season();
    await approve(id);
    const told = await tell(id);
    expect(told.at("assessment.answer")).toBe("exempt");
    await deliver();
    api.services.clock.advance(200 * DAY);
    const premises = schoolDefinition.premises.map(({ spaces, ...site }) => ({
      ...site,
      spaces: spaces.filter((space) => !space.id.startsWith("sports-hall")),
    }));
    await importSchool(api.services, "system", { ...schoolDefinition, premises });
    const later = await api.call(`GET ${VAT}/bookings/${id}`, { as: "hirer" });
    expect(later.json).toEqual(told.json);
    expect(later.at("assessment.sessions.0")).toEqual({
      date: "2026-09-08",
      startTime: "18:00",
      endTime: "19:30",
      space: "sports-hall-a",
      spaceKind: "sportsHall",
      premises: "main-site",
    });
    const plan = await api.call(`GET ${VAT}/bookings/${id}/plan`, { as: "school" });
    expect(plan.at("blocks.0.sessions")).toBe(14);
    const again = await tell(id, { ...agreement, hasExclusiveUse: false });
    expect(again.at("assessment")).toMatchObject({ answer: "standardRated", number: 2 });
  });
});

describe("bookings that need a decision", () => {
  const toDecide = async (as: "school" | "authority" = "school") => {
    const answer = await api.call(`GET ${VAT}/to-decide`, { as });
    const items = answer.at("items") as { booking: string; state: string; sentence: string }[];
    return items.map(({ booking, state }) => [booking, state]);
  };

  const decide = async (id: string, answer: string) => {
    const read = await api.call(`GET ${VAT}/bookings/${id}`, { as: "school" });
    const body = { answer, assessment: read.at("assessment.number") };
    const made = await api.call(`POST ${VAT}/bookings/${id}/decisions`, { as: "school", body });
    expect(made.at("state")).toBe("decided");
  };

  it("are listed until they are decided, and again once the decision is stale, or the supplier another", async () => {
    const id = await season();
    expect(await toDecide()).toEqual([]);
    await approve(id);
    expect(await toDecide()).toEqual([[id, "review"]]);
    await tell(id);
    expect(await toDecide("authority")).toEqual([[id, "undecided"]]);
    await decide(id, "exempt");
    expect(await toDecide()).toEqual([]);
    await cancel(id, "2026-10-06", "school");
    await deliver();
    expect(await toDecide()).toEqual([[id, "stale"]]);
    await decide(id, "exempt");
    expect(await toDecide()).toEqual([]);
    const body = { supplier: "governingBody", isOptedToTax: true, isEligibleBody: false };
    await api.call(`PUT ${VAT}/supplier`, { as: "school", body });
    expect(await toDecide()).toEqual([[id, "stale"]]);
  });

  it("come page by page, and those that ended before a date not at all", async () => {
    const first = await season();
    await approve(first);
    const later = await api.book({ first: "2027-04-06", activity: "netball" });
    await api.approve(later);
    const page = await api.call(`GET ${VAT}/to-decide?limit=1`, { as: "school" });
    const next = String(page.at("next"));
    const rest = await api.call(`GET ${VAT}/to-decide?limit=1&after=${next}`, { as: "school" });
    // Asked for at one moment: which of the two is the newer is left open.
    const listed = [page.at("items.0.booking"), rest.at("items.0.booking")];
    expect(new Set(listed)).toEqual(new Set([first, later.id]));
    const spring = await api.call(`GET ${VAT}/to-decide?from=2027-03-01`, { as: "school" });
    expect(spring.at("items")).toMatchObject([{ booking: later.id }]);
    const wrong = await api.call(`GET ${VAT}/to-decide?after=no-cursor!`, { as: "school" });
    expect([wrong.status, wrong.at("code")]).toEqual([400, "QUERY_INVALID"]);
  });

  it("are shown to the school and its authority alone", async () => {
    await approve(await season());
    const statuses = [];
    for (const as of ["none", "hirer", "otherSchool", "otherAuthority"] as const) {
      statuses.push((await api.call(`GET ${VAT}/to-decide`, { as })).status);
    }
    expect(statuses).toEqual([401, 403, 403, 403]);
    const page = (language: string, key = "") =>
      api.app.request(`/${language}/x/vat`, { headers: { authorization: `Bearer ${key}` } });
    const english = await (await page("en", api.keys.school)).text();
    expect(english).toContain("Not decided: somebody must look");
    expect(english).toContain("Badminton nos Fawrth");
    const welsh = await (await page("cy", api.keys.school)).text();
    expect(welsh).toContain("Heb ei benderfynu: rhaid edrych arno");
    const others = await (await page("en", api.keys.otherSchool)).text();
    expect(others).not.toContain("Badminton nos Fawrth");
    expect(others).toContain("There is nothing to decide.");
    expect((await page("en", api.keys.hirer)).status).toBe(403);
  });

  it("are named by the answer that issues an invoice, which does not wait for them", async () => {
    await enterPrices([]);
    const id = await season();
    await approve(id);
    await tell(id);
    const issue = async (language: string) => {
      const headers = { "accept-language": language };
      const issued = await api.call(`POST ${TARIFFS}/bookings/${id}/documents`, {
        as: "school",
        headers,
      });
      return issued.at("taxStates");
    };
    expect(await issue("en")).toEqual([
      {
        code: "vat/undecided",
        isSettled: false,
        sentence:
          "VAT is not decided yet, and none is charged. A series of lets that meets all eight conditions: exempt.",
      },
    ]);
    await decide(id, "exempt");
    expect(await issue("cy")).toEqual([
      { code: "vat/decided", isSettled: true, sentence: "Penderfynwyd ar TAW: wedi'i eithrio." },
    ]);
    await cancel(id, "2026-10-06", "school");
    expect(await issue("en")).toEqual([
      {
        code: "vat/stale",
        isSettled: false,
        sentence:
          "VAT was decided (exempt), but the assessment has changed: decide again. A series of lets that meets all eight conditions: exempt.",
      },
    ]);
  });
});
