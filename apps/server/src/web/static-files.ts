import { createHash } from "node:crypto";
import { baseStyle } from "./style/base-style.ts";
import { contentStyle } from "./style/content-style.ts";
import { frameStyle } from "./style/frame-style.ts";
import { weekStyle } from "./style/week-style.ts";
import { hallIcon, tapestry } from "./tapestry.ts";

/** A file that pages refer to. Its path holds a digest of its text, so that browsers may keep it for ever. */
export interface StaticFile {
  readonly path: string;
  readonly type: string;
  readonly text: string;
}

export const ICON = staticFile("neuadd", "svg", "image/svg+xml", hallIcon());

const CLOTH = staticFile("tapestry", "svg", "image/svg+xml", tapestry());

export const STYLESHEET = staticFile(
  "neuadd",
  "css",
  "text/css; charset=utf-8",
  [baseStyle, frameStyle(CLOTH.path), contentStyle(CLOTH.path), weekStyle].join(""),
);

export const STATIC_FILES: readonly StaticFile[] = [ICON, CLOTH, STYLESHEET];

function staticFile(name: string, extension: string, type: string, text: string): StaticFile {
  const digest = createHash("sha256").update(text).digest("hex").slice(0, 12);
  return { path: `/static/${name}-${digest}.${extension}`, type, text };
}
