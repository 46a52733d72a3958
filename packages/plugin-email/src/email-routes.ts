import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { toRfc3339 } from "@neuadd/core";
import { describedAs, type PluginEnvironment, problemAnswers } from "@neuadd/plugin-kit";
import { LETTER_STATES } from "./email-tables.ts";
import { letterForgotten, letterOvertaken, letterUnknown } from "./outbox/letter-problems.ts";
import { listLetters, requeueAll } from "./outbox/letter-store.ts";
import { resendLetter, type ResendParts } from "./outbox/resend-letter.ts";

const SchoolParams = z.object({
  school: z.string().openapi({ example: "brynmawr-foundation" }),
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
  "x-cy": { summary: "Llythyrau ysgol, y rhai diweddaraf yn gyntaf" },
  security: [{ key: [] }],
  request: {
    params: SchoolParams,
    query: z.object({
      state: z
        .enum(LETTER_STATES)
        .optional()
        .openapi(
          describedAs({
            cy: "Dim ond llythyrau yn y cyflwr hwn.",
            en: "Only letters in this state.",
          }),
        ),
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
  summary: "Have a letter sent again",
  description:
    "It goes to where the hirer is reached now, within a minute. One that was sent, and came back later, is written anew from the booking as it is; one that a later letter on the same booking has overtaken is not sent any more.",
  "x-cy": {
    summary: "Cael anfon llythyr eto",
    description:
      "Mae'n mynd i'r lle y gellir cyrraedd y llogwr nawr, o fewn munud. Ysgrifennir o'r newydd, o'r archeb fel y mae, un a anfonwyd ac a ddaeth yn ôl wedyn; nid anfonir mwyach un y mae llythyr diweddarach am yr un archeb wedi'i ddisodli.",
  },
  security: [{ key: [] }],
  request: {
    params: SchoolParams.extend({
      letter: z
        .string()
        .max(300)
        .openapi(describedAs({ cy: "Dynodydd y llythyr.", en: "Id of the letter." })),
    }),
  },
  responses: {
    202: { description: "It is queued again." },
    ...problemAnswers({
      401: ["AUTHENTICATION_REQUIRED"],
      403: ["FORBIDDEN"],
      404: ["SCHOOL_UNKNOWN", letterUnknown()],
      409: [letterOvertaken(), letterForgotten()],
    }),
  },
});

const resendAllRoute = createRoute({
  operationId: "resendLetters",
  method: "post",
  path: "/schools/{school}/letters/resend",
  tags: ["email"],
  summary: "Have all letters sent again that were refused or given up",
  description:
    "In the order of what happened, but for those that a later letter on the same booking has overtaken. For when a fault at the mail server has been put right.",
  "x-cy": {
    summary: "Cael anfon eto bob llythyr a wrthodwyd, neu na chyrhaeddodd",
    description:
      "Yn nhrefn yr hyn a ddigwyddodd, ac eithrio'r rhai y mae llythyr diweddarach am yr un archeb wedi'u disodli. At yr adeg pan fydd nam ar y gweinydd post wedi'i gywiro.",
  },
  security: [{ key: [] }],
  request: { params: SchoolParams },
  responses: {
    202: {
      description: "They are queued again.",
      content: {
        "application/json": {
          schema: z.object({
            queued: z.int().openapi({ description: "How many letters.", example: 12 }),
          }),
        },
      },
    },
    ...problemAnswers({
      401: ["AUTHENTICATION_REQUIRED"],
      403: ["FORBIDDEN"],
      404: ["SCHOOL_UNKNOWN"],
    }),
  },
});

/** The school sees what became of its letters, and has those sent again that did not arrive. */
export function emailRoutes(parts: ResendParts): OpenAPIHono<PluginEnvironment> {
  const { host, tables } = parts;
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
    await resendLetter(parts, place.school, place.letter);
    return context.body(null, 202);
  });

  routes.openapi(resendAllRoute, async (context) => {
    const { school } = context.req.valid("param");
    await host.access.school(context.var.exchange, school, { scope: "hirers:write" });
    const { queued } = await requeueAll(tables, school, host.now());
    return context.json({ queued }, 202);
  });
  return routes;
}
