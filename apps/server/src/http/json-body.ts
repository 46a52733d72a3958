import type { Bilingual } from "@neuadd/core";
import type { z } from "zod";
import type { HttpContext } from "./exchange.ts";
import { bodyFaults } from "./issue-sentences.ts";
import { refuseNullInBody } from "./refuse-null-characters.ts";
import { RequestFault } from "./request-fault.ts";

/**
 * Reads the body as JSON in UTF-8 and checks it. Throws MEDIA_TYPE_UNSUPPORTED, BODY_TOO_LARGE (from the limit before
 * it), BODY_NOT_JSON or BODY_INVALID with every fault. An absent body counts as `{}` when the schema takes that.
 */
export async function readJsonBody<Schema extends z.ZodType>(
  context: HttpContext,
  schema: Schema,
): Promise<z.output<Schema>> {
  const text = await readText(context);
  const body = text === "" ? {} : parseJson(text);
  refuseNullInBody(text, body);
  const result = schema.safeParse(body, { reportInput: true });
  if (result.success) return result.data;
  if (text === "") throw new RequestFault("BODY_INVALID", [{ pointer: "#", detail: EMPTY }]);
  throw new RequestFault("BODY_INVALID", bodyFaults(result.error.issues));
}

const EMPTY: Bilingual = { cy: "Mae corff y cais yn wag.", en: "The body is empty." };

/** The text of the body. Safe to call again: Hono keeps what it has read. */
export async function readText(context: HttpContext): Promise<string> {
  const bytes = await context.req.arrayBuffer();
  if (bytes.byteLength === 0) return "";
  if (!isJsonType(context.req.header("content-type"))) {
    throw new RequestFault("MEDIA_TYPE_UNSUPPORTED", [], { accept: "application/json" });
  }
  try {
    return UTF_8.decode(bytes);
  } catch {
    throw new RequestFault("BODY_NOT_JSON");
  }
}

/** `fatal`: broken UTF-8 is refused rather than booked under a name with replacement characters in it. */
const UTF_8 = new TextDecoder("utf-8", { fatal: true });

function isJsonType(contentType: string | undefined): boolean {
  if (contentType === undefined) return false;
  const match = /^application\/(?:[\w.+-]+\+)?json\s*(?:;\s*charset\s*=\s*"?([\w-]+)"?\s*)?$/i.exec(
    contentType.trim(),
  );
  return match !== null && (match[1] ?? "utf-8").toLowerCase() === "utf-8";
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new RequestFault("BODY_NOT_JSON");
  }
}
