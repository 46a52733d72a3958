import { OutwardFault } from "@neuadd/plugin-kit";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createHirer } from "../src/hirers/create-hirer.ts";
import { createBlock } from "../src/ledger/create-block.ts";
import { requestBooking } from "../src/ledger/request-booking.ts";
import { allPlugins } from "./fixtures/all-plugins.ts";
import { checkLedger } from "./fixtures/check-ledger.ts";
import {
  HOSTILE_BODIES,
  hostilePath,
  hostileText,
  hostileValue,
} from "./fixtures/hostile-values.ts";
import { makeApi, OTHER_SCHOOL, type TestApi } from "./fixtures/make-api.ts";
import { SCHOOL } from "./fixtures/school-definition.ts";
import { tuesdays } from "./fixtures/tuesdays.ts";

/** In all that the other school and its hirer have written, and in no document: whoever is not of them may never see it. */
const SECRET = "Cyfrinach y Ddraig Goch";
const MOST_MILLISECONDS = 2_000;

let api: TestApi;
let operations: readonly Operation[] = [];
/** Ids that exist, of one's own and of others. */
let ids: Readonly<Record<string, readonly string[]>> = {};

beforeAll(async () => {
  const many = 1_000_000;
  api = await makeApi({
    plugins: allPlugins(),
    // Nothing hostile is fetched from, or told to, anyone.
    pluginOptions: {
      callOut: () => Promise.reject(new OutwardFault("CONNECTION_FAILED", "Closed.")),
    },
    limits: { addressRequestsPerMinute: many, keyRequestsPerMinute: many, badKeysPerMinute: many },
  });
  const { services } = api;
  // Of a booking that stands VAT and prices have something to say.
  const own = await api.approve(await api.book());
  const contact = { name: SECRET, email: "cyfrinach@example.org" };
  const other = await createHirer(services, {
    name: SECRET,
    category: "charity",
    language: "cy",
    contact,
  });
  const wanted = tuesdays(other.id, { title: SECRET, activity: SECRET });
  const { booking } = await requestBooking(services, OTHER_SCHOOL, "key:key_o", wanted);
  const reason = { cy: SECRET, en: `${SECRET}.` };
  const block = await createBlock(
    services,
    OTHER_SCHOOL,
    "key:key_o",
    { space: "main-hall", kind: "examination", reason, first: "2026-09-10" },
    { displace: false },
  );
  ids = {
    school: [SCHOOL, SCHOOL, OTHER_SCHOOL],
    booking: [own.id, own.id, booking.id],
    block: [block.id],
    hirer: [api.hirer.id, other.id],
    space: ["sports-hall-a", "main-hall"],
    date: ["2026-09-15"],
    code: ["FORBIDDEN"],
  };
  operations = operationsOf((await api.call("GET /openapi.json")).json as Document);
});
afterAll(async () => {
  await api.plugins.close();
  await api.services.store.close();
});

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DocumentOperation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, BodySchema>>;
  };
}

interface DocumentOperation {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: BodySchema }>>;
  };
}

interface BodySchema {
  readonly $ref?: string;
  readonly example?: object;
  readonly examples?: readonly object[];
}

interface Operation {
  readonly method: string;
  readonly path: string;
  readonly query: readonly string[];
  /** The document's own example of the body, if it takes one. */
  readonly example: object | undefined;
}

function operationsOf({ paths, components }: Document): Operation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody }]): Operation => {
      const body = requestBody?.content["application/json"]?.schema;
      const name = body?.$ref?.slice(body.$ref.lastIndexOf("/") + 1) ?? "";
      const schema = components.schemas[name] ?? body;
      const example = schema?.example ?? schema?.examples?.[0];
      if (requestBody !== undefined && example === undefined) {
        throw new Error(`${method} ${path} has no example of its body.`);
      }
      return {
        method: method.toUpperCase(),
        path,
        query: parameters.filter((one) => one.in === "query").map((one) => one.name),
        example,
      };
    }),
  );
}

