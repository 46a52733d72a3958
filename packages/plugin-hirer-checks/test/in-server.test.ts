import { afterEach, describe, expect, it } from "vitest";
import {
  makeApi,
  OTHER_SCHOOL,
  type TestApi,
} from "../../../apps/server/test/fixtures/make-api.ts";
import { SCHOOL } from "../../../apps/server/test/fixtures/school-definition.ts";
import { tuesdays } from "../../../apps/server/test/fixtures/tuesdays.ts";
import { hirerChecks } from "../src/index.ts";

const AT = `/v1/x/hirer-checks/schools/${SCHOOL}`;
const POLICY = {
  documents: [{ kinds: ["publicLiabilityInsurance"], outcome: "deny" }],
  supervision: "warn",
  eventNotices: { activities: ["party"], outcome: "deny" },
  reminderDays: [60],
};
const INSURANCE = {
  kind: "publicLiabilityInsurance",
  reference: "PL-2041",
  validFrom: "2026-04-01",
  validUntil: "2026-10-15",
  seenBy: "Business manager",
  seenOn: "2026-08-20",
};

const open: TestApi[] = [];
afterEach(async () => {
  for (const { services } of open.splice(0)) await services.store.close();
});

async function start(): Promise<TestApi> {
  const api = await makeApi({ plugins: [hirerChecks()] });
  open.push(api);
  return api;
}

async function setPolicy(api: TestApi, policy: object = POLICY): Promise<void> {
  const { headers } = await api.call(`GET ${AT}/policy`);
  const answer = await api.call(`PUT ${AT}/policy`, {
    as: "school",
    body: policy,
    headers: { "if-match": headers.get("etag") ?? "" },
  });
  expect(answer.status).toBe(200);
}

async function enter(api: TestApi, document: object = INSURANCE) {
  // A hirer is known to a school once it has asked it for something.
  return api.call(`POST ${AT}/hirers/${api.hirer.id}/documents`, {
    as: "operator",
    body: document,
  });
}

