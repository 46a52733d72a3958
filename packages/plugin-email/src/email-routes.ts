import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { toRfc3339 } from "@neuadd/core";
import {
  type PluginEnvironment,
  type PluginHost,
  PluginProblem,
  problemAnswers,
} from "@neuadd/plugin-kit";
import type { Kysely } from "kysely";
import { type EmailTables, LETTER_STATES } from "./email-tables.ts";
import { listLetters, requeueLetter } from "./outbox/letter-store.ts";

const SchoolParams = z.object({
  school: z.string().openapi({ description: "Id of the school.", example: "brynmawr-foundation" }),
});

const SentLetter = z
  .object({
    id: z.string(),
    hirer: z.string(),
    kind: z.string().openapi({ example: "approved" }),
    language: z.enum(["cy", "en"]),
    state: z.enum(LETTER_STATES).openapi({
      description:
        "`queued` waits for its turn or another try; `refused` was not taken by the hirer’s mail server; `undelivered` was tried for a week.",
    }),
    attempts: z.int(),
    outcome: z.string().exactOptional().openapi({
      description: "Code of the last failure.",
      example: "550",
    }),
    queuedAt: z.string(),
    sentAt: z.string().exactOptional(),
  })
  .openapi("Letter", { description: "A letter to a hirer, without what is in it." });

const listRoute = createRoute({
  operationId: "listLetters",
  method: "get",
  path: "/schools/{school}/letters",
  tags: ["email"],
  summary: "The letters of a school, the newest first",
  security: [{ key: [] }],
  request: {
    params: SchoolParams,
    query: z.object({
      state: z.enum(LETTER_STATES).optional(),
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
  },
  responses: {
    200: {
      description: "The letters.",
      content: { "application/json": { schema: z.object({ items: z.array(SentLetter) }) } },
    },
    ...problemAnswers({
      400: ["QUERY_INVALID"],
      401: ["AUTHENTICATION_REQUIRED"],
      403: ["FORBIDDEN"],
      404: ["SCHOOL_UNKNOWN"],
    }),
  },
});

const resendRoute = createRoute({
  operationId: "resendLetter",
  method: "post",
  path: "/schools/{school}/letters/{letter}/resend",
  tags: ["email"],
  summary: "Have a letter sent again that was refused or given up",
  description: "It goes to where the hirer is reached now, within a minute.",
  security: [{ key: [] }],
  request: { params: SchoolParams.extend({ letter: z.string().max(300) }) },
  responses: {
    202: { description: "It is queued again." },
    ...problemAnswers({
      401: ["AUTHENTICATION_REQUIRED"],
      403: ["FORBIDDEN"],
      404: ["SCHOOL_UNKNOWN", "email/LETTER_UNKNOWN"],
    }),
  },
});

/** The school sees what became of its letters, and has those sent again that did not arrive. */
export function emailRoutes(
  host: PluginHost,
  tables: Kysely<EmailTables>,
): OpenAPIHono<PluginEnvironment> {
  const routes = new OpenAPIHono<PluginEnvironment>();

  routes.openapi(listRoute, async (context) => {
    const { school } = context.req.valid("param");
    const needs = { scope: "hirers:read" } as const;
    const { facts } = await host.access.school(context.var.exchange, school, needs);
    const { zone } = facts.school;
    const rows = await listLetters(tables, school, context.req.valid("query"));
    const items = rows.map(({ letter, outcome, queued_at, sent_at, ...row }) => ({
      id: letter,
      ...row,
      ...(outcome !== null && { outcome }),
      queuedAt: toRfc3339(Number(queued_at), zone),
      ...(sent_at !== null && { sentAt: toRfc3339(Number(sent_at), zone) }),
    }));
    return context.json({ items }, 200);
  });

  routes.openapi(resendRoute, async (context) => {
    const place = context.req.valid("param");
    await host.access.school(context.var.exchange, place.school, { scope: "hirers:write" });
    if (!(await requeueLetter(tables, place, host.now()))) throw letterUnknown();
    return context.body(null, 202);
  });
  return routes;
}

function letterUnknown(): PluginProblem {
  return new PluginProblem("email/LETTER_UNKNOWN", 404, {
    title: {
      cy: "Nid oes llythyr o'r fath i'w anfon eto",
      en: "There is no such letter to send again",
    },
    detail: {
      cy: "Dim ond llythyr a wrthodwyd, neu na chyrhaeddodd, y gellir ei anfon eto. Darllenwch lythyrau'r ysgol.",
      en: "Only a letter that was refused or given up can be sent again. Read the letters of the school.",
    },
  });
}
