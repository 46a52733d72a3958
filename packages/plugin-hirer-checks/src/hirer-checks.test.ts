import { ERASED_TEXT } from "@neuadd/plugin-kit";
import {
  openTestHost,
  type TestHost,
  testPlugin,
  testSchool,
  type TestSchool,
} from "@neuadd/plugin-kit/testing";
import { afterEach, describe, expect, it } from "vitest";
import type { CheckPolicy } from "./check-policy.ts";
import {
  hirerChecks,
  type HirerChecksApi,
  type HirerChecksOptions,
  type ReminderLetter,
} from "./index.ts";

const CLUB = "hir_clwb";
const POLICY: CheckPolicy = {
  documents: [{ kinds: ["publicLiabilityInsurance"], outcome: "deny" }],
  supervision: "warn",
  eventNotices: { activities: ["party"], outcome: "deny" },
  reminderDays: [60, 14],
};
const INSURANCE = {
  kind: "publicLiabilityInsurance",
  reference: "PL-2041",
  validFrom: "2026-04-01",
  validUntil: "2026-09-30",
  seenBy: "Business manager",
  seenOn: "2026-08-20",
};
const EVENING = {
  hirer: CLUB,
  space: "main-hall",
  activity: "badminton",
  title: "Badminton",
  first: "2026-09-15",
  startTime: "18:00",
  endTime: "20:00",
};
const SEASON = { ...EVENING, recurrence: { rule: "FREQ=WEEKLY", count: 4 } };

testPlugin(
  () => hirerChecks({ defaultPolicy: { ...POLICY, documents: [] } }),
  { describe, it },
  {
    requests: [
      { ...SEASON, purpose: { elements: [], audience: ["5-10"] } },
      { ...SEASON, activity: "party", attendance: 120 },
    ],
    async hold(host) {
      const { items } = await host.host.reads.hirers(host.school);
      for (const [index, { id, name, contact }] of items.entries()) {
        const date = `2026-10-${10 + 7 * index}`;
        const note = async (what: string, body: object) => {
          const path = `/schools/${host.school}/${what}`;
          const response = await host.request(path, { method: "POST", body, as: "school" });
          if (response.status !== 201) throw new Error(await response.text());
        };
        const document = { ...INSURANCE, reference: `PL, ${name}`, seenBy: contact.name };
        await note(`hirers/${id}/documents`, document);
        await note("event-notices", {
          premises: "main-site",
          reference: `TEN, ${contact.email}`,
          hirer: id,
          firstDate: date,
          startTime: "18:00",
          lastDate: date,
          endTime: "23:00",
        });
      }
    },
  },
);

function testSchoolWithBigHall(): TestSchool {
  const premises = testSchool.premises.map((site) => ({
    ...site,
    spaces: site.spaces.map((space) => ({ ...space, capacity: 1000, layouts: [] })),
  }));
  return { ...testSchool, premises };
}

const opened: TestHost<HirerChecksApi>[] = [];

afterEach(async () => {
  for (const host of opened.splice(0)) await host.close();
});

async function open(
  options: HirerChecksOptions = { defaultPolicy: POLICY },
  apis: Readonly<Record<string, object>> = {},
): Promise<TestHost<HirerChecksApi>> {
  const host = await openTestHost(hirerChecks(options), { apis });
  opened.push(host);
  return host;
}

function documents({ school }: TestHost, hirer = CLUB): string {
  return `/schools/${school}/hirers/${hirer}/documents`;
}

async function enter(host: TestHost, document: object = INSURANCE): Promise<string> {
  const response = await host.request(documents(host), {
    method: "POST",
    as: "operator",
    body: document,
  });
  expect(response.status).toBe(201);
  return ((await response.json()) as { id: string }).id;
}

async function judged(host: TestHost, request: object = {}): Promise<string[]> {
  const { occurrences } = await host.preview({ ...SEASON, ...request });
  return occurrences.map(({ date, denials, warnings = [] }) =>
    [
      date,
      ...denials.map(({ code }) => code),
      ...warnings.map(({ code }) => `warning ${code}`),
    ].join(" "),
  );
}

