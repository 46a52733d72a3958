import { type Bilingual, CoreError, type Language } from "@neuadd/core";
import { codeOfStatus, isRequestError } from "@neuadd/plugin-kit/host";
import { HTTPException } from "hono/http-exception";
import { ServerError } from "../server-error.ts";
import { isPluginProblem, pluginProblem } from "./plugin-problem.ts";
import { revisionTag } from "./entity-tag.ts";
import type { Exchange } from "./exchange.ts";
import { PROBLEM_STATUSES, type ProblemCode } from "./problem-code.ts";
import { PROBLEM_DETAILS } from "./problem-details.ts";
import { PROBLEM_TITLES } from "./problem-titles.ts";
import type { Problem } from "./problem.ts";
import { RequestFault, type LocatedFault } from "./request-fault.ts";
import { wireExtensions } from "./wire/extensions.ts";

/**
 * Turns whatever was thrown into problem details (RFC 9457) in the caller's language. What is not known as a fault of
 * the request is INTERNAL: it says nothing of its cause.
 */
export function problemOf(error: unknown, exchange: Exchange, publicUrl: string): Problem {
  if (isPluginProblem(error)) return pluginProblem(error, exchange, publicUrl);
  const { code, status = PROBLEM_STATUSES[code], ...facts } = classify(error);
  const { language } = exchange;
  const faults = facts.faults ?? [];
  return {
    status,
    isOurs: status >= 500,
    headers: { ...challenge(code), ...facts.headers },
    body: {
      type: `${publicUrl}/problems/${code}`,
      title: PROBLEM_TITLES[code][language],
      status,
      detail: (facts.detail ?? PROBLEM_DETAILS[code])[language],
      code,
      requestId: exchange.requestId,
      ...(faults.length > 0 && { errors: faults.map((fault) => wireFault(fault, language)) }),
      ...wireExtensions(facts.extensions ?? {}, exchange),
    },
  };
}

interface ProblemFacts {
  readonly code: ProblemCode;
  readonly status?: number;
  /** What is to be said of this one case; by default what holds for every problem of the code. */
  readonly detail?: Bilingual;
  readonly faults?: readonly LocatedFault[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

function classify(error: unknown): ProblemFacts {
  if (error instanceof ServerError) return serverFacts(error);
  if (error instanceof CoreError) return coreFacts(error);
  if (error instanceof HTTPException) return { code: codeOfStatus(error.status) };
  if (isStoreFault(error)) return { code: "STORE_UNAVAILABLE", headers: { "retry-after": "1" } };
  return { code: "INTERNAL" };
}

/** A stale revision is answered with the present tag, so that the caller need not ask for it. */
function serverFacts(error: ServerError): ProblemFacts {
  const { code, sentence } = error;
  const { revision, ...others } = error.extensions;
  const ofRequest = error instanceof RequestFault ? error : undefined;
  return {
    code,
    extensions: others,
    faults: ofRequest?.faults ?? [],
    headers: {
      ...(typeof revision === "number" && { etag: revisionTag(revision) }),
      ...(code === "STORE_UNAVAILABLE" && { "retry-after": "1" }),
      ...ofRequest?.headers,
    },
    // What our own faults are about is for the log.
    ...(PROBLEM_STATUSES[code] < 500 && { detail: sentence }),
  };
}

/** Where in a body the parts lie that core finds fault with. */
const CORE_POINTERS: Readonly<Partial<Record<ProblemCode, string>>> = {
  RECURRENCE_INVALID: "#/recurrence/rule",
  RECURRENCE_UNSUPPORTED: "#/recurrence/rule",
  RECURRENCE_UNBOUNDED: "#/recurrence",
  SPACE_UNKNOWN: "#/space",
  LAYOUT_UNKNOWN: "#/layout",
};

/** In the body of a request, even an unknown space is a fault of the body rather than of the address: 422. */
function coreFacts({ code, sentence, faults }: CoreError): ProblemFacts {
  if (code === "TRANSITION_REFUSED") return { code, detail: sentence };
  if (!isRequestError(code)) return { code: "INTERNAL" };
  const pointer = CORE_POINTERS[code] ?? "#";
  const located = faults.map(({ path, message }) => ({ pointer: `#${path}`, detail: message }));
  return {
    code,
    status: 422,
    detail: sentence,
    faults: located.length > 0 ? located : [{ pointer, detail: sentence }],
  };
}

/** What the store says when it is locked for too long, full, gone or unreadable. */
function isStoreFault(error: unknown): boolean {
  const code: unknown = error instanceof Error && "code" in error ? error.code : undefined;
  return (
    typeof code === "string" &&
    /^(?:SQLITE_(?:BUSY|LOCKED|FULL|IOERR|CANTOPEN)|ECONN|57P0)/.test(code)
  );
}

/** RFC 6750 section 3: a bad key is told apart from a missing one. */
function challenge(code: ProblemCode): Record<string, string> {
  if (code === "AUTHENTICATION_REQUIRED") return { "www-authenticate": 'Bearer realm="neuadd"' };
  if (code === "KEY_INVALID") {
    return { "www-authenticate": 'Bearer realm="neuadd", error="invalid_token"' };
  }
  if (code === "SCOPE_MISSING") {
    return { "www-authenticate": 'Bearer realm="neuadd", error="insufficient_scope"' };
  }
  return {};
}

function wireFault({ detail, ...place }: LocatedFault, language: Language): object {
  return { ...place, detail: detail[language] };
}
