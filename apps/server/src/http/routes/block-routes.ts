import { z } from "@hono/zod-openapi";
import {
  LocalDateSchema,
  LocalTimeSchema,
  oneLineSchema,
  RequestedRecurrenceSchema,
  SlugSchema,
} from "@neuadd/core";
import { REQUEST_ERROR_CODES } from "@neuadd/plugin-kit/host";
import { BLOCK_KINDS, type BlockRecord } from "../../ledger/block-record.ts";
import { createBlock } from "../../ledger/create-block.ts";
import { listBlocks } from "../../ledger/list-blocks.ts";
import { previewBlock } from "../../ledger/preview-block.ts";
import { readBlock } from "../../ledger/read-block.ts";
import { removeBlock } from "../../ledger/remove-block.ts";
import type { SchoolState } from "../../ledger/school-model.ts";
import type { Services } from "../../services.ts";
import { wordingOf } from "../answer-booking.ts";
import { listedSpan } from "../day-span.ts";
import { revisionTag } from "../entity-tag.ts";
import type { HttpContext } from "../exchange.ts";
import { foundOrUndefined } from "../found-or-undefined.ts";
import { addOperation, type Api } from "../add-operation.ts";
import { nextPageHeaders } from "../page-link.ts";
import {
  BlockParams,
  DEFAULT_PAGE_SIZE,
  PageQuery,
  SchoolParams,
  SpanQuery,
} from "../query-schemas.ts";
import { respond, respondJson } from "../respond.ts";
import { WireBlock, wireBlock, WireBlockPreview, wireBlockPreview } from "../wire/wire-block.ts";
import { WireDate, WireZone } from "../wire/wire-parts.ts";
import { actorLabel } from "./booking-action-routes.ts";

/** What a block is called wherever people read of it. */
const ReasonLine = oneLineSchema(2000, "Give the text in both languages.");

const blockFields = {
  space: SlugSchema,
  kind: z.enum(BLOCK_KINDS),
  reason: z.strictObject({ cy: ReasonLine, en: ReasonLine }).exactOptional(),
  first: LocalDateSchema,
  last: LocalDateSchema.exactOptional(),
  startTime: LocalTimeSchema.exactOptional(),
  endTime: LocalTimeSchema.exactOptional(),
  recurrence: RequestedRecurrenceSchema.exactOptional(),
};

const EXAMPLE = {
  space: "sports-hall",
  kind: "examination",
  reason: { cy: "Arholiadau TGAU", en: "GCSE examinations" },
  first: "2027-05-10",
  last: "2027-06-18",
};

const BlockBody = z.strictObject(blockFields).openapi("BlockRequest", {
  description: "Time to take; without times whole days, with `last` each day up to and with it.",
  example: EXAMPLE,
});

const CreateBlockBody = z
  .strictObject({
    ...blockFields,
    displace: z
      .boolean()
      .openapi({ description: "Go on although bookings are in the way." })
      .exactOptional(),
  })
  .openapi("BlockCreation", {
    description: "Time to take, and whether bookings in the way are to give way.",
    example: { ...EXAMPLE, displace: true },
  });

/** Time that a school takes for itself. */
export function addBlockRoutes(api: Api): void {
  addPreview(api);
  addCreation(api);
  addReads(api);
  addRemoval(api);
}

function addPreview(api: Api): void {
  addOperation(
    api,
    {
      id: "previewBlock",
      method: "post",
      path: "/v1/schools/{school}/blocks/preview",
      tag: "blocks",
      inputs: { params: SchoolParams, body: BlockBody },
      answers: {
        200: {
          description: "What the block would do.",
          schema: WireBlockPreview.extend({ zone: WireZone, today: WireDate }),
        },
      },
      problems: REQUEST_ERROR_CODES,
    },
    async ({ context, exchange, services, subject: { school }, body }) => {
      const preview = await previewBlock(services, school.school.id, body);
      const { wording, today } = wordingOf(services, exchange, school);
      return respondJson(context, 200, {
        ...wireBlockPreview(preview, wording),
        zone: wording.zone,
        today,
      });
    },
  );
}

