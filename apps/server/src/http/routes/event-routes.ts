import { z } from "@hono/zod-openapi";
import { readEvents } from "../../ledger/read-events.ts";
import { wordingOf } from "../answer-booking.ts";
import { addOperation, type Api } from "../add-operation.ts";
import { nextPageHeaders } from "../page-link.ts";
import { queryInteger, SchoolParams } from "../query-schemas.ts";
import { respondJson } from "../respond.ts";
import { WireEvent, wireEvent } from "../wire/wire-event.ts";
import { WireDate, WireRevision, WireZone } from "../wire/wire-parts.ts";

const DEFAULT_EVENTS = 100;

const EventsQuery = z.strictObject({
  after: queryInteger(0, 999_999_999).exactOptional(),
  limit: queryInteger(1, 1000).exactOptional(),
});

/** The ledger of a school, for those who keep it. */
export function addEventRoutes(api: Api): void {
  addOperation(
    api,
    {
      id: "listEvents",
      method: "get",
      path: "/v1/schools/{school}/events",
      tag: "ledger",
      inputs: { params: SchoolParams, query: EventsQuery },
      answers: {
        200: {
          description: "Entries, oldest first.",
          schema: z.object({
            zone: WireZone,
            today: WireDate,
            revision: WireRevision.openapi({
              description: "The revision that the school stands at.",
            }),
            items: z.array(WireEvent),
          }),
          headers: { Link: '`rel="next"`: the next page, if there is one.' },
        },
      },
    },
    async ({ context, exchange, services, subject: { school }, query }) => {
      const { after = 0, limit = DEFAULT_EVENTS } = query();
      const events = await readEvents(services, school.school.id, after, limit);
      const last = events.at(-1)?.revision;
      const hasMore = last !== undefined && last < school.revision;
      const { wording, today } = wordingOf(services, exchange, school);
      return respondJson(
        context,
        200,
        {
          zone: wording.zone,
          today,
          revision: school.revision,
          items: events.map((event) => wireEvent(event, wording)),
        },
        nextPageHeaders(context, "after", hasMore ? String(last) : undefined),
      );
    },
  );
}
