import type { Bilingual } from "@neuadd/core";
import { ServerError, type ServerErrorCode } from "../server-error.ts";

/** One fault of a request, and where it lies: `#/recurrence/rule` in a body, or the name of a parameter. */
export interface LocatedFault {
  readonly pointer?: string;
  readonly parameter?: string;
  readonly header?: string;
  readonly detail: Bilingual;
}

/** A fault that HTTP itself finds, said in both languages. */
export class RequestFault extends ServerError {
  readonly faults: readonly LocatedFault[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    code: ServerErrorCode,
    faults: readonly LocatedFault[] = [],
    headers: Readonly<Record<string, string>> = {},
  ) {
    const places = faults.map(
      ({ pointer, parameter, header, detail }) => `${pointer ?? parameter ?? header}: ${detail.en}`,
    );
    super(code, [`${code}.`, ...places].join(" "));
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
  return new ServerError("SPACE_UNKNOWN", `School "${school}" has no space "${space}".`);
}
