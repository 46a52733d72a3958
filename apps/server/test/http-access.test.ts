import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ACCESS, accessOf, type OperationId } from "../src/http/access.ts";
import { CROSS_ORIGIN_PATHS } from "../src/http/cross-origin.ts";
import { issueKey } from "../src/keys/issue-key.ts";
import { revokeKey } from "../src/keys/revoke-key.ts";
import { makeApi, type Caller, type TestApi } from "./fixtures/make-api.ts";
import { SCHOOL } from "./fixtures/school-definition.ts";

/** A call of each operation that has nothing against it but, perhaps, its caller. */
interface Attempt {
  readonly request: string;
  readonly body?: unknown;
}

const SERIES = {
  space: "community-room",
  first: "2026-09-09",
  startTime: "18:00",
  endTime: "19:00",
};
const BLOCK = { space: "main-hall", kind: "maintenance", first: "2026-09-10" };

/** With `booking` of the first hirer, `block` of the first school, and revisions that are never right. */
function attemptOf(id: OperationId, booking: string, block: string, hirer: string): Attempt {
  const at = `bookings/${booking}`;
  const attempts: Record<OperationId, Attempt> = {
    getHealth: { request: "GET /healthz" },
    getReadiness: { request: "GET /readyz" },
    getMetrics: { request: "GET /metrics" },
    getOpenApiDocument: { request: "GET /openapi.json" },
    listSchools: { request: "GET /v1/schools" },
    getSchool: { request: `GET /v1/schools/${SCHOOL}` },
    getCalendar: { request: "GET calendar" },
    listSpaces: { request: "GET spaces" },
    getSpace: { request: "GET spaces/main-hall" },
    getSpaceAvailability: { request: "GET spaces/main-hall/availability" },
    getSchoolAvailability: { request: "GET availability" },
    getWhatsOn: { request: "GET whats-on" },
    previewBooking: { request: "POST bookings/preview", body: SERIES },
    requestBooking: { request: "POST bookings", body: { ...SERIES, title: "A", activity: "b" } },
    listBookings: { request: "GET bookings" },
    getBooking: { request: `GET ${at}` },
    approveBooking: { request: `POST ${at}/approve`, body: {} },
    declineBooking: { request: `POST ${at}/decline`, body: {} },
    withdrawBooking: { request: `POST ${at}/withdraw`, body: {} },
    cancelBooking: { request: `POST ${at}/cancel`, body: {} },
    cancelOccurrence: { request: `POST ${at}/occurrences/2026-09-09/cancel`, body: {} },
    previewAmendment: {
      request: `POST ${at}/amend/preview`,
      body: { scope: "all", attendance: 5 },
    },
    amendBooking: { request: `POST ${at}/amend`, body: { scope: "all", attendance: 5 } },
    previewBlock: { request: "POST blocks/preview", body: BLOCK },
    createBlock: { request: "POST blocks", body: { ...BLOCK, first: "nonsense" } },
    listBlocks: { request: "GET blocks" },
    getBlock: { request: `GET blocks/${block}` },
    removeBlock: { request: `DELETE blocks/${block}` },
    listHirers: { request: `GET /v1/hirers?school=${SCHOOL}` },
    createHirer: { request: "POST /v1/hirers", body: {} },
    getHirer: { request: `GET /v1/hirers/${hirer}` },
    changeHirer: { request: `PATCH /v1/hirers/${hirer}`, body: {} },
    exportHirer: { request: `GET /v1/hirers/${hirer}/export` },
    // It has a booking to come: who is let through is refused for that.
    eraseHirer: { request: `POST /v1/hirers/${hirer}/erase` },
    listEvents: { request: "GET events" },
  };
  return attempts[id];
}

/** Answers of a guard: whatever else comes, the caller was let through. */
const REFUSALS: ReadonlySet<unknown> = new Set([
  "AUTHENTICATION_REQUIRED",
  "KEY_INVALID",
  "FORBIDDEN",
  "SCOPE_MISSING",
  "BOOKING_UNKNOWN",
  "BLOCK_UNKNOWN",
  "HIRER_UNKNOWN",
]);

