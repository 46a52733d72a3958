import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { issueKey } from "../src/keys/issue-key.ts";
import { revokeKey } from "../src/keys/revoke-key.ts";
import { allPlugins } from "./fixtures/all-plugins.ts";
import { type Caller, makeApi, type TestApi } from "./fixtures/make-api.ts";
import { SCHOOL } from "./fixtures/school-definition.ts";

type Expected = number | "through";
type Row = Readonly<Record<Exclude<Caller, "bad">, Expected>>;

/** A call of an operation that has nothing against it but, perhaps, its caller. */
interface Entry {
  /** Below `/v1/x/<plugin>`, with `{hirer}` and `{booking}` for those of the first hirer at the first school. */
  readonly request: string;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
  readonly row: Row;
}

const ANYONE = row("through", "through", "through", "through", "through", "through", "through");
/** What a school may do for itself: its key, its authority's and the operator's. */
const OF_SCHOOL = row(401, 403, 403, "through", 403, "through", 403);
const OF_BOOKING = row(401, "through", 404, "through", 404, "through", 404);
const KEEPS_BOOKING = row(401, 403, 404, "through", 404, "through", 404);
const OF_HIRER = OF_BOOKING;
const KEEPS_HIRER = KEEPS_BOOKING;
/** A document of a booking: for its hirer, at a school whose hirers may ask. */
const OF_DOCUMENT = row(401, "through", 404, "through", 403, "through", 403);

function row(
  none: Expected,
  hirer: Expected,
  otherHirer: Expected,
  school: Expected,
  otherSchool: Expected,
  authority: Expected,
  otherAuthority: Expected,
): Row {
  const others = { otherHirer, otherSchool, otherAuthority };
  return { none, hirer, school, authority, ...others, operator: "through" };
}

const at = `schools/${SCHOOL}`;
const hirerAt = `${at}/hirers/{hirer}`;
const endpoint = `${at}/endpoints/end_none`;
const tariff = {
  currency: "GBP",
  rates: [{ id: "all", name: { cy: "Pob lle", en: "Every space" }, pencePerHour: 2000 }],
};
const group = { children: { "4-8": 12 }, adults: 3, withParents: false };
const publication = {
  organisation: { name: "Ysgol y Bryn", url: "https://ysgol-y-bryn.example" },
  places: {},
  prices: { pencePerHour: 2500 },
};
const notice = {
  premises: "main-site",
  reference: "TEN/2026/0417",
  firstDate: "2026-12-05",
  startTime: "18:00",
  lastDate: "2026-12-05",
  endTime: "24:00",
};
const seen = {
  kind: "publicLiabilityInsurance",
  reference: "PL-2041",
  validFrom: "2026-04-01",
  validUntil: "2027-03-31",
  seenBy: "Business manager",
  seenOn: "2026-08-20",
};
const policy = {
  documents: [],
  supervision: "warn",
  eventNotices: { activities: [], outcome: "warn" },
  reminderDays: [60],
};
/** An address that is refused once the caller is let through: nothing is called. */
const subscription = {
  url: "https://127.0.0.1/school.ics",
  space: "main-hall",
  name: { cy: "Ysgol", en: "School" },
};

