import { z } from "@hono/zod-openapi";
import {
  HirerContactSchema,
  HirerMemberSchema,
  HirerSchema,
  SlugSchema,
  type Bilingual,
} from "@neuadd/core";
import { actsForSchool } from "@neuadd/plugin-kit/host";
import { changeHirer } from "../../hirers/change-hirer.ts";
import { createHirer } from "../../hirers/create-hirer.ts";
import type { HirerRecord } from "../../hirers/hirer-record.ts";
import { listHirers } from "../../hirers/list-hirers.ts";
import { readHirer } from "../../hirers/read-hirer.ts";
import type { Actor } from "../../keys/actor.ts";
import { readSchool } from "../../ledger/school-model.ts";
import type { Services } from "../../services.ts";
import { hasTag, revisionTag, seenRevision } from "../entity-tag.ts";
import type { HttpContext } from "../exchange.ts";
import { foundOrUndefined } from "../found-or-undefined.ts";
import { addOperation, type Api } from "../add-operation.ts";
import { nextPageHeaders } from "../page-link.ts";
import { DEFAULT_PAGE_SIZE, HirerParams, PageQuery } from "../query-schemas.ts";
import { bodyFault, parameterFault, RequestFault } from "../request-fault.ts";
import { respond, respondJson } from "../respond.ts";
import { WireHirer, wireHirer } from "../wire/wire-hirer.ts";

const { name, category, language } = HirerSchema.shape;
const contact = HirerContactSchema;
const NewMember = HirerMemberSchema.omit({ id: true });
const GivenMember = HirerMemberSchema.extend({ id: HirerMemberSchema.shape.id.exactOptional() });

const EXAMPLE = {
  name: "Clwb Badminton Brynmawr",
  category: "club",
  language: "cy",
  contact: { name: "Ysgrifennydd", email: "clwb@enghraifft.cymru" },
};

const HirerBody = z
  .strictObject({
    name,
    category,
    language,
    contact,
    members: z.array(NewMember).max(200).exactOptional(),
    school: SlugSchema.meta({
      description: "The school that enters it. A school's key need not name its own.",
    }).exactOptional(),
  })
  .openapi("HirerCreation", { description: "A hirer to be entered.", example: EXAMPLE });

const HirerChangeBody = z
  .strictObject({
    name: name.exactOptional(),
    category: category.exactOptional(),
    language: language.exactOptional(),
    contact: contact.exactOptional(),
    members: z.array(GivenMember).max(200).exactOptional(),
  })
  .openapi("HirerChange", {
    description: "What to change; what is left out stays. A member without an id is new.",
    example: { language: "en" },
  });

const HirersQuery = z.strictObject({
  ...PageQuery.shape,
  school: z.string().max(100).exactOptional(),
});

/** Organisations that hire, for themselves and for the schools that know them. */
export function addHirerRoutes(api: Api): void {
  addList(api);
  addCreation(api);
  addReadAndChange(api);
}

function addList(api: Api): void {
  addOperation(
    api,
    {
      id: "listHirers",
      method: "get",
      path: "/v1/hirers",
      tag: "hirers",
      inputs: { query: HirersQuery },
      answers: {
        200: {
          description: "One page.",
          schema: z.object({ items: z.array(WireHirer) }),
          headers: { Link: '`rel="next"`: the next page, if there is one.' },
        },
      },
      problems: ["SCHOOL_UNKNOWN"],
    },
    async ({ context, services, subject: { actor }, query }) => {
      if (actor === undefined) throw new RequestFault("AUTHENTICATION_REQUIRED");
      const { limit = DEFAULT_PAGE_SIZE, cursor, school: named } = query();
      if (actor.kind === "hirer") {
        const own = await readHirer(services, actor.owner);
        return respondJson(context, 200, { items: [wireHirer(own)] });
      }
      const school = await schoolNamed(services, actor, named, () =>
        parameterFault("school", SCHOOL_NEEDED),
      );
      const { items, next } = await listHirers(services, {
        ...(school !== undefined && { school }),
        ...(cursor !== undefined && { after: cursor }),
        limit,
      });
      return respondJson(
        context,
        200,
        { items: items.map(wireHirer) },
        nextPageHeaders(context, "cursor", next),
      );
    },
  );
}