type Row = Readonly<Record<Exclude<Caller, "bad">, number | "through">>;

const ANYONE: Row = row(
  "through",
  "through",
  "through",
  "through",
  "through",
  "through",
  "through",
  "through",
);
const SCHOOL_WIDE: Row = row(401, "through", "through", "through", 403, "through", 403, "through");
const KEEPERS_ONLY: Row = row(401, 403, 403, "through", 403, "through", 403, "through");
const OF_BOOKING: Row = row(401, "through", 404, "through", 404, "through", 404, "through");
const ANSWERS_OF_BOOKING: Row = row(401, 403, 404, "through", 404, "through", 404, "through");
const OF_BLOCK: Row = row(401, 404, 404, "through", 404, "through", 404, "through");
const OF_HIRER: Row = OF_BOOKING;

function row(
  none: Row["none"],
  hirer: Row["none"],
  otherHirer: Row["none"],
  school: Row["none"],
  otherSchool: Row["none"],
  authority: Row["none"],
  otherAuthority: Row["none"],
  operator: Row["none"],
): Row {
  return { none, hirer, otherHirer, school, otherSchool, authority, otherAuthority, operator };
}

const MATRIX: Readonly<Record<OperationId, Row>> = {
  getHealth: ANYONE,
  getReadiness: ANYONE,
  getMetrics: row(401, 403, 403, 403, 403, 403, 403, "through"),
  getOpenApiDocument: ANYONE,
  listSchools: ANYONE,
  getSchool: ANYONE,
  getCalendar: ANYONE,
  listSpaces: ANYONE,
  getSpace: ANYONE,
  getSpaceAvailability: ANYONE,
  getSchoolAvailability: ANYONE,
  getWhatsOn: ANYONE,
  previewBooking: SCHOOL_WIDE,
  requestBooking: SCHOOL_WIDE,
  listBookings: SCHOOL_WIDE,
  getBooking: OF_BOOKING,
  approveBooking: ANSWERS_OF_BOOKING,
  declineBooking: ANSWERS_OF_BOOKING,
  withdrawBooking: row(401, "through", 404, 403, 404, 403, 404, "through"),
  cancelBooking: OF_BOOKING,
  cancelOccurrence: OF_BOOKING,
  previewAmendment: OF_BOOKING,
  amendBooking: OF_BOOKING,
  previewBlock: KEEPERS_ONLY,
  createBlock: KEEPERS_ONLY,
  listBlocks: KEEPERS_ONLY,
  getBlock: OF_BLOCK,
  removeBlock: OF_BLOCK,
  listHirers: row(401, "through", "through", "through", 403, "through", 403, "through"),
  createHirer: row(401, 403, 403, "through", "through", "through", "through", "through"),
  getHirer: OF_HIRER,
  changeHirer: OF_HIRER,
  exportHirer: row(401, "through", 404, 403, 404, 403, 404, "through"),
  eraseHirer: row(401, 403, 404, 403, 404, 403, 404, "through"),
  listEvents: KEEPERS_ONLY,
};

const OPERATIONS = Object.keys(ACCESS) as OperationId[];
const CALLERS = Object.keys(ANYONE) as (keyof Row)[];

let api: TestApi;
let booking = "";
let block = "";
let revoked = "";
let expired = "";
beforeAll(async () => {
  api = await makeApi({ limits: { badKeysPerMinute: 10_000, addressRequestsPerMinute: 10_000 } });
  booking = (await api.book()).id;
  const made = await api.call("POST blocks", {
    as: "school",
    body: { space: "community-room", kind: "schoolUse", first: "2026-09-07" },
  });
  block = String(made.at("id"));
  const key = await issueKey(api.services, { kind: "school", owner: SCHOOL, label: "lost" });
  await revokeKey(api.services, key.id);
  revoked = key.key;
  const old = { kind: "operator", owner: "", label: "old" } as const;
  const { clock } = api.services;
  expired = (await issueKey(api.services, { ...old, expiresAt: clock.now() + 1 })).key;
  clock.advance(1);
});
afterAll(() => api.services.store.close());

