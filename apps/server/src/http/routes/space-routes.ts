import { z } from "@hono/zod-openapi";
import { readSchool } from "../../ledger/school-model.ts";
import { addOperation, type Api } from "../add-operation.ts";
import { SchoolParams, SpaceParams } from "../query-schemas.ts";
import { spaceUnknown } from "../request-fault.ts";
import { respondJson } from "../respond.ts";
import { WireSpace, wireSpace } from "../wire/wire-space.ts";

/** Spaces of a school, for anyone. */
export function addSpaceRoutes(api: Api): void {
  addOperation(
    api,
    {
      id: "listSpaces",
      method: "get",
      path: "/v1/schools/{school}/spaces",
      tag: "schools",
      inputs: { params: SchoolParams },
      answers: {
        200: {
          description: "All spaces, parents before their children.",
          schema: z.object({ school: z.string(), items: z.array(WireSpace) }),
        },
      },
    },
    async ({ context, services, params }) => {
      const { school, tree } = await readSchool(services, params().school);
      return respondJson(
        context,
        200,
        { school: school.id, items: tree.spaces.map(wireSpace) },
        { "cache-control": "public, no-cache" },
      );
    },
  );

  addOperation(
    api,
    {
      id: "getSpace",
      method: "get",
      path: "/v1/schools/{school}/spaces/{space}",
      tag: "schools",
      inputs: { params: SpaceParams },
      answers: { 200: { description: "The space.", schema: WireSpace } },
    },
    async ({ context, services, params }) => {
      const { school, space: id } = params();
      const { tree } = await readSchool(services, school);
      const space = tree.byId.get(id);
      if (space === undefined) throw spaceUnknown(school, id);
      return respondJson(context, 200, wireSpace(space), { "cache-control": "public, no-cache" });
    },
  );
}