/** Which of the choices that a hostile request consists of; all else follows from the document. */
const drawn = fc.record({
  as: fc.constantFrom("none", "hirer", "school"),
  id: fc.nat(),
  hostileId: fc.option(hostilePath, { freq: 4 }),
  query: fc.array(fc.tuple(fc.nat(), hostileText), { maxLength: 3 }),
  changes: fc.array(fc.tuple(fc.nat(), hostileValue), { maxLength: 3 }),
  body: fc.option(fc.constantFrom(...HOSTILE_BODIES), { freq: 6 }),
  headers: fc.record(
    {
      "if-match": fc.oneof(fc.constantFrom('"2"', '"3"', "*", 'W/"2"', '""', '"9007199254740993"')),
      "idempotency-key": fc.string({
        unit: fc.constantFrom("a", "b", '"', " ", "é"),
        maxLength: 300,
      }),
      "accept-language": fc.constantFrom("cy", "en", "cy;q=x,,;", "*", "xx-".repeat(200)),
      "content-type": fc.constantFrom(
        "application/json",
        "application/json; charset=utf-16",
        "text/plain",
        "application/json".repeat(20),
      ),
      "if-none-match": fc.constantFrom("*", '"', '"x", W/"y"', ",".repeat(3000)),
      "x-request-id": fc.constantFrom("a", "<script>", "-".repeat(500)),
    },
    { requiredKeys: ["if-match"] },
  ),
});

it("answers nothing hostile with a fault of its own, a stack, another's data, or late", async () => {
  const statuses = new Set<number>();
  for (const operation of operations) {
    const outcome = fc.asyncProperty(drawn, async ({ as, headers, ...choices }) => {
      const address = addressOf(operation, choices);
      const body = bodyOf(operation, choices);
      const key = api.keys[as];
      const started = performance.now();
      const response = await api.app.request(address, {
        method: operation.method,
        headers: {
          ...(operation.example !== undefined && { "content-type": "application/json" }),
          ...Object.fromEntries(Object.entries(headers).filter(([, text]) => isHeader(text))),
          ...(key !== undefined && { authorization: `Bearer ${key}` }),
        },
        ...(body !== undefined && { body }),
      });
      const text = await response.text();
      statuses.add(response.status);
      const late = performance.now() - started > MOST_MILLISECONDS;
      const faults = [...faultsOf(response.status, text), ...(late ? ["late"] : [])];
      expect([operation.path, ...faults]).toEqual([operation.path]);
    });
    await fc.assert(outcome, { numRuns: 8 });
  }
  // Some of it gets past every check but the last.
  expect([...statuses]).toEqual(expect.arrayContaining([200, 401, 403, 404, 422]));
  expect(await checkLedger(api.services.store)).toEqual([]);
});

/** What no answer may be, to whomever. */
function faultsOf(status: number, text: string): string[] {
  const isProblem = status < 400 || /"code":"(?:[a-z][a-z0-9-]*\/)?[A-Z_]+"|<html/.test(text);
  return [
    ...(status >= 500 ? [`${status}: ${text}`] : []),
    ...(/\n\s+at |node_modules|\.ts:\d/.test(text) ? [`a stack: ${text}`] : []),
    ...(text.includes(SECRET) ? [`another's data: ${text}`] : []),
    ...(isProblem ? [] : [`no problem details: ${status} ${text}`]),
  ];
}

/** Headers are bytes: what `fetch` can't send never gets here. */
function isHeader(text: string | undefined): boolean {
  return text !== undefined && /^[\t\x20-\x7e\x80-\xff]*$/.test(text);
}

function addressOf(
  { path, query }: Operation,
  choices: {
    readonly id: number;
    readonly hostileId: string | null;
    readonly query: readonly (readonly [number, string])[];
  },
): string {
  let { hostileId } = choices;
  const address = path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => {
    const known = ids[name] ?? ["x"];
    if (hostileId === null || choices.id % 2 === 0) {
      return known[choices.id % known.length] ?? "x";
    }
    const text = hostileId;
    hostileId = null;
    return text;
  });
  const search = new URLSearchParams();
  for (const [place, text] of choices.query) {
    search.append(query[place % Math.max(1, query.length)] ?? "unknown", text);
  }
  return search.size > 0 ? `${address}?${search.toString()}` : address;
}

function bodyOf(
  { example }: Operation,
  choices: {
    readonly changes: readonly (readonly [number, unknown])[];
    readonly body: string | Uint8Array<ArrayBuffer> | null;
  },
): string | Uint8Array<ArrayBuffer> | undefined {
  if (example === undefined) return undefined;
  if (choices.body !== null) return choices.body;
  const body = structuredClone(example) as Record<string, unknown>;
  for (const [place, value] of choices.changes) change(body, place, value);
  return JSON.stringify(body);
}

