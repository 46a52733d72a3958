import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import {
  describedAs,
  type AccessNeeds,
  type PluginEnvironment,
  type PluginExchange,
  problemAnswers,
} from "@neuadd/plugin-kit";
import { linkUnknown, tooManyLinks } from "../calendar-problems.ts";
import {
  forKeys,
  freshId,
  HirerParams,
  LanguageQuery,
  languageOf,
  refusals,
  type RouteParts,
  SchoolParams,
  textOf,
} from "../route-parts.ts";
import { addLink, type FeedLink, readLinks, removeLink } from "./link-store.ts";

const MOST_LINKS = 20;
const SECRET_BYTES = 24;
const BUSINESS = { scope: "bookings:read" } as const satisfies AccessNeeds;

const Link = z
  .object({
    id: z.string(),
    language: z.enum(["cy", "en"]),
    createdAt: z.string().openapi({ format: "date-time" }),
  })
  .openapi("CalendarLink", { description: "A calendar for whoever knows its address." });
const NewLink = z
  .object({
    ...Link.shape,
    url: z.string().openapi({
      description: "To subscribe to. Shown this once: whoever has it can read the calendar.",
    }),
  })
  .openapi("NewCalendarLink", { description: "A new link, with its address." });

const LinkId = z
  .string()
  .min(1)
  .max(200)
  .openapi(describedAs({ cy: "Dynodydd y ddolen.", en: "Id of the link." }));
const created = {
  description: "The link, with its address.",
  content: { "application/json": { schema: NewLink } },
};
const listed = {
  description: "All of them.",
  content: { "application/json": { schema: z.object({ items: z.array(Link) }) } },
};
const ofHirer = { ...refusals, 404: [...refusals[404], "HIRER_UNKNOWN"] };
const tooMany = [tooManyLinks(MOST_LINKS)];
const unknown = linkUnknown();
const SCHOOL_LINKS = "/schools/{school}/links";
const HIRER_LINKS = "/schools/{school}/hirers/{hirer}/links";

const schoolRoutes = {
  list: createRoute({
    ...forKeys,
    operationId: "listSchoolCalendarLinks",
    method: "get",
    path: SCHOOL_LINKS,
    summary: "The links to everything of a school",
    "x-cy": { summary: "Y dolenni i bopeth mewn ysgol" },
    request: { params: SchoolParams },
    responses: { 200: listed, ...problemAnswers(refusals) },
  }),
  add: createRoute({
    ...forKeys,
    operationId: "addSchoolCalendarLink",
    method: "post",
    path: SCHOOL_LINKS,
    summary:
      "Make a secret link to everything of a school: bookings with titles and hirers, and blocks",
    "x-cy": {
      summary:
        "Gwneud dolen gyfrinachol i bopeth mewn ysgol: archebion gyda theitlau a llogwyr, a blociau",
    },
    request: { params: SchoolParams, query: LanguageQuery },
    responses: {
      201: created,
      ...problemAnswers({ ...refusals, 400: ["QUERY_INVALID"], 409: tooMany }),
    },
  }),
  remove: createRoute({
    ...forKeys,
    operationId: "removeSchoolCalendarLink",
    method: "delete",
    path: `${SCHOOL_LINKS}/{link}`,
    summary: "End a link of a school",
    "x-cy": { summary: "Dod â dolen ysgol i ben" },
    request: { params: SchoolParams.extend({ link: LinkId }) },
    responses: {
      204: { description: "Its address answers no more." },
      ...problemAnswers({ ...refusals, 404: [...refusals[404], unknown] }),
    },
  }),
};

const hirerRoutes = {
  list: createRoute({
    ...forKeys,
    operationId: "listHirerCalendarLinks",
    method: "get",
    path: HIRER_LINKS,
    summary: "The links to a hirer's bookings at a school",
    "x-cy": { summary: "Y dolenni i archebion llogwr mewn ysgol" },
    request: { params: HirerParams },
    responses: { 200: listed, ...problemAnswers(ofHirer) },
  }),
  add: createRoute({
    ...forKeys,
    operationId: "addHirerCalendarLink",
    method: "post",
    path: HIRER_LINKS,
    summary: "Make a secret link to a hirer's bookings at a school",
    "x-cy": { summary: "Gwneud dolen gyfrinachol i archebion llogwr mewn ysgol" },
    request: { params: HirerParams, query: LanguageQuery },
    responses: {
      201: created,
      ...problemAnswers({ ...ofHirer, 400: ["QUERY_INVALID"], 409: tooMany }),
    },
  }),
  remove: createRoute({
    ...forKeys,
    operationId: "removeHirerCalendarLink",
    method: "delete",
    path: `${HIRER_LINKS}/{link}`,
    summary: "End a link of a hirer",
    "x-cy": { summary: "Dod â dolen llogwr i ben" },
    request: { params: HirerParams.extend({ link: LinkId }) },
    responses: {
      204: { description: "Its address answers no more." },
      ...problemAnswers({ ...ofHirer, 404: [...ofHirer[404], unknown] }),
    },
  }),
};

