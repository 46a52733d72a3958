import { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { PluginEnvironment } from "../plugin-environment.ts";

/**
 * The same routes, of which those that say that they need a key (`security: [{ key: [] }]`) ask for it before anything
 * else of the request is looked at: who may not call is not told what is wrong with the body. What the key must be, the
 * handler asks of `host.access`.
 *
 * @param refuse throws the host's own 401
 */
export function askForKeys(
  routes: OpenAPIHono<PluginEnvironment>,
  refuse: () => never,
): OpenAPIHono<PluginEnvironment> {
  const guarded = new OpenAPIHono<PluginEnvironment>();
  const asked = new WeakSet<Context<PluginEnvironment>>();
  for (const definition of routes.openAPIRegistry.definitions) {
    if (definition.type !== "route") continue;
    const { method, path, security = [] } = definition.route;
    const isForKeys = security.length > 0 && security.every((way) => Object.keys(way).length > 0);
    guarded.on(method.toUpperCase(), path.replaceAll(/\/\{(.+?)\}/g, "/:$1"), (context, next) => {
      // Of the routes that an address fits the first one answers, as in the plugin's own routes.
      if (!asked.has(context)) {
        asked.add(context);
        if (isForKeys && context.var.exchange.actor === undefined) refuse();
      }
      return next();
    });
  }
  guarded.route("/", routes);
  return guarded;
}
