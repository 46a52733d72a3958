import { openTestHost, type TestHost } from "@neuadd/plugin-kit/testing";
import { afterEach, describe, expect, it } from "vitest";
import type { CheckPolicy, DocumentRequirement } from "./check-policy.ts";
import { hirerChecks } from "./hirer-checks.ts";

const CLUB = "hir_clwb";
const forChildren: DocumentRequirement = {
  kinds: ["safeguardingPolicy", "dbsStatement"],
  audiences: ["0-4", "5-10"],
  outcome: "deny",
};
const evening = {
  hirer: CLUB,
  space: "main-hall",
  activity: "judo",
  title: "Judo",
  first: "2026-09-15",
  startTime: "18:00",
  endTime: "20:00",
};

const opened: TestHost[] = [];
afterEach(async () => {
  for (const host of opened.splice(0)) await host.close();
});

async function open(policy: Partial<CheckPolicy>): Promise<TestHost> {
  const defaultPolicy: CheckPolicy = {
    documents: [],
    supervision: "off",
    eventNotices: { activities: [], outcome: "warn" },
    reminderDays: [],
    ...policy,
  };
  const host = await openTestHost(hirerChecks({ defaultPolicy }));
  opened.push(host);
  return host;
}

/** Codes of what is found of the one date, those that deny and then those that warn. */
async function judged(host: TestHost, request: object = {}) {
  const { occurrences } = await host.preview({ ...evening, ...request });
  return {
    denied: occurrences.flatMap(({ denials }) => denials.map(({ code }) => code)),
    warned: occurrences.flatMap(({ warnings = [] }) => warnings.map(({ code }) => code)),
  };
}

const audience = (...tags: string[]) => ({ purpose: { elements: [], audience: tags } });
const nothing = { denied: [], warned: [] };
const notStated = { denied: ["hirer-checks/AUDIENCE_NOT_STATED"], warned: [] };
const missing = {
  denied: ["hirer-checks/COVER_MISSING", "hirer-checks/COVER_MISSING"],
  warned: [],
};

async function put(host: TestHost, path: string, body: object, method = "PUT"): Promise<void> {
  const answer = await host.request(`/schools/${host.school}/${path}`, {
    method,
    as: "operator",
    body,
  });
  expect(answer.status).toBeLessThan(300);
}

const declare = (host: TestHost, children: object, adults = 2) =>
  put(host, `hirers/${CLUB}/groups/judo`, { children, adults, withParents: false });

describe("a booking that leaves out whom it is for", () => {
  it("is denied where the school asks some audiences for documents, and told what to state", async () => {
    const host = await open({ documents: [forChildren] });
    for (const request of [{}, audience(), audience("welshMedium")]) {
      expect(await judged(host, request)).toEqual(notStated);
    }
    const { occurrences } = await host.preview(evening);
    expect(occurrences[0]?.denials[0]).toMatchObject({
      message: {
        cy: "Nodwch ar gyfer pwy y mae'r archeb. Rhaid i'r ysgol weld dogfennau (Polisi diogelu a Datganiad ar wiriadau DBS) os yw ar gyfer unrhyw rai o'r rhain: Plant 0 i 4 oed; Plant 5 i 10 oed.",
        en: "State whom the booking is for. The school has to see documents (Safeguarding policy and Statement on DBS checks) if it is for any of these: Children aged 0 to 4; Children aged 5 to 10.",
      },
      details: {
        audiences: ["0-4", "5-10"],
        kinds: ["safeguardingPolicy", "dbsStatement"],
      },
    });
    expect(await judged(host, audience("adults"))).toEqual(nothing);
    expect(await judged(host, audience("5-10"))).toEqual(missing);
  });

  it("is only warned where the school only warns", async () => {
    const host = await open({ documents: [{ ...forChildren, outcome: "warn" }] });
    expect(await judged(host)).toEqual({
      denied: [],
      warned: ["hirer-checks/AUDIENCE_NOT_STATED"],
    });
  });

  it("is asked nothing where the documents hold in any case, or the requirement is for others", async () => {
    const host = await open({ documents: [forChildren] });
    const others = await open({ documents: [{ ...forChildren, activities: ["nursery"] }] });
    expect(await judged(others)).toEqual(nothing);
    for (const kind of forChildren.kinds) {
      expect(await judged(host)).toEqual(notStated);
      const seen = { reference: "S-1", seenBy: "Swyddfa", seenOn: "2026-08-20" };
      const document = { kind, validFrom: "2026-09-01", validUntil: "2026-09-15", ...seen };
      await put(host, `hirers/${CLUB}/documents`, document, "POST");
    }
    expect(await judged(host)).toEqual(nothing);
    expect(await judged(host, { first: "2026-09-22" })).toEqual(notStated);
  });

  it("is for the group that is declared for its activity", async () => {
    const host = await open({ documents: [forChildren] });
    await declare(host, { "4-8": 12 });
    expect(await judged(host)).toEqual(missing);
    expect(await judged(host, audience("adults"))).toEqual(missing);
    await declare(host, { "13-18": 12 });
    expect(await judged(host)).toEqual(nothing);
    await declare(host, {}, 20);
    expect(await judged(host)).toEqual(nothing);
    expect(await judged(host, { activity: "karate" })).toEqual(notStated);
  });

  it("is denied where the school denies children that nobody is in charge of, and not where it warns", async () => {
    const denying = await open({ supervision: "deny" });
    expect(await judged(denying)).toEqual(notStated);
    expect(await judged(denying, audience("adults"))).toEqual(nothing);
    await declare(denying, { "9-12": 8 });
    expect(await judged(denying)).toEqual(nothing);
    expect(await judged(await open({ supervision: "warn" }))).toEqual(nothing);
  });
});
