import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { checkLedger } from "./fixtures/check-ledger.ts";
import { makeApi, type Caller, type TestApi } from "./fixtures/make-api.ts";
import { SCHOOL } from "./fixtures/school-definition.ts";

let api: TestApi;
let booking = "";
beforeAll(async () => {
  const many = 1_000_000;
  api = await makeApi({
    limits: { addressRequestsPerMinute: many, keyRequestsPerMinute: many, badKeysPerMinute: many },
  });
  booking = (await api.book()).id;
});
afterAll(() => api.services.store.close());

interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
}

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>>;
  };
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> };
}

/** Words that mean something somewhere in the API, so that a good part of the requests gets past the first check. */
const WORDS = [
  "sports-hall",
  "sports-hall-a",
  "main-hall",
  "theatre",
  "2026-09-08",
  "2026-09-29",
  "2027-03-28",
  "2026-02-30",
  "18:00",
  "19:30",
  "24:00",
  "FREQ=WEEKLY",
  "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
  "FREQ=DAILY;INTERVAL=0",
  "skip",
  "cy",
  "1",
  "",
  "\u0000",
  "🏸",
  "'; drop table series; --",
  "__proto__",
];

const anyText = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 20 }) },
);
const anyJson = fc.oneof(
  anyText,
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.jsonValue({ maxDepth: 2 }),
);

/** Values that a schema describes, and, one time in eight, anything at all. */
function valuesOf(schema: JsonSchema, document: Document, depth = 0): fc.Arbitrary<unknown> {
  const name = schema.$ref?.slice(schema.$ref.lastIndexOf("/") + 1);
  const resolved = (name === undefined ? undefined : document.components.schemas[name]) ?? schema;
  return fc.oneof(
    { weight: 7, arbitrary: described(resolved, document, depth) },
    { weight: 1, arbitrary: anyJson },
  );
}

function described(schema: JsonSchema, document: Document, depth: number): fc.Arbitrary<unknown> {
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  if (schema.properties !== undefined && depth < 4) {
    const fields = Object.entries(schema.properties).map(
      ([name, field]) => [name, valuesOf(field, document, depth + 1)] as const,
    );
    return fc.record(Object.fromEntries(fields), { requiredKeys: [] });
  }
  switch (schema.type) {
    case "string":
      return anyText;
    case "integer":
    case "number":
      return fc.oneof(fc.integer({ min: -1, max: 500 }), fc.double());
    case "boolean":
      return fc.boolean();
    case "array":
      return fc.array(valuesOf(schema.items ?? {}, document, depth + 1), { maxLength: 4 });
    default:
      return anyJson;
  }
}

const CALLERS = ["none", "hirer", "school", "operator"] as const satisfies readonly Caller[];

it("answers nothing of what its document describes with a fault of its own", async () => {
  const document = (await api.call("GET /openapi.json")).json as Document;
  const calls = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) =>
      callsOf(path, method, operation, document),
    ),
  );
  await fc.assert(
    fc.asyncProperty(fc.oneof(...calls), async ({ request, ...options }) => {
      const answer = await api.call(request, options);
      expect(answer.status, `${request} ${JSON.stringify(options)}: ${answer.text}`).toBeLessThan(
        500,
      );
      if (answer.status >= 400) expect(answer.at("code")).toEqual(expect.any(String));
    }),
    { numRuns: 600 },
  );
  expect(await checkLedger(api.services.store)).toEqual([]);
});

function callsOf(path: string, method: string, operation: Operation, document: Document) {
  const { parameters = [], requestBody } = operation;
  const names = parameters.filter((parameter) => parameter.in === "query").map(({ name }) => name);
  const body = requestBody?.content["application/json"]?.schema;
  const places: Readonly<Record<string, fc.Arbitrary<string>>> = {
    school: mostly(SCHOOL),
    booking: mostly(booking),
    space: mostly("sports-hall"),
    date: mostly("2026-09-15"),
    hirer: mostly(api.hirer.id),
  };
  return fc
    .record({
      places: fc.record(places),
      as: fc.constantFrom(...CALLERS),
      query: fc.record(Object.fromEntries(names.map((name) => [name, anyText])), {
        requiredKeys: [],
      }),
      body: body === undefined ? fc.constant(undefined) : valuesOf(body, document),
      ifMatch: fc.constantFrom('"2"', '"3"', "*", "nonsense"),
      key: fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 1, maxLength: 6 }),
    })
    .map(({ places: chosen, as, query, body: value, ifMatch, key }) => {
      const address = path.replaceAll(/\{(\w+)\}/g, (_all, name: string) =>
        encodeURIComponent(Object.entries(chosen).find(([place]) => place === name)?.[1] ?? "x"),
      );
      const search = new URLSearchParams();
      for (const [name, text] of Object.entries(query)) search.set(name, text ?? "");
      return {
        request: `${method.toUpperCase()} ${address}${search.size > 0 ? `?${search.toString()}` : ""}`,
        as,
        headers: { "if-match": ifMatch, "idempotency-key": key },
        ...(value !== undefined && { body: value }),
      };
    });
}

function mostly(word: string): fc.Arbitrary<string> {
  return fc.oneof({ weight: 9, arbitrary: fc.constant(word) }, { weight: 1, arbitrary: anyText });
}
