import { OpenAPIHono } from "@hono/zod-openapi";
import type { PluginEnvironment } from "@neuadd/plugin-kit";
import { addPublicRoutes } from "./public-routes.ts";
import { addPublicationRoutes } from "./publication-routes.ts";
import type { RouteParts } from "./route-parts.ts";

/** Under `/v1/x/openactive`: open data for anyone, and what a school publishes of itself. */
export function openActiveRoutes(parts: RouteParts): OpenAPIHono<PluginEnvironment> {
  const routes = new OpenAPIHono<PluginEnvironment>();
  addPublicRoutes(routes, parts);
  addPublicationRoutes(routes, parts);
  return routes;
}