function addCreation(api: Api): void {
  addOperation(
    api,
    {
      id: "createHirer",
      method: "post",
      path: "/v1/hirers",
      tag: "hirers",
      inputs: { body: HirerBody },
      answers: {
        201: {
          description: "The hirer.",
          schema: WireHirer,
          headers: { Location: "Address of the hirer.", ETag: "Its revision, for If-Match." },
        },
      },
      idempotency: "taken",
      problems: ["SCHOOL_UNKNOWN"],
    },
    async ({ context, services, subject: { actor }, body }) => {
      if (actor === undefined) throw new RequestFault("AUTHENTICATION_REQUIRED");
      const { school: named, ...given } = body;
      const school = await schoolNamed(services, actor, named, () =>
        bodyFault("#/school", SCHOOL_NEEDED),
      );
      const hirer = await createHirer(services, given, school === undefined ? {} : { school });
      return answerHirer(context, hirer, 201);
    },
    {
      recover: async ({ context, services }, idOf) => {
        const hirer = await foundOrUndefined(readHirer(services, idOf("hir")));
        return hirer && answerHirer(context, hirer, 201);
      },
    },
  );
}

function addReadAndChange(api: Api): void {
  addOperation(
    api,
    {
      id: "getHirer",
      method: "get",
      path: "/v1/hirers/{hirer}",
      tag: "hirers",
      inputs: { params: HirerParams },
      answers: {
        200: {
          description: "The hirer.",
          schema: WireHirer,
          headers: { ETag: "Its revision, for If-Match and If-None-Match." },
        },
        304: { description: "It has not changed since that ETag." },
      },
    },
    ({ context, subject: { hirer } }) => {
      const tag = revisionTag(hirer.revision);
      if (hasTag(context.req.header("if-none-match"), tag)) {
        return respond(context, 304, null, { etag: tag, "cache-control": "private, no-cache" });
      }
      return answerHirer(context, hirer, 200);
    },
  );

  addOperation(
    api,
    {
      id: "changeHirer",
      method: "patch",
      path: "/v1/hirers/{hirer}",
      tag: "hirers",
      inputs: { params: HirerParams, body: HirerChangeBody },
      answers: {
        200: {
          description: "The hirer as it stands now.",
          schema: WireHirer,
          headers: { ETag: "Its new revision." },
        },
      },
      needsIfMatch: true,
      problems: ["MEMBER_UNKNOWN"],
    },
    async ({ context, services, subject: { hirer }, body }) => {
      const revision = seenRevision(context, hirer.revision);
      return answerHirer(context, await changeHirer(services, hirer.id, body, { revision }), 200);
    },
  );
}

/**
 * The school that a key acts for here: its own, or the one that it names and keeps. The operator may name none. Throws
 * what `needed` makes when an authority names none, FORBIDDEN for a school that the key does not keep.
 */
async function schoolNamed(
  services: Services,
  actor: Actor,
  named: string | undefined,
  needed: () => RequestFault,
): Promise<string | undefined> {
  const id = named ?? (actor.kind === "school" ? actor.owner : undefined);
  if (id === undefined) {
    if (actor.kind === "operator") return undefined;
    throw needed();
  }
  const { school } = await readSchool(services, id);
  if (!actsForSchool(actor, school)) throw new RequestFault("FORBIDDEN");
  return id;
}

function answerHirer(context: HttpContext, hirer: HirerRecord, status: 200 | 201): Response {
  return respondJson(context, status, wireHirer(hirer), {
    "cache-control": "private, no-cache",
    etag: revisionTag(hirer.revision),
    ...(status === 201 && { location: `/v1/hirers/${encodeURIComponent(hirer.id)}` }),
  });
}

const SCHOOL_NEEDED: Bilingual = {
  cy: "Rhaid i'r allwedd hon enwi'r ysgol.",
  en: "This key must name the school.",
};