async function attempt(id: OperationId, as: Caller, key?: string) {
  const { request, body } = attemptOf(id, booking, block, api.hirer.id);
  return api.call(request, {
    as,
    ...(body !== undefined && { body }),
    headers: {
      ...(id === "requestBooking" && { "idempotency-key": `${id}-${as}` }),
      ...(key !== undefined && { authorization: `Bearer ${key}` }),
      // A wrong revision shows that the guard has been passed, and leaves the booking as it is.
      ...(request.includes(booking) && request.startsWith("POST") && { "if-match": '"0"' }),
    },
  });
}

describe.each(OPERATIONS.filter((id) => id !== "removeBlock"))("%s", (id) => {
  it.each(CALLERS)("with the key: %s", async (as) => {
    const answer = await attempt(id, as);
    const expected = MATRIX[id][as];
    if (expected === "through") expect(REFUSALS).not.toContain(answer.at("code"));
    else expect([as, answer.status]).toEqual([as, expected]);
    if (expected === 401) expect(answer.headers.get("www-authenticate")).toContain("Bearer");
  });

  it("refuses keys that are unknown, revoked or expired, also where none is needed", async () => {
    for (const key of ["nonsense", "neuadd_s_key_x", revoked, expired]) {
      const answer = await attempt(id, "none", key);
      const isOpen = id === "getHealth" || id === "getReadiness";
      expect([answer.status, answer.at("code")]).toEqual(
        isOpen ? [200, undefined] : [401, "KEY_INVALID"],
      );
    }
  });

  it("refuses a key without its scope, after what the key can't see", async () => {
    const { scope, kinds = [] } = accessOf(id);
    if (scope === undefined) return;
    const kind = kinds.includes("operator") ? "operator" : "hirer";
    const others = ["hirers:read", "blocks:write"] as const;
    const scopes = others.filter((other) => other !== scope);
    const { key } = await issueKey(api.services, { kind, owner: "", label: "narrow", scopes });
    const answer = await attempt(id, "none", key);
    expect([answer.status, answer.at("code"), answer.at("scope")]).toEqual([
      403,
      "SCOPE_MISSING",
      scope,
    ]);
    expect(answer.headers.get("www-authenticate")).toContain("insufficient_scope");
  });
});

it("removes a block for its school and nobody else", async () => {
  for (const as of CALLERS.filter((caller) => caller !== "school")) {
    const expected = MATRIX.removeBlock[as];
    if (expected !== "through") expect((await attempt("removeBlock", as)).status).toBe(expected);
  }
  expect((await attempt("removeBlock", "school")).status).toBe(204);
});

it("has a route for every operation of the table, and an operation for every route", () => {
  const documented = api.app.openAPIRegistry.definitions.flatMap((definition) =>
    definition.type === "route" ? [String(definition.route.operationId)] : [],
  );
  expect(documented.toSorted()).toEqual(OPERATIONS.toSorted());
  const known = new Set(
    api.app.openAPIRegistry.definitions.flatMap((definition) =>
      definition.type === "route"
        ? [`${definition.route.method} ${definition.route.path.replaceAll(/\{(\w+)\}/g, ":$1")}`]
        : [],
    ),
  );
  const api_ = api.app.routes.filter(
    ({ method, path }) => method !== "ALL" && path.startsWith("/v1"),
  );
  for (const { method, path } of api_) expect(known).toContain(`${method.toLowerCase()} ${path}`);
});

it("opens exactly the operations marked so to other origins", () => {
  for (const definition of api.app.openAPIRegistry.definitions) {
    if (definition.type !== "route" || definition.route.method !== "get") continue;
    const id = OPERATIONS.find((operation) => operation === definition.route.operationId);
    if (id === undefined) continue;
    const path = definition.route.path.replaceAll(/\{\w+\}/g, "a");
    expect([id, CROSS_ORIGIN_PATHS.test(path)]).toEqual([id, accessOf(id).crossOrigin === true]);
  }
});
