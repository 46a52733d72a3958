import { z } from "@hono/zod-openapi";
import { schoolUnknown } from "../../ledger/unknown.ts";
import { readWhatsOn } from "../../ledger/whats-on.ts";
import { daySpan } from "../day-span.ts";
import { hasTag } from "../entity-tag.ts";
import { addOperation, type Api } from "../add-operation.ts";
import { SchoolParams, SpanQuery } from "../query-schemas.ts";
import { spaceUnknown } from "../request-fault.ts";
import { respond, respondJson } from "../respond.ts";
import { freshnessReader, pathAndQuery } from "../school-freshness.ts";
import { WireWhatsOn, wirePublicEvent } from "../wire/wire-whats-on.ts";

const LONGEST_SPAN_DAYS = 62;

const WhatsOnQuery = z.strictObject({
  ...SpanQuery.shape,
  space: z
    .string()
    .max(100)
    .openapi({ description: "Only this space and the spaces in it." })
    .exactOptional(),
});

/** What is on at a school, for anyone: titles of bookings whose hirers have agreed to that, and nothing else of them. */
export function addWhatsOnRoutes(api: Api): void {
  const readFreshness = freshnessReader(api.services);
  addOperation(
    api,
    {
      id: "getWhatsOn",
      method: "get",
      path: "/v1/schools/{school}/whats-on",
      tag: "schools",
      inputs: { params: SchoolParams, query: WhatsOnQuery },
      answers: {
        200: {
          description: "Date by date.",
          schema: WireWhatsOn,
          headers: {
            ETag: "Send it as `If-None-Match` next time.",
            "Cache-Control": "`public, no-cache`: keep it, but ask before each use.",
          },
        },
        304: { description: "Nothing has changed since that ETag." },
      },
      problems: ["SPACE_UNKNOWN"],
    },
    async ({ context, services, params, query }) => {
      const id = params().school;
      const freshness = await readFreshness({ school: id, target: pathAndQuery(context) });
      if (freshness === undefined) throw schoolUnknown(id);
      const { tag, today, state } = freshness;
      const { zone } = state.school;
      const headers = { etag: tag, "cache-control": "public, no-cache" };
      if (hasTag(context.req.header("if-none-match"), tag)) {
        return respond(context, 304, null, headers);
      }
      const { space, ...span } = query();
      if (space !== undefined && !state.tree.byId.has(space)) throw spaceUnknown(id, space);
      const { from, to } = daySpan(span, today, LONGEST_SPAN_DAYS);
      const events = await readWhatsOn(services, state, { from, to, ...(space && { space }) });
      return respondJson(
        context,
        200,
        {
          school: id,
          zone,
          revision: state.revision,
          today,
          items: events.map((event) => wirePublicEvent(event, zone)),
        },
        headers,
      );
    },
  );
}
