import type { Context, Hono } from "hono";
import { hasTag } from "../http/entity-tag.ts";
import type { BuiltWidget, EmbedScript } from "./built-widget.ts";

/** Where a script of the widget is, of whatever version is installed. */
export const EMBED_PATHS = {
  elements: "/embed/neuadd.js",
  frame: "/embed/frame.js",
  frameParent: "/embed/frame-parent.js",
} as const;

/** The elements at one version: what is there never changes. */
export function pinnedPath(version: string): string {
  return `/embed/${version}/neuadd.js`;
}

/**
 * Serves the widget's scripts to pages of any origin: under a short name that browsers ask about again after five
 * minutes, and under its version, to be kept for ever.
 */
export function addEmbedRoutes(pages: Hono, widget: BuiltWidget | undefined): void {
  for (const part of ["elements", "frame", "frameParent"] as const) {
    pages.get(EMBED_PATHS[part], (context) =>
      widget === undefined
        ? notBuilt(context)
        : send(context, widget[part], "public, max-age=300, stale-while-revalidate=86400"),
    );
  }
  pages.get("/embed/:version/neuadd.js", (context) => {
    if (widget === undefined) return notBuilt(context);
    return context.req.param("version") === widget.version
      ? send(context, widget.elements, "public, max-age=31536000, immutable")
      : otherVersion(context, widget.version);
  });
}

function send(context: Context, script: EmbedScript, cacheControl: string): Response {
  const etag = `"${script.integrity.slice(-24)}"`;
  const headers = { ...SCRIPT_HEADERS, "cache-control": cacheControl, etag };
  if (hasTag(context.req.header("if-none-match"), etag)) return context.body(null, 304, headers);
  return context.body(script.text, 200, headers);
}

/** Scripts of type module are read across origins as any other data is. */
const SCRIPT_HEADERS = {
  "content-type": "text/javascript; charset=utf-8",
  "access-control-allow-origin": "*",
  "cross-origin-resource-policy": "cross-origin",
};

const TEXT_HEADERS = { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" };

function notBuilt(context: Context): Response {
  return context.body(
    "Nid yw'r teclyn wedi'i adeiladu ar y gweinydd hwn. Rhedwch: pnpm --filter @neuadd/widget run build, ac ailgychwynnwch.\n" +
      "The widget is not built on this server. Run: pnpm --filter @neuadd/widget run build, then start again.\n",
    503,
    TEXT_HEADERS,
  );
}

function otherVersion(context: Context, version: string): Response {
  return context.body(
    `Fersiwn ${version} sydd yma: ${pinnedPath(version)}\nVersion ${version} is here: ${pinnedPath(version)}\n`,
    404,
    TEXT_HEADERS,
  );
}