/** By plugin and operation. Where something is to be removed or sent again, there is none: who is let through is told so. */
const ENTRIES: Readonly<Record<string, Readonly<Record<string, Entry>>>> = {
  "calendar-feed": {
    readBusyCalendar: { request: `GET ${at}/spaces/main-hall/busy.ics`, row: ANYONE },
    readLinkedCalendar: { request: "GET calendar.ics?secret=none", row: ANYONE },
    listSchoolCalendarLinks: { request: `GET ${at}/links`, row: OF_SCHOOL },
    addSchoolCalendarLink: { request: `POST ${at}/links`, row: OF_SCHOOL },
    removeSchoolCalendarLink: { request: `DELETE ${at}/links/lnk_none`, row: OF_SCHOOL },
    listHirerCalendarLinks: { request: `GET ${hirerAt}/links`, row: OF_HIRER },
    addHirerCalendarLink: { request: `POST ${hirerAt}/links`, row: OF_HIRER },
    removeHirerCalendarLink: { request: `DELETE ${hirerAt}/links/lnk_none`, row: OF_HIRER },
    listCalendarSubscriptions: { request: `GET ${at}/subscriptions`, row: OF_SCHOOL },
    addCalendarSubscription: {
      request: `POST ${at}/subscriptions`,
      body: subscription,
      row: OF_SCHOOL,
    },
    refreshCalendarSubscription: {
      request: `POST ${at}/subscriptions/sub_none/refresh`,
      row: OF_SCHOOL,
    },
    removeCalendarSubscription: { request: `DELETE ${at}/subscriptions/sub_none`, row: OF_SCHOOL },
  },
  email: {
    listLetters: { request: `GET ${at}/letters`, row: OF_SCHOOL },
    resendLetter: { request: `POST ${at}/letters/none/resend`, row: OF_SCHOOL },
    resendLetters: { request: `POST ${at}/letters/resend`, row: OF_SCHOOL },
  },
  "hirer-checks": {
    readHirerCheckPolicy: { request: `GET ${at}/policy`, row: ANYONE },
    writeHirerCheckPolicy: {
      request: `PUT ${at}/policy`,
      body: policy,
      headers: { "if-match": '"0"' },
      row: OF_SCHOOL,
    },
    readEventNotices: {
      request: `GET ${at}/premises/main-site/event-notices?year=2026`,
      row: OF_SCHOOL,
    },
    addEventNotice: { request: `POST ${at}/event-notices`, body: notice, row: OF_SCHOOL },
    removeEventNotice: { request: `DELETE ${at}/event-notices/ten_none`, row: OF_SCHOOL },
    listHirerDocuments: { request: `GET ${hirerAt}/documents`, row: OF_HIRER },
    addHirerDocument: { request: `POST ${hirerAt}/documents`, body: seen, row: KEEPS_HIRER },
    removeHirerDocument: { request: `DELETE ${hirerAt}/documents/doc_none`, row: KEEPS_HIRER },
    listDeclaredGroups: { request: `GET ${hirerAt}/groups`, row: OF_HIRER },
    declareGroup: { request: `PUT ${hirerAt}/groups/badminton`, body: group, row: OF_HIRER },
    removeDeclaredGroup: { request: `DELETE ${hirerAt}/groups/none`, row: OF_HIRER },
  },
  openactive: {
    readOpenActiveCatalogue: { request: "GET catalogue", row: ANYONE },
    readOpenActiveDatasetSite: { request: `GET ${at}`, row: ANYONE },
    readOpenActiveFeed: { request: `GET ${at}/feeds/facility-uses`, row: ANYONE },
    readOpenActivePublication: { request: `GET ${at}/publication`, row: OF_SCHOOL },
    publishOpenActive: { request: `PUT ${at}/publication`, body: publication, row: OF_SCHOOL },
    withdrawOpenActive: { request: `DELETE ${at}/publication`, row: OF_SCHOOL },
  },
  tariffs: {
    readTariff: { request: `GET ${at}/tariff?on=2026-09-08`, row: ANYONE },
    listTariffVersions: { request: `GET ${at}/tariff/versions`, row: ANYONE },
    addTariffVersion: {
      request: `POST ${at}/tariff/versions`,
      body: { validFrom: "2026-04-01", tariff },
      row: OF_SCHOOL,
    },
    readTariffAccount: { request: `GET ${at}/bookings/{booking}/account`, row: OF_BOOKING },
    issueTariffDocuments: {
      request: `POST ${at}/bookings/{booking}/documents`,
      row: KEEPS_BOOKING,
    },
    returnTariffDeposit: {
      request: `POST ${at}/bookings/{booking}/deposit-returns`,
      row: KEEPS_BOOKING,
    },
    listTariffDocuments: { request: `GET ${at}/documents/invoice`, row: OF_SCHOOL },
    readTariffDocumentsCsv: { request: `GET ${at}/documents/invoice/csv`, row: OF_SCHOOL },
    readTariffDocument: { request: `GET ${at}/documents/invoice/1`, row: OF_DOCUMENT },
    readTariffDocumentPdf: { request: `GET ${at}/documents/invoice/1/pdf`, row: OF_DOCUMENT },
  },
  vat: {
    readVatSupplier: { request: `GET ${at}/supplier`, row: OF_SCHOOL },
    tellVatSupplier: {
      request: `PUT ${at}/supplier`,
      body: { supplier: "governingBody", isOptedToTax: false },
      row: OF_SCHOOL,
    },
    listVatToDecide: { request: `GET ${at}/to-decide`, row: OF_SCHOOL },
    readBookingVat: { request: `GET ${at}/bookings/{booking}`, row: OF_BOOKING },
    tellVatAgreement: {
      request: `PUT ${at}/bookings/{booking}/agreement`,
      body: { isPaidAsWhole: true },
      row: KEEPS_BOOKING,
    },
    recordVatDecision: {
      request: `POST ${at}/bookings/{booking}/decisions`,
      body: { answer: "exempt", assessment: 1 },
      row: KEEPS_BOOKING,
    },
    planBookingVat: { request: `GET ${at}/bookings/{booking}/plan`, row: OF_BOOKING },
  },
  webhooks: {
    listWebhookEndpoints: { request: `GET ${at}/endpoints`, row: OF_SCHOOL },
    addWebhookEndpoint: {
      request: `POST ${at}/endpoints`,
      body: { url: "https://127.0.0.1/neuadd" },
      row: OF_SCHOOL,
    },
    readWebhookEndpoint: { request: `GET ${endpoint}`, row: OF_SCHOOL },
    changeWebhookEndpoint: {
      request: `PATCH ${endpoint}`,
      body: { isEnabled: false },
      row: OF_SCHOOL,
    },
    removeWebhookEndpoint: { request: `DELETE ${endpoint}`, row: OF_SCHOOL },
    rotateWebhookSecret: { request: `POST ${endpoint}/secret`, row: OF_SCHOOL },
    testWebhookEndpoint: { request: `POST ${endpoint}/test`, row: OF_SCHOOL },
    listWebhookDeliveries: { request: `GET ${endpoint}/deliveries`, row: OF_SCHOOL },
    readWebhookDelivery: { request: `GET ${endpoint}/deliveries/msg_none`, row: OF_SCHOOL },
    resendWebhookDelivery: {
      request: `POST ${endpoint}/deliveries/msg_none/resend`,
      row: OF_SCHOOL,
    },
  },
};

