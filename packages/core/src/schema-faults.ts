import type { z } from "zod";
import type { Fault } from "./errors.ts";
import { sayIssue } from "./issue-sentences.ts";

/**
 * The issues that a zod schema finds, as faults with JSON pointers; `prefix` is put before each. Parse
 * with `reportInput: true`, so that what is missing can be told from what is of another type. A
 * value that fails several checks gives one fault, the first: it has to be written anew anyway.
 */
export function schemaFaults(error: z.ZodError, prefix = ""): Fault[] {
  const byPath = new Map<string, Fault>();
  for (const fault of error.issues.flatMap((issue) => issueFaults(issue, prefix))) {
    if (!byPath.has(fault.path)) byPath.set(fault.path, fault);
  }
  return [...byPath.values()];
}

function issueFaults(issue: z.core.$ZodIssue, prefix: string): Fault[] {
  const path = prefix + issue.path.map((step) => `/${pointerStep(String(step))}`).join("");
  if (issue.code !== "unrecognized_keys") return [{ path, message: sayIssue(issue) }];
  return issue.keys.map((key) => ({
    path: `${path}/${pointerStep(key)}`,
    message: {
      cy: `Nid yw "${key}" yn hysbys yma. Gwiriwch ei sillafiad, neu gadewch ef allan.`,
      en: `"${key}" is not known here. Check its spelling, or leave it out.`,
    },
  }));
}

/** RFC 6901, section 3: `~` and `/` are written `~0` and `~1`. */
function pointerStep(step: string): string {
  return step.replaceAll("~", "~0").replaceAll("/", "~1");
}