describe("documents", () => {
  it("deny the dates after the cover ends, and only those", async () => {
    const host = await open();
    await enter(host);
    expect(await judged(host)).toEqual([
      "2026-09-15",
      "2026-09-22",
      "2026-09-29",
      "2026-10-06 hirer-checks/COVER_ENDS",
    ]);
    await enter(host, { ...INSURANCE, validFrom: "2026-10-01", validUntil: "2027-09-30" });
    expect((await judged(host)).join()).not.toContain("hirer-checks");
  });

  it("are each school's own, and forgotten when it says so", async () => {
    const host = await open();
    const id = await enter(host);
    const list = async (as: Parameters<typeof host.request>[1]) =>
      (await host.request(documents(host), as)).status;
    expect(await list({ as: { hirer: CLUB } })).toBe(200);
    expect(await list({ as: { hirer: "hir_busnes" } })).toBe(404);
    expect(await host.api.documents("ysgol-arall", CLUB)).toEqual([]);
    expect(await host.api.documents(host.school, CLUB)).toEqual([
      { id, hirer: CLUB, ...INSURANCE },
    ]);
    const remove = { method: "DELETE", as: "operator" } as const;
    expect((await host.request(`${documents(host)}/${id}`, remove)).status).toBe(204);
    const again = await host.request(`${documents(host)}/${id}`, remove);
    expect(await again.json()).toMatchObject({
      status: 404,
      code: "hirer-checks/DOCUMENT_UNKNOWN",
      title: "There is no such document",
    });
    expect(await host.api.documents(host.school, CLUB)).toEqual([]);
  });

  it("lose what names a person that is erased, and hold as before", async () => {
    const host = await open();
    const { contact } = host.hirers.find(({ id }) => id === CLUB) ?? {};
    await enter(host, { ...INSURANCE, reference: `PL-2041, ${contact?.name}` });
    await host.personal.erasePerson(contact?.email ?? "");
    expect(await host.api.documents(host.school, CLUB)).toMatchObject([
      { reference: ERASED_TEXT, seenBy: INSURANCE.seenBy, validUntil: INSURANCE.validUntil },
    ]);
    expect((await judged(host))[0]).toBe("2026-09-15");
  });

  it("go with the bookings that they were for: six financial years after they ended", async () => {
    const host = await open();
    await enter(host);
    host.setNow(Date.UTC(2033, 2, 31));
    expect(await host.personal.expire()).toBe(0);
    host.setNow(Date.UTC(2033, 3, 1));
    expect(await host.personal.expire()).toBe(1);
    expect(await host.api.documents(host.school, CLUB)).toEqual([]);
  });

  it("are not for the hirer to note, and must end after they begin", async () => {
    const host = await open();
    const post = (as: "operator" | { hirer: string }, body: object) =>
      host.request(documents(host), { method: "POST", as, body });
    expect((await post({ hirer: CLUB }, INSURANCE)).status).toBe(403);
    expect((await post("operator", { ...INSURANCE, validUntil: "2026-03-31" })).status).toBe(422);
  });

  it("are asked of the categories, activities and audiences that the school names", async () => {
    const categories = ["commercial"] as const;
    const documentsOf = [{ kinds: ["safeguardingPolicy"], categories, outcome: "deny" }] as const;
    const host = await open({ defaultPolicy: { ...POLICY, documents: documentsOf } });
    expect(await judged(host, { recurrence: undefined })).toEqual(["2026-09-15"]);
    expect(await judged(host, { hirer: "hir_busnes", recurrence: undefined })).toEqual([
      "2026-09-15 hirer-checks/COVER_MISSING",
    ]);
  });
});

describe("adults with children", () => {
  const purpose = { elements: [], audience: ["5-10"] };
  const once = { recurrence: undefined, purpose };

  async function declare(host: TestHost, group: object): Promise<unknown> {
    const path = `/schools/${host.school}/hirers/${CLUB}/groups/badminton`;
    const response = await host.request(path, { method: "PUT", as: { hirer: CLUB }, body: group });
    expect(response.status).toBe(200);
    return response.json();
  }

  it("are asked for, then counted", async () => {
    const host = await open({ defaultPolicy: { ...POLICY, documents: [] } });
    const warning = "2026-09-15 warning hirer-checks/";
    expect(await judged(host, once)).toEqual([`${warning}SUPERVISION_NOT_DECLARED`]);
    const group = { children: { "4-8": 12, "9-12": 8 }, adults: 2, withParents: false };
    expect(await declare(host, group)).toEqual({
      activity: "badminton",
      ...group,
      adultsNeeded: 3,
    });
    expect(await judged(host, once)).toEqual([`${warning}TOO_FEW_ADULTS`]);
    await declare(host, { ...group, adults: 3 });
    expect(await judged(host, once)).toEqual(["2026-09-15"]);
    expect(await judged(host, { ...once, activity: "Badminton" })).toEqual(["2026-09-15"]);
    await declare(host, { ...group, adults: 0, withParents: true });
    expect(await judged(host, once)).toEqual(["2026-09-15"]);
  });

  it("count with the children against the room in its layout", async () => {
    const host = await open({ defaultPolicy: { ...POLICY, documents: [], supervision: "deny" } });
    await declare(host, { children: { "13-18": 115 }, adults: 12, withParents: false });
    expect(await judged(host, { ...once, layout: "theatre" })).toEqual(["2026-09-15"]);
    expect(await judged(host, { ...once, layout: "tables" })).toEqual([
      "2026-09-15 hirer-checks/GROUP_OVER_CAPACITY",
    ]);
  });

  it("bring up registration when under-twelves are in care for more than two hours", async () => {
    const host = await open({ defaultPolicy: { ...POLICY, documents: [] } });
    await declare(host, { children: { "4-8": 6 }, adults: 2, withParents: false });
    expect(await judged(host, once)).toEqual(["2026-09-15"]);
    const longer = { ...once, endTime: "20:15" };
    expect(await judged(host, longer)).toEqual([
      "2026-09-15 warning hirer-checks/CHILDCARE_REGISTRATION_TO_CHECK",
    ]);
    await enter(host, { ...INSURANCE, kind: "ciwRegistration" });
    expect(await judged(host, longer)).toEqual(["2026-09-15"]);
  });
});

