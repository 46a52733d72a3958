import { OpenAPIHono } from "@hono/zod-openapi";
import type { PluginEnvironment } from "@neuadd/plugin-kit";
import { addDocumentRoutes } from "./document-routes.ts";
import { addEventNoticeRoutes } from "./event-notice-routes.ts";
import { addGroupRoutes } from "./group-routes.ts";
import { addPolicyRoutes } from "./policy-routes.ts";
import type { RouteParts } from "./route-parts.ts";

/** All routes of the plugin, under `/v1/x/hirer-checks`. */
export function hirerChecksRoutes(parts: RouteParts): OpenAPIHono<PluginEnvironment> {
  const routes = new OpenAPIHono<PluginEnvironment>();
  addPolicyRoutes(routes, parts);
  addDocumentRoutes(routes, parts);
  addGroupRoutes(routes, parts);
  addEventNoticeRoutes(routes, parts);
  return routes;
}
