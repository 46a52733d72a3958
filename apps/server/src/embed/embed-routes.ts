import type { Context, Hono } from "hono";
import { hasTag } from "../http/entity-tag.ts";
import type { BuiltWidget, EmbedScript } from "./built-widget.ts";

/** Where a script of the widget is, of whatever version is installed. */
export const EMBED_PATHS = {
  elements: "/embed/neuadd.js",
  frame: "/embed/frame.js",
  frameParent: "/embed/frame-parent.js",
} as const;

/** The elements of one release: what is there never changes. */
export function pinnedPath(release: string): string {
  return `/embed/${release}/neuadd.js`;
}

/**
 * Serves the widget's scripts to pages of any origin: under a short name that browsers ask about again after five
 * minutes, and under its release, to be kept for ever.
 */
export function addEmbedRoutes(pages: Hono, widget: BuiltWidget | undefined): void {
  for (const part of ["elements", "frame", "frameParent"] as const) {
    pages.get(EMBED_PATHS[part], (context) =>
      widget === undefined
        ? notBuilt(context)
        : send(context, widget[part], "public, max-age=300, stale-while-revalidate=86400"),
    );
  }
  pages.get(pinnedPath(":release"), (context) => {
    if (widget === undefined) return notBuilt(context);
    return context.req.param("release") === widget.release
      ? send(context, widget.elements, "public, max-age=31536000, immutable")
      : otherRelease(context, widget.release);
  });
}

function send(context: Context, script: EmbedScript, cacheControl: string): Response {
  const etag = `"${script.integrity.slice(-24)}"`;
  const headers = { ...SCRIPT_HEADERS, "cache-control": cacheControl, etag };
  if (hasTag(context.req.header("if-none-match"), etag)) return context.body(null, 304, headers);
  return context.body(script.text, 200, headers);
}

/** Scripts of type module are read across origins as any other data is; so is what is said in their place. */
const ANY_ORIGIN = {
  "access-control-allow-origin": "*",
  "cross-origin-resource-policy": "cross-origin",
};

const SCRIPT_HEADERS = { ...ANY_ORIGIN, "content-type": "text/javascript; charset=utf-8" };

const TEXT_HEADERS = {
  ...ANY_ORIGIN,
  "content-type": "text/plain; charset=utf-8",
  "cache-control": "no-store",
};

function notBuilt(context: Context): Response {
  return context.body(
    "Nid yw'r teclyn wedi'i adeiladu ar y gweinydd hwn. Rhedwch: npx pnpm --filter @neuadd/widget run build, ac ailgychwynnwch.\n" +
      "The widget is not built on this server. Run: npx pnpm --filter @neuadd/widget run build, then start again.\n",
    503,
    TEXT_HEADERS,
  );
}

function otherRelease(context: Context, release: string): Response {
  const path = pinnedPath(release);
  return context.body(
    `Nid yw'r sgript hon yma. Yr un sydd yma: ${path}. Mae'r llinellau i'w gludo yn /embed.\n` +
      `This script is not here. The one that is: ${path}. The lines to paste are at /embed.\n`,
    404,
    TEXT_HEADERS,
  );
}