function addCreation(api: Api): void {
  addOperation(
    api,
    {
      id: "createBlock",
      method: "post",
      path: "/v1/schools/{school}/blocks",
      tag: "blocks",
      inputs: { params: SchoolParams, body: CreateBlockBody },
      answers: {
        201: {
          description: "The block, and what it displaced.",
          schema: WireBlock,
          headers: { Location: "Address of the block." },
        },
      },
      idempotency: "taken",
      problems: ["WOULD_DISPLACE", "BLOCK_OVERLAPS", ...REQUEST_ERROR_CODES],
    },
    async ({ context, services, subject: { actor, school }, body }) => {
      const { displace = false, ...request } = body;
      const label = actorLabel(actor);
      const block = await createBlock(services, school.school.id, label, request, { displace });
      return answerBlock(context, services, school, block, 201);
    },
    {
      recover: async ({ context, services, subject: { school } }, idOf) => {
        const block = await foundOrUndefined(readBlock(services, school.school.id, idOf("blk")));
        return block && answerBlock(context, services, school, block, 201);
      },
    },
  );
}

function addReads(api: Api): void {
  addOperation(
    api,
    {
      id: "listBlocks",
      method: "get",
      path: "/v1/schools/{school}/blocks",
      tag: "blocks",
      inputs: {
        params: SchoolParams,
        query: z.strictObject({ ...PageQuery.shape, ...SpanQuery.shape }),
      },
      answers: {
        200: {
          description: "One page.",
          schema: z.object({ zone: WireZone, today: WireDate, items: z.array(WireBlock) }),
          headers: { Link: '`rel="next"`: the next page, if there is one.' },
        },
      },
    },
    async ({ context, exchange, services, subject: { school }, query }) => {
      const { limit = DEFAULT_PAGE_SIZE, cursor, ...span } = listedSpan(query());
      const { items, next } = await listBlocks(services, school.school.id, {
        ...span,
        ...(cursor !== undefined && { after: cursor }),
        limit,
      });
      const { wording, today } = wordingOf(services, exchange, school);
      return respondJson(
        context,
        200,
        {
          zone: wording.zone,
          today,
          items: items.map((block) => wireBlock(block, wording, today)),
        },
        nextPageHeaders(context, "cursor", next),
      );
    },
  );

  addOperation(
    api,
    {
      id: "getBlock",
      method: "get",
      path: "/v1/schools/{school}/blocks/{block}",
      tag: "blocks",
      inputs: { params: BlockParams },
      answers: { 200: { description: "The block.", schema: WireBlock } },
    },
    ({ context, services, subject: { school, block } }) =>
      answerBlock(context, services, school, block, 200),
  );
}

function addRemoval(api: Api): void {
  addOperation(
    api,
    {
      id: "removeBlock",
      method: "delete",
      path: "/v1/schools/{school}/blocks/{block}",
      tag: "blocks",
      inputs: { params: BlockParams },
      answers: { 204: { description: "Its time is free again." } },
      problems: ["TRANSITION_REFUSED"],
    },
    async ({ context, services, subject: { actor, school, block } }) => {
      await removeBlock(services, school.school.id, actorLabel(actor), block.id);
      return respond(context, 204, null, {});
    },
  );
}

function answerBlock(
  context: HttpContext,
  services: Services,
  school: SchoolState,
  block: BlockRecord,
  status: 200 | 201,
): Response {
  const { wording, today } = wordingOf(services, context.get("exchange"), school);
  const id = school.school.id;
  return respondJson(context, status, wireBlock(block, wording, today), {
    etag: revisionTag(block.revision),
    ...(status === 201 && {
      location: `/v1/schools/${encodeURIComponent(id)}/blocks/${encodeURIComponent(block.id)}`,
    }),
  });
}