interface LinkPlace {
  readonly school: string;
  readonly hirer?: string;
}

/** Who may read which calendar: links are made and ended here. */
export function addLinkRoutes(routes: OpenAPIHono<PluginEnvironment>, parts: RouteParts): void {
  const { host, tables } = parts;

  routes.openapi(schoolRoutes.list, async (context) => {
    const { school } = context.req.valid("param");
    await host.access.school(context.var.exchange, school, BUSINESS);
    return context.json({ items: (await readLinks(tables, school, undefined)).map(bodyOf) }, 200);
  });
  routes.openapi(schoolRoutes.add, async (context) => {
    const place = context.req.valid("param");
    const { exchange } = context.var;
    // It shows who hires: a key that may not read hirers may not hand that on.
    await host.access.school(exchange, place.school, { scope: "hirers:read" });
    await host.access.school(exchange, place.school, BUSINESS);
    const language = languageOf(context.req.valid("query").language, exchange);
    return context.json(await makeLink(parts, place, language), 201);
  });
  routes.openapi(schoolRoutes.remove, async (context) => {
    const { school, link } = context.req.valid("param");
    await host.access.school(context.var.exchange, school, BUSINESS);
    if (!(await removeLink(tables, school, undefined, link))) throw linkUnknown();
    return context.body(null, 204);
  });

  routes.openapi(hirerRoutes.list, async (context) => {
    const { school, hirer } = context.req.valid("param");
    await passHirer(parts, context.var.exchange, { school, hirer });
    return context.json({ items: (await readLinks(tables, school, hirer)).map(bodyOf) }, 200);
  });
  routes.openapi(hirerRoutes.add, async (context) => {
    const place = context.req.valid("param");
    const { exchange } = context.var;
    await passHirer(parts, exchange, place);
    const language = languageOf(context.req.valid("query").language, exchange);
    return context.json(await makeLink(parts, place, language), 201);
  });
  routes.openapi(hirerRoutes.remove, async (context) => {
    const { school, hirer, link } = context.req.valid("param");
    await passHirer(parts, context.var.exchange, { school, hirer });
    if (!(await removeLink(tables, school, hirer, link))) throw linkUnknown();
    return context.body(null, 204);
  });
}

/** The hirer itself, or whoever acts for that very school. */
async function passHirer(
  { host: { access } }: RouteParts,
  exchange: PluginExchange,
  { school, hirer }: Required<LinkPlace>,
): Promise<void> {
  const { caller } = await access.hirer(exchange, hirer, BUSINESS);
  if (caller.kind === "hirer") await access.anyone(exchange, school);
  else await access.school(exchange, school, BUSINESS);
}

async function makeLink(
  { host, tables }: RouteParts,
  { school, hirer }: LinkPlace,
  language: FeedLink["language"],
): Promise<z.infer<typeof NewLink>> {
  if ((await readLinks(tables, school, hirer)).length >= MOST_LINKS) throw tooManyLinks(MOST_LINKS);
  const secret = Buffer.from(host.randomBytes(SECRET_BYTES)).toString("base64url");
  const link: FeedLink = {
    id: freshId(host, "lnk"),
    school,
    hirer,
    language,
    createdAt: host.now(),
  };
  await addLink(tables, link, secret);
  // Paths are logged, queries are not.
  const url = `${host.publicUrl}/v1/x/${host.id}/calendar.ics?secret=${secret}`;
  return { ...bodyOf(link), url };
}

function bodyOf({ id, language, createdAt }: FeedLink): z.infer<typeof Link> {
  return { id, language, createdAt: textOf(createdAt) };
}
