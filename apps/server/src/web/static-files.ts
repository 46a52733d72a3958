import { createHash } from "node:crypto";
import { baseStyle } from "./style/base-style.ts";
import { contentStyle } from "./style/content-style.ts";
import { formStyle } from "./style/form-style.ts";
import { framedStyle } from "./style/framed-style.ts";
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
  [baseStyle, frameStyle(CLOTH.path), contentStyle(CLOTH.path), weekStyle, formStyle].join(""),
);

/** For the page in an iframe, which shows one element and nothing around it. */
export const FRAMED_STYLESHEET = staticFile(
  "framed",
  "css",
  "text/css; charset=utf-8",
  framedStyle,
);

export const STATIC_FILES: readonly StaticFile[] = [ICON, CLOTH, STYLESHEET, FRAMED_STYLESHEET];

function staticFile(name: string, extension: string, type: string, text: string): StaticFile {
  const digest = createHash("sha256").update(text).digest("hex").slice(0, 12);
  return { path: `/static/${name}-${digest}.${extension}`, type, text };
}