describe("event notices", () => {
  const party = { activity: "party", hirer: "hir_unigolyn" };
  const relaxed = { defaultPolicy: { ...POLICY, documents: [] } };

  async function note(
    host: TestHost,
    date: string,
    hirer?: string,
    reference = `TEN/${date}`,
  ): Promise<Response> {
    return host.request(`/schools/${host.school}/event-notices`, {
      method: "POST",
      as: "school",
      body: {
        premises: "main-site",
        reference,
        ...(hirer !== undefined && { hirer }),
        firstDate: date,
        startTime: "17:00",
        lastDate: date,
        endTime: "24:00",
      },
    });
  }

  it("have a reference on one line", async () => {
    const host = await open(relaxed);
    expect((await note(host, "2026-09-22", undefined, "TEN\n2026")).status).toBe(422);
  });

  it("are asked for on each date that has none", async () => {
    const host = await open(relaxed);
    expect((await note(host, "2026-09-22")).status).toBe(201);
    expect(await judged(host, { ...party, activity: "Party" })).toEqual(await judged(host, party));
    expect(await judged(host, party)).toEqual([
      "2026-09-15 hirer-checks/EVENT_NOTICE_MISSING",
      "2026-09-22",
      "2026-09-29 hirer-checks/EVENT_NOTICE_MISSING",
      "2026-10-06 hirer-checks/EVENT_NOTICE_MISSING",
    ]);
  });

  it("run out for a premises over all its hirers, within a request too", async () => {
    const host = await open(relaxed);
    for (let month = 1; month <= 12; month += 1) {
      await note(host, `2026-${`${month}`.padStart(2, "0")}-01`, `hirer-${month}`);
    }
    await note(host, "2026-01-20", "another");
    expect(await judged(host, party)).toEqual([
      "2026-09-15 hirer-checks/EVENT_NOTICE_MISSING",
      "2026-09-22 hirer-checks/EVENT_NOTICE_MISSING",
      "2026-09-29 hirer-checks/EVENT_NOTICES_USED_UP",
      "2026-10-06 hirer-checks/EVENT_NOTICES_USED_UP",
    ]);
    const year = await host.request(
      `/schools/${host.school}/premises/main-site/event-notices?year=2026`,
      { as: "school" },
    );
    expect(await year.json()).toMatchObject({ notices: 13, days: 13, noticesLeft: 2, daysLeft: 8 });
  });

  it("are refused past the fifteenth, with every reason in the language of the caller", async () => {
    const host = await open(relaxed);
    const all = await Promise.all(
      Array.from({ length: 16 }, (_, week) =>
        note(host, `2026-${`${(week % 8) + 1}`.padStart(2, "0")}-${week < 8 ? "05" : "20"}`),
      ),
    );
    const refused = all.filter(({ status }) => status === 409);
    expect(all.filter(({ status }) => status === 201)).toHaveLength(15);
    expect(refused).toHaveLength(1);
    expect(await refused[0]?.json()).toMatchObject({
      code: "hirer-checks/NOTICE_NOT_POSSIBLE",
      faults: ["TOO_MANY_NOTICES"],
      detail: "The premises have had the 15 notices that a year allows.",
    });
  });

  it("count no longer once they are taken back", async () => {
    const host = await open(relaxed);
    const { id } = (await (await note(host, "2026-09-22")).json()) as { id: string };
    const path = `/schools/${host.school}/event-notices/${id}`;
    expect((await host.request(path, { method: "DELETE", as: "school" })).status).toBe(204);
    expect(await host.api.eventNotices(host.school, 0)).toEqual([]);
  });

  it("are for at most 499 people", async () => {
    const host = await openTestHost(hirerChecks(relaxed), { schools: [testSchoolWithBigHall()] });
    opened.push(host);
    const crowd = { ...party, recurrence: undefined, space: "main-hall", attendance: 500 };
    expect((await judged(host, crowd)).join()).toContain("hirer-checks/EVENT_TOO_LARGE");
    expect((await judged(host, { ...crowd, attendance: 499 })).join()).not.toContain("TOO_LARGE");
  });
});

