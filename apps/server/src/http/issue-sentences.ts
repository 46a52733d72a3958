import { sayIssue } from "@neuadd/core";
import type { z } from "zod";
import type { LocatedFault } from "./request-fault.ts";

type Issue = z.core.$ZodIssue;

/** More faults than this help nobody: the first ones are listed. */
const FAULT_LIMIT = 50;

/**
 * The faults that a schema found, one for each place, with a sentence in both languages. Parse with `reportInput: true`, so that what is missing can be told from what is wrong.
 */
export function bodyFaults(issues: readonly Issue[]): LocatedFault[] {
  const faults = new Map<string, LocatedFault>();
  for (const issue of issues) {
    for (const path of issuePaths(issue)) {
      const pointer = jsonPointer(path);
      // What is not even a date need not be told that it does not exist: the first fault of a place says enough.
      if (!faults.has(pointer)) faults.set(pointer, { pointer, detail: sayIssue(issue) });
    }
  }
  return [...faults.values()].slice(0, FAULT_LIMIT);
}

/** The same for parameters of the path or the query, which are named rather than pointed to. */
export function parameterFaults(issues: readonly Issue[]): LocatedFault[] {
  const faults = new Map<string, LocatedFault>();
  for (const issue of issues) {
    for (const [name] of issuePaths(issue)) {
      const parameter = String(name ?? "");
      if (!faults.has(parameter)) faults.set(parameter, { parameter, detail: sayIssue(issue) });
    }
  }
  return [...faults.values()].slice(0, FAULT_LIMIT);
}

/** Unknown fields are one issue of their parent in zod; each deserves its own place. */
function issuePaths(issue: Issue): PropertyKey[][] {
  return issue.code === "unrecognized_keys"
    ? issue.keys.map((key) => [...issue.path, key])
    : [[...issue.path]];
}

/** RFC 6901, as a fragment: `#/recurrence/rule`; `#` is the whole body. */
function jsonPointer(path: readonly PropertyKey[]): string {
  return `#${path.map((part) => `/${escapePointer(String(part))}`).join("")}`;
}

function escapePointer(part: string): string {
  return encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1"));
}