/** Puts a value in the place of one of the fields, however deep it lies, or adds one. */
function change(target: Record<string, unknown>, place: number, value: unknown): void {
  const names = Object.keys(target);
  const name = names[place % (names.length + 1)];
  const inside = name === undefined ? undefined : target[name];
  if (typeof inside === "object" && inside !== null && place % 3 > 0) {
    return change(inside as Record<string, unknown>, Math.floor(place / 3), value);
  }
  target[name ?? "unknown"] = structuredClone(value);
}

it("takes a character that no database text may hold for what it is, wherever it stands", async () => {
  const at = `bookings/${ids["booking"]?.[0] ?? ""}`;
  const nul = "a\u0000b";
  const headers = { "idempotency-key": "nul", "if-match": '"2"' };
  const series = {
    space: "community-room",
    first: "2026-09-09",
    startTime: "18:00",
    endTime: "19:00",
    title: "A",
    activity: "b",
  };
  for (const [request, body] of [
    ["GET /v1/schools/%00"],
    ["GET spaces/%00"],
    ["GET bookings/%00"],
    ["GET blocks/%00"],
    ["GET /v1/hirers/%00"],
    ["GET bookings?cursor=%00"],
    ["GET bookings?hirer=%00"],
    ["GET bookings?space=%00"],
    ["GET availability?facility=%00"],
    ["GET events?after=%00"],
    ["GET /v1/hirers?school=%00"],
    ["POST bookings", { ...series, title: nul }],
    ["POST bookings", { ...series, activity: nul }],
    ["POST bookings", { ...series, hirer: nul }],
    ["POST bookings", { ...series, space: nul }],
    ["POST bookings/preview", { ...series, layout: nul }],
    [`POST ${at}/decline`, { reason: nul }],
    [`POST ${at}/amend`, { scope: "all", space: nul }],
    [
      "POST blocks",
      { space: "main-hall", kind: "recall", first: "2026-09-10", reason: { cy: nul, en: nul } },
    ],
    [
      "POST /v1/hirers",
      {
        name: nul,
        category: "club",
        language: "cy",
        contact: { name: nul, email: "a@example.org" },
      },
    ],
  ] as const) {
    const answer = await api.call(request, {
      as: "school",
      headers,
      ...(body !== undefined && { body }),
    });
    expect([request, answer.status < 500, answer.at("code")]).toEqual([
      request,
      true,
      expect.any(String),
    ]);
  }
});

it.each([
  ["a rule of ten thousand dates", { recurrence: { rule: "FREQ=DAILY;COUNT=10000" } }, 422],
  ["a rule without an end", { recurrence: { rule: "FREQ=DAILY" } }, 422],
  [
    "a rule to the end of the calendar",
    { recurrence: { rule: "FREQ=DAILY", until: "9999-12-31" } },
    422,
  ],
  [
    "a rule that never comes",
    { recurrence: { rule: "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", count: 400 } },
    200,
  ],
  ["a rule by the second", { recurrence: { rule: "FREQ=SECONDLY;COUNT=5" } }, 422],
  ["a date that is none", { first: "2026-02-30" }, 422],
  ["the last date of all", { first: "9999-12-31" }, 422],
  ["the first date of all", { first: "0000-01-01" }, 422],
  ["a time that is none", { startTime: "24:30" }, 422],
  [
    "400 dates besides",
    {
      recurrence: {
        rule: "FREQ=DAILY",
        count: 1,
        extraDates: Array.from({ length: 5000 }, () => "2026-09-09"),
      },
    },
    422,
  ],
  ["more people than there are", { attendance: 1e308 }, 422],
  ["a zone", { zone: "Europe/Llandudno" }, 422],
] as const)("refuses or answers %s within its time", async (_what, given, status) => {
  const started = performance.now();
  const body = {
    space: "community-room",
    first: "2026-09-09",
    startTime: "18:00",
    endTime: "19:00",
    ...given,
  };
  const answer = await api.call("POST bookings/preview", { as: "hirer", body });
  expect([answer.status, answer.text.slice(0, 200)]).toEqual([status, expect.any(String)]);
  expect(performance.now() - started).toBeLessThan(MOST_MILLISECONDS);
});