describe("hirer checks in a server", () => {
  it("show which dates of a season lack cover before it is booked, in the language asked for", async () => {
    const api = await start();
    await setPolicy(api);
    expect((await enter(api)).status).toBe(201);
    const preview = await api.call("POST bookings/preview", {
      as: "hirer",
      headers: { "accept-language": "cy" },
      body: tuesdays(api.hirer.id),
    });
    expect(preview.at("summary")).toMatchObject({ bookable: 6, denied: 3, excluded: 1 });
    expect(preview.at("occurrences.6")).toMatchObject({
      date: "2026-10-20",
      verdict: "denied",
      denials: [
        {
          code: "hirer-checks/COVER_ENDS",
          message:
            "Yswiriant atebolrwydd cyhoeddus: mae'r ddogfen a welodd yr ysgol yn dod i ben ar 15 Hydref 2026, cyn y dyddiad hwn.",
        },
      ],
    });
  });

  it("bind at approval too: what was forgotten since is missing then", async () => {
    const api = await start();
    await setPolicy(api);
    const entered = await enter(api, { ...INSURANCE, validUntil: "2027-10-15" });
    const booking = await api.book();
    expect(booking.occurrences.filter(({ status }) => status === "requested")).toHaveLength(9);
    const removed = await api.call(
      `DELETE ${AT}/hirers/${api.hirer.id}/documents/${String(entered.at("id"))}`,
      { as: "school" },
    );
    expect(removed.status).toBe(204);
    const approval = await api.call(`POST bookings/${booking.id}/approve`, {
      as: "school",
      headers: { "if-match": `"${booking.revision}"`, "idempotency-key": "approve" },
    });
    expect([approval.status, approval.at("code")]).toEqual([409, "SERIES_NOT_BOOKABLE"]);
  });

  it("keep a warning with the booking, and book it nonetheless", async () => {
    const api = await start();
    const purpose = { elements: [], audience: ["5-10"] } as const;
    const booking = await api.call("POST bookings", {
      as: "hirer",
      body: tuesdays(api.hirer.id, { purpose }),
      headers: { "idempotency-key": "book" },
    });
    expect(booking.status).toBe(201);
    expect(booking.at("occurrences.0.warnings")).toMatchObject([
      { code: "hirer-checks/SUPERVISION_NOT_DECLARED" },
    ]);
    const declared = await api.call(`PUT ${AT}/hirers/${api.hirer.id}/groups/badminton`, {
      as: "hirer",
      body: { children: { "9-12": 14 }, adults: 2, withParents: false },
    });
    expect(declared.at("adultsNeeded")).toBe(2);
    const preview = await api.call("POST bookings/preview", {
      as: "hirer",
      body: tuesdays(api.hirer.id, { purpose, space: "sports-hall-b" }),
    });
    expect(preview.at("occurrences.0.warnings") ?? []).toEqual([]);
  });

  it("deny a season that leaves out whom it is for, and say what to state", async () => {
    const api = await start();
    const audiences = ["0-4", "5-10", "11-16"];
    const documents = [{ kinds: ["safeguardingPolicy"], audiences, outcome: "deny" }];
    await setPolicy(api, { ...POLICY, documents });
    const { purpose: _said, ...unsaid } = tuesdays(api.hirer.id);
    const ask = (body: object) =>
      api.call("POST bookings/preview", {
        as: "hirer",
        headers: { "accept-language": "cy" },
        body,
      });
    const denied = await ask(unsaid);
    expect(denied.at("summary")).toMatchObject({ bookable: 0, denied: 9 });
    expect(denied.at("occurrences.0.denials")).toMatchObject([
      {
        code: "hirer-checks/AUDIENCE_NOT_STATED",
        message: expect.stringContaining("Nodwch ar gyfer pwy y mae'r archeb."),
      },
    ]);
    const stated = await ask({ ...unsaid, purpose: { elements: [], audience: ["adults"] } });
    expect(stated.at("summary")).toMatchObject({ bookable: 9, denied: 0 });
  });

  it("let only whom it concerns see the documents", async () => {
    const api = await start();
    await api.book();
    await enter(api);
    const path = `GET ${AT}/hirers/${api.hirer.id}/documents`;
    const statuses: Record<string, number> = {};
    const callers = ["none", "hirer", "otherHirer", "school", "otherSchool", "authority"] as const;
    for (const as of callers) statuses[as] = (await api.call(path, { as })).status;
    expect(statuses).toEqual({
      none: 401,
      hirer: 200,
      otherHirer: 404,
      school: 200,
      otherSchool: 404,
      authority: 200,
    });
    const elsewhere = `GET /v1/x/hirer-checks/schools/${OTHER_SCHOOL}/hirers/${api.hirer.id}/documents`;
    expect((await api.call(elsewhere, { as: "hirer" })).at("items")).toEqual([]);
  });

  it("count event notices one after the other, however many come at once", async () => {
    const api = await start();
    const answers = await Promise.all(
      Array.from({ length: 18 }, (_, index) =>
        api.call(`POST ${AT}/event-notices`, {
          as: "school",
          body: {
            premises: "main-site",
            reference: `TEN/${index}`,
            hirer: `hirer-${index}`,
            firstDate: "2026-12-05",
            startTime: "18:00",
            lastDate: "2026-12-05",
            endTime: "23:00",
          },
        }),
      ),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(15);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(3);
    const year = await api.call(`GET ${AT}/premises/main-site/event-notices?year=2026`, {
      as: "school",
    });
    expect(year.json).toMatchObject({ notices: 15, days: 1, noticesLeft: 0, daysLeft: 20 });
    expect(
      (await api.call(`GET ${AT}/premises/none/event-notices`, { as: "school" })).at("code"),
    ).toBe("hirer-checks/PREMISES_UNKNOWN");
  });

  it("have pages in both languages", async () => {
    const api = await start();
    await setPolicy(api);
    for (const [path, text] of [
      ["/cy/x/hirer-checks/requirements", "Yswiriant atebolrwydd cyhoeddus"],
      ["/en/x/hirer-checks/requirements", "Public liability insurance"],
    ] as const) {
      const response = await api.app.request(path);
      expect([response.status, await response.text()]).toEqual([
        200,
        expect.stringContaining(text),
      ]);
    }
  });
});