describe("the policy", () => {
  it("is read by anyone, and set by the school that has read it last", async () => {
    const host = await open({});
    const path = `/schools/${host.school}/policy`;
    const read = await host.request(path);
    expect([read.status, read.headers.get("etag")]).toEqual([200, '"0"']);
    const put = (headers: Record<string, string>, as: "school" | { hirer: string } = "school") =>
      host.request(path, { method: "PUT", as, body: POLICY, headers });
    expect((await put({})).status).toBe(428);
    expect((await put({ "if-match": '"0"' }, { hirer: CLUB })).status).toBe(403);
    const set = await put({ "if-match": '"0"' });
    expect([set.status, set.headers.get("etag")]).toEqual([200, '"1"']);
    expect((await put({ "if-match": '"0"' })).status).toBe(412);
    expect(await (await host.request(path)).json()).toEqual(POLICY);
    expect((await put({ "if-match": '"1"' })).status).toBe(200);
  });

  it("holds from then on", async () => {
    const host = await open({});
    expect(await judged(host, { recurrence: undefined })).toEqual(["2026-09-15"]);
    await host.request(`/schools/${host.school}/policy`, {
      method: "PUT",
      as: "school",
      body: POLICY,
      headers: { "if-match": '"0"' },
    });
    expect(await judged(host, { recurrence: undefined })).toEqual([
      "2026-09-15 hirer-checks/COVER_MISSING",
    ]);
  });
});

describe("reminders", () => {
  function postOffice(): { letters: ReminderLetter[]; api: object } {
    const letters: ReminderLetter[] = [];
    return { letters, api: { write: async (letter: ReminderLetter) => void letters.push(letter) } };
  }

  it("are written once each, to hirers with a booking to come", async () => {
    const { letters, api } = postOffice();
    const host = await open({ defaultPolicy: POLICY, remindBy: "email" }, { email: api });
    await enter(host);
    await host.runJob("remind");
    expect(letters).toEqual([]);
    await host.ledger().request({ ...EVENING, first: "2026-09-29" });
    await host.runJob("remind");
    await host.runJob("remind");
    expect(letters.map(({ key }) => key)).toEqual([expect.stringMatching(/\/60$/)]);
    expect(letters[0]?.subject).toEqual({
      cy: "Yswiriant atebolrwydd cyhoeddus: yn dod i ben ar 30 Medi 2026",
      en: "Public liability insurance: ends on 30 September 2026",
    });
    host.setNow(Date.UTC(2026, 8, 20));
    await host.runJob("remind");
    expect(letters.map(({ key }) => key)).toEqual([
      expect.stringMatching(/\/60$/),
      expect.stringMatching(/\/14$/),
    ]);
  });

  it("are tried again when the letter could not be taken", async () => {
    let isDown = true;
    const letters: ReminderLetter[] = [];
    const api = {
      async write(letter: ReminderLetter) {
        if (isDown) throw new Error("The post is closed.");
        letters.push(letter);
      },
    };
    const host = await open({ defaultPolicy: POLICY, remindBy: "email" }, { email: api });
    await enter(host);
    await host.ledger().request({ ...EVENING, first: "2026-09-29" });
    await expect(host.runJob("remind")).rejects.toThrow("closed");
    isDown = false;
    await host.runJob("remind");
    expect(letters).toHaveLength(1);
  });
});

describe("the pages", () => {
  it("list what ends soon to the school, and what is asked for to anyone", async () => {
    const host = await open();
    await enter(host);
    expect(await host.page("", "cy")).toContain("Clwb Badminton y Prawf");
    expect(await host.page("", "en")).toContain("30 September 2026");
    expect(await host.page("", "en")).toContain("Main site: 0 / 15");
    expect(await host.page("requirements", "cy")).toContain("Yswiriant atebolrwydd cyhoeddus");
    const without = await open({});
    expect(await without.page("requirements", "en")).toContain(
      "The school asks to see no documents",
    );
  });
});

describe("hirerChecks", () => {
  it("refuses options that there are not", () => {
    const mistyped: object = { remindby: "email" };
    expect(() => hirerChecks(mistyped)).toThrow('hirerChecks: "remindby" is no option.');
  });
});
