import type { Bilingual } from "@neuadd/core";
import { PROBLEM_DETAILS } from "./problem-details.ts";
import { ServerError, type ServerErrorCode } from "../server-error.ts";

/** One fault of a request, and where it lies: `#/recurrence/rule` in a body, or the name of a parameter. */
export interface LocatedFault {
  readonly pointer?: string;
  readonly parameter?: string;
  readonly header?: string;
  readonly detail: Bilingual;
}

/** A fault that HTTP itself finds: what holds for every problem of the code, and where the faults lie. */
export class RequestFault extends ServerError {
  readonly faults: readonly LocatedFault[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    code: ServerErrorCode,
    faults: readonly LocatedFault[] = [],
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(code, PROBLEM_DETAILS[code]);
    this.faults = faults;
    this.headers = headers;
  }
}

/** A fault of one parameter of the path or the query. */
export function parameterFault(parameter: string, detail: Bilingual): RequestFault {
  return new RequestFault("QUERY_INVALID", [{ parameter, detail }]);
}

/** A fault of one place in the body. */
export function bodyFault(pointer: string, detail: Bilingual): RequestFault {
  return new RequestFault("BODY_INVALID", [{ pointer, detail }]);
}

/** The space of a path is not one of the school's. */
export function spaceUnknown(school: string, space: string): ServerError {
  return new ServerError("SPACE_UNKNOWN", {
    cy: `Nid oes gan ysgol "${school}" le "${space}". Gwiriwch y dynodydd.`,
    en: `School "${school}" has no space "${space}". Check its id.`,
  });
}