const OPERATIONS = Object.entries(ENTRIES).flatMap(([plugin, entries]) =>
  Object.entries(entries).map(([id, entry]) => ({ plugin, id, entry })),
);
const CALLERS = Object.keys(ANYONE) as (keyof Row)[];
/** Whatever else comes, the caller was let through, and nothing was wrong with the call. */
const REFUSALS: ReadonlySet<unknown> = new Set([
  "AUTHENTICATION_REQUIRED",
  "KEY_INVALID",
  "FORBIDDEN",
  "SCOPE_MISSING",
  "SCHOOL_UNKNOWN",
  "BOOKING_UNKNOWN",
  "HIRER_UNKNOWN",
  "BODY_INVALID",
  "QUERY_INVALID",
  "tariffs/DOCUMENT_UNKNOWN",
]);

let api: TestApi;
let booking = "";
let useless: readonly string[] = [];
let narrow = "";

beforeAll(async () => {
  const many = 1_000_000;
  const limits = { badKeysPerMinute: many, addressRequestsPerMinute: many };
  api = await makeApi({ plugins: allPlugins(), limits });
  const enter = ENTRIES["tariffs"]?.["addTariffVersion"];
  await api.call(`POST /v1/x/tariffs/${at}/tariff/versions`, { as: "school", body: enter?.body });
  booking = (await api.approve(await api.book())).id;
  const issued = await api.call(`POST /v1/x/tariffs/${at}/bookings/${booking}/documents`, {
    as: "school",
  });
  if (issued.at("items.0.number") !== 1) throw new Error(`No invoice: ${issued.text}`);
  const { services } = api;
  const lost = await issueKey(services, { kind: "school", owner: SCHOOL, label: "lost" });
  await revokeKey(services, lost.id);
  const operator = { kind: "operator", owner: "" } as const;
  const expiresAt = services.clock.now() + 1;
  const old = await issueKey(services, { ...operator, label: "old", expiresAt });
  services.clock.advance(1);
  useless = ["nonsense", lost.key, old.key];
  const scopes = ["metrics:read"] as const;
  narrow = (await issueKey(services, { ...operator, label: "narrow", scopes })).key;
});
afterAll(async () => {
  await api.plugins.close();
  await api.services.store.close();
});

