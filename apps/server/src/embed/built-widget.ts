import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** A script as browsers get it. */
export interface EmbedScript {
  readonly text: string;
  /** For `integrity`: Subresource Integrity with SHA-384. */
  readonly integrity: string;
}

/** The built files of the widget that is installed with the server. */
export interface BuiltWidget {
  readonly version: string;
  /** The version with the beginning of the digest of `elements`: another text never has the same. */
  readonly release: string;
  /** All the elements in one file. */
  readonly elements: EmbedScript;
  /** For the page that is shown in an iframe. */
  readonly frame: EmbedScript;
  /** For pages that hold such an iframe. */
  readonly frameParent: EmbedScript;
}

/**
 * Reads the widget's files as they were built, never its sources. Undefined when they are not there: in a checkout of the
 * project that has not been built.
 */
export function readBuiltWidget(): BuiltWidget | undefined {
  const { resolve } = createRequire(import.meta.url);
  try {
    const folder = dirname(resolve("@neuadd/widget/neuadd.js"));
    const manifest: unknown = JSON.parse(
      readFileSync(resolve("@neuadd/widget/package.json"), "utf8"),
    );
    const read = (name: string): EmbedScript =>
      embedScript(readFileSync(join(folder, `${name}.js`), "utf8"));
    const version = versionOf(manifest);
    const elements = read("neuadd");
    return {
      version,
      release: `${version}-${sha384(elements.text).toString("hex").slice(0, 8)}`,
      elements,
      frame: read("frame"),
      frameParent: read("frame-parent"),
    };
  } catch (error) {
    if (isNotThere(error)) return undefined;
    throw error;
  }
}

function embedScript(text: string): EmbedScript {
  return { text, integrity: `sha384-${sha384(text).toString("base64")}` };
}

function sha384(text: string): Buffer {
  return createHash("sha384").update(text).digest();
}

function versionOf(manifest: unknown): string {
  if (typeof manifest === "object" && manifest !== null && "version" in manifest) {
    return String(manifest.version);
  }
  throw new Error("The manifest of @neuadd/widget has no version.");
}

function isNotThere(error: unknown): boolean {
  return (
    error instanceof Error &&
    "code" in error &&
    (error.code === "MODULE_NOT_FOUND" || error.code === "ENOENT")
  );
}
