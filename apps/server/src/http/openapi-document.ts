import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Bilingual, Language } from "@neuadd/core";
import type { ProblemAnswer, ProblemTexts } from "@neuadd/plugin-kit";
import { ACCESS, type OperationId } from "./access.ts";
import type { OperationTag } from "./operation.ts";
import type { HttpEnvironment } from "./exchange.ts";
import { markOptionalFields } from "./mark-optional-fields.ts";
import { OPERATION_TEXTS } from "./operation-texts.ts";
import { parameterText } from "./parameter-texts.ts";

export type OpenApiDocument = ReturnType<OpenAPIHono["getOpenAPI31Document"]>;

/**
 * The OpenAPI 3.1 document of all routes, those of plugins among them. Titles, summaries and what each operation and
 * parameter is for are in the language asked for; what describes fields and examples stays in English, as the names of
 * the fields do.
 */
export function openApiDocument(
  app: OpenAPIHono<HttpEnvironment>,
  publicUrl: string,
  language: Language,
): OpenApiDocument {
  const document = app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: TITLE[language],
      version: "1",
      description: DESCRIPTION[language],
      license: { name: "MIT", url: "https://opensource.org/license/mit" },
    },
    servers: [{ url: publicUrl }],
    tags: Object.entries(TAG_TEXTS).map(([name, text]) => ({ name, description: text[language] })),
  });
  markOptionalFields(document, app.openAPIRegistry.definitions);
  document.components = {
    ...document.components,
    securitySchemes: {
      key: { type: "http", scheme: "bearer", description: KEY[language] },
    },
  };
  for (const path of Object.values(document.paths ?? {})) {
    for (const method of ["get", "put", "post", "patch", "delete"] as const) {
      const operation = path[method];
      if (operation !== undefined) putInWords(operation, language);
    }
  }
  return document;
}

interface DocumentedOperation {
  operationId?: string;
  summary?: string;
  description?: string;
  /** What a plugin's route is called and does, in Welsh. */
  "x-cy"?: Readonly<Record<"summary" | "description", string>>;
  parameters?: (DocumentedParameter | { $ref: string })[];
  responses?: Readonly<Record<string, { "x-problems"?: unknown }>>;
}

interface DocumentedParameter {
  name: string;
  description?: string;
  schema?: object;
}

function putInWords(operation: DocumentedOperation, language: Language): void {
  const { operationId } = operation;
  const own = isOperationId(operationId) ? operationId : undefined;
  if (own !== undefined) {
    const text = OPERATION_TEXTS[own];
    operation.summary = text.summary[language];
    if (text.description !== undefined) operation.description = text.description[language];
  }
  if (language === "cy") Object.assign(operation, operation["x-cy"]);
  delete operation["x-cy"];
  for (const parameter of operation.parameters ?? []) {
    if ("name" in parameter) describeParameter(parameter, own, language);
  }
  for (const answer of Object.values(operation.responses ?? {})) {
    const problems = answer["x-problems"] as ProblemAnswer["x-problems"];
    if (problems !== undefined) answer["x-problems"] = problemsInWords(problems, language);
  }
}

/** A parameter of a plugin alone says by itself what it is for; its Welsh stands in its schema. */
function describeParameter(
  parameter: DocumentedParameter,
  operation: OperationId | undefined,
  language: Language,
): void {
  const {
    "x-cy": cy,
    description: en,
    ...schema
  }: { "x-cy"?: string; description?: string } = parameter.schema ?? {};
  const own = en === undefined ? undefined : { cy: cy ?? en, en };
  const words = parameterText(operation, parameter.name) ?? own;
  if (parameter.schema !== undefined) parameter.schema = schema;
  if (words !== undefined) parameter.description = words[language];
}

function problemsInWords(
  problems: Readonly<Record<string, ProblemTexts>>,
  language: Language,
): object {
  return Object.fromEntries(
    Object.entries(problems).map(([code, { title, detail }]) => [
      code,
      { title: title[language], detail: detail[language] },
    ]),
  );
}

function isOperationId(id: string | undefined): id is OperationId {
  return id !== undefined && Object.hasOwn(ACCESS, id);
}

const TITLE: Bilingual = { cy: "Neuadd: rhyngwyneb HTTP", en: "Neuadd HTTP API" };

const DESCRIPTION: Bilingual = {
  cy: "Archebu lleoedd ysgolion ar gyfer grwpiau cymunedol. Mae amseroedd yn RFC 3339 gyda'r gwrthbwyso, wrth ochr y dyddiad a'r amser lleol a'r parth. Mae Accept-Language: cy neu en yn dewis iaith pob brawddeg; nid yw codau byth yn newid. Manylion problem RFC 9457 yw pob gwall.",
  en: "Booking of school premises for community groups. Times are RFC 3339 with the offset, next to the local date, time and zone. Accept-Language: cy or en chooses the language of every sentence; codes never change. Every error is RFC 9457 problem details.",
};

const KEY: Bilingual = {
  cy: "Allwedd llogwr, ysgol, awdurdod neu weithredwr, gyda'i chwmpasau.",
  en: "A key of a hirer, a school, an authority or the operator, with its scopes.",
};

const TAG_TEXTS: Readonly<Record<OperationTag, Bilingual>> = {
  schools: {
    cy: "Ysgolion, eu calendrau a'u lleoedd, a phryd maent yn rhydd: yn agored i bawb.",
    en: "Schools, their calendars and spaces, and when these are free: open to anyone.",
  },
  bookings: {
    cy: "Cael rhagolwg o archebion, gofyn amdanynt, eu cymeradwyo, eu newid a'u canslo.",
    en: "Previewing, asking for, approving, changing and cancelling bookings.",
  },
  blocks: {
    cy: "Amser y mae ysgol yn ei gymryd iddi ei hun.",
    en: "Time that a school takes for itself.",
  },
  hirers: {
    cy: "Sefydliadau sy'n llogi, a'u haelodau.",
    en: "Organisations that hire, and their members.",
  },
  ledger: {
    cy: "Popeth sydd wedi digwydd mewn ysgol, yn ei drefn.",
    en: "All that has happened at a school, in order.",
  },
  server: { cy: "Cyflwr y gweinydd ei hun.", en: "The state of the server itself." },
};