function attempt(plugin: string, { request, body, headers }: Entry, as: Caller, key?: string) {
  const [method, path = ""] = request.split(" ");
  const known = path.replace("{hirer}", api.hirer.id).replace("{booking}", booking);
  return api.call(`${method} /v1/x/${plugin}/${known}`, {
    as,
    ...(body && { body }),
    headers: { ...headers, ...(key !== undefined && { authorization: `Bearer ${key}` }) },
  });
}

describe.each(OPERATIONS)("$plugin: $id", ({ plugin, entry }) => {
  it("lets through and refuses each kind of key as it should", async () => {
    for (const as of CALLERS) {
      const answer = await attempt(plugin, entry, as);
      const expected = entry.row[as];
      if (expected === "through") {
        expect([as, answer.status < 500]).toEqual([as, true]);
        expect(REFUSALS, `${as}: ${answer.text}`).not.toContain(answer.at("code"));
      } else {
        expect([as, answer.status]).toEqual([as, expected]);
      }
    }
  });

  it("refuses keys that are unknown, revoked or expired, also where none is needed", async () => {
    for (const key of useless) {
      const answer = await attempt(plugin, entry, "none", key);
      expect([answer.status, answer.at("code")]).toEqual([401, "KEY_INVALID"]);
    }
  });

  it("refuses a key without its scope, where it needs a key", async () => {
    const answer = await attempt(plugin, entry, "none", narrow);
    if (entry.row === ANYONE) expect(REFUSALS).not.toContain(answer.at("code"));
    else expect([answer.status, answer.at("code")]).toEqual([403, "SCOPE_MISSING"]);
  });

  it("asks for the key before it looks at what else is sent", async () => {
    if (entry.body === undefined || entry.row === ANYONE) return;
    const answer = await attempt(plugin, { ...entry, body: { nonsense: 1 } }, "none");
    expect([answer.status, answer.at("code")]).toEqual([401, "AUTHENTICATION_REQUIRED"]);
  });
});

it("has a row for every operation of every plugin, at its method and place", () => {
  const described = api.app.openAPIRegistry.definitions.flatMap((definition) =>
    definition.type === "route" && definition.route.path.startsWith("/v1/x/")
      ? [definition.route]
      : [],
  );
  expect(described.map(({ operationId }) => String(operationId)).toSorted()).toEqual(
    OPERATIONS.map(({ id }) => id).toSorted(),
  );
  for (const { plugin, id, entry } of OPERATIONS) {
    const route = described.find(({ operationId }) => operationId === id);
    const [method = "", address = ""] = entry.request.split(" ");
    const [path = ""] = address.split("?");
    const pattern = (route?.path ?? "").replaceAll(/\{\w+\}/g, "[^/]+");
    expect([id, route?.method.toUpperCase()]).toEqual([id, method]);
    expect(`/v1/x/${plugin}/${path}`).toMatch(new RegExp(`^${pattern}$`));
  }
});
