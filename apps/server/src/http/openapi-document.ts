import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Bilingual, Language } from "@neuadd/core";
import { ACCESS, type OperationId } from "./access.ts";
import type { OperationTag } from "./document-route.ts";
import type { HttpEnvironment } from "./exchange.ts";
import { markOptionalFields } from "./mark-optional-fields.ts";
import { OPERATION_TEXTS } from "./operation-texts.ts";
import { PARAMETER_TEXTS } from "./parameter-texts.ts";

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
    for (const method of ["get", "post", "patch", "delete"] as const) {
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
  parameters?: ({ name: string } | { $ref: string })[];
}

function putInWords(operation: DocumentedOperation, language: Language): void {
  const text = isOperationId(operation.operationId)
    ? OPERATION_TEXTS[operation.operationId]
    : undefined;
  if (text !== undefined) {
    operation.summary = text.summary[language];
    if (text.description !== undefined) operation.description = text.description[language];
  }
  for (const parameter of operation.parameters ?? []) {
    const words = "name" in parameter ? PARAMETER_TEXTS[parameter.name] : undefined;
    if (words !== undefined) Object.assign(parameter, { description: words[language] });
  }
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
  cy: "Allwedd llogwr, ysgol, awdurdod neu weinyddwr, gyda'i chwmpasau.",
  en: "A key of a hirer, a school, an authority or the operator, with its scopes.",
};

const TAG_TEXTS: Readonly<Record<OperationTag, Bilingual>> = {
  schools: {
    cy: "Ysgolion, eu calendrau a'u lleoedd, a phryd maent yn rhydd: yn agored i bawb.",
    en: "Schools, their calendars and spaces, and when these are free: open to anyone.",
  },
  bookings: {
    cy: "Rhagweld, gofyn, cymeradwyo, newid a chanslo archebion.",
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
