import type { Amendment, BlockPreview, Decision } from "./answers.ts";
import type { PluginProblemCode, ProblemCode } from "./problem-code.ts";
import { retryAfterMilliseconds } from "./retry-after.ts";

/** One fault of a request, and where it lies: in the body (a JSON pointer), a parameter or a header. */
export interface ProblemFault {
  /** For people, in the language of the answer. */
  readonly detail: string;
  readonly pointer?: string;
  readonly parameter?: string;
  readonly header?: string;
}

type AnyCode = ProblemCode | PluginProblemCode;

/** What comes with some codes only. */
interface FactsOfCodes {
  readonly SERIES_NOT_BOOKABLE: { readonly decision: Decision };
  /** The decision on a request, or the amendment of a booking: whichever was asked for. */
  readonly DECISION_CHANGED: {
    readonly decision: Decision | undefined;
    readonly amendment: Amendment | undefined;
  };
  readonly AMENDMENT_NOT_POSSIBLE: { readonly amendment: Amendment };
  readonly WOULD_DISPLACE: { readonly preview: BlockPreview };
  readonly BLOCK_OVERLAPS: { readonly preview: BlockPreview };
  readonly REVISION_STALE: { readonly etag: string };
  readonly PRECONDITION_REQUIRED: { readonly etag: string };
}

/** One fact by every code, so that a problem of one code passes for a problem of several. */
type Facts<Name extends string> = {
  readonly [Code in AnyCode]: Code extends keyof FactsOfCodes
    ? Name extends keyof FactsOfCodes[Code]
      ? FactsOfCodes[Code][Name]
      : undefined
    : undefined;
};

/** Those that stand in the body, under their own names. */
interface FactsOf<Code extends AnyCode> {
  readonly decision: Facts<"decision">[Code];
  readonly amendment: Facts<"amendment">[Code];
  readonly preview: Facts<"preview">[Code];
}

/**
 * What the server answers instead of what was asked for: problem details (RFC 9457). `code` says what went wrong and
 * never changes; `title` and `detail` are for people, in the language of the client. What comes with some codes only is
 * typed by the code: see `isProblem`. `decision`, `amendment`, `preview` and `body` are not enumerable, so that a problem
 * that is printed or logged stays short.
 */
export class NeuaddProblem<Code extends AnyCode = AnyCode> extends Error {
  override readonly name = "NeuaddProblem";
  readonly code: Code;
  /** HTTP status. */
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  /** Address of a page on the problem. */
  readonly type: string;
  /** How the server's log names the request. */
  readonly requestId: string;
  /** Every fault that the body, the address or the headers have; empty for problems of another kind. */
  readonly errors: readonly ProblemFault[];
  /** The present decision, date by date: why the series can't be booked, or how it differs from what was shown. */
  declare readonly decision: Facts<"decision">[Code];
  /** What the change of a booking would do to each date, as things stand now. */
  declare readonly amendment: Facts<"amendment">[Code];
  /** What a block would displace, or which blocks are in its way. */
  declare readonly preview: Facts<"preview">[Code];
  /** The present entity tag of what has changed since it was read. */
  readonly etag: Facts<"etag">[Code];
  /** How long to wait before asking again, when the server says so. */
  readonly retryAfterMilliseconds: number | undefined;
  /** The whole body, for members that a plugin or a newer server adds. */
  declare readonly body: Readonly<Record<string, unknown>>;

  constructor(body: ProblemBody, headers: Headers) {
    super([`${body.code}: ${body.detail}`, ...(body.errors ?? []).map(placedFault)].join("\n  "));
    const facts = body as unknown as FactsOf<Code>;
    // A code of a newer server is beyond the type: programs that switch over codes need a default.
    this.code = body.code as Code;
    this.status = body.status;
    this.title = body.title;
    this.detail = body.detail;
    this.type = body.type;
    this.requestId = body.requestId ?? "";
    this.errors = body.errors ?? [];
    this.etag = (headers.get("etag") ?? undefined) as Facts<"etag">[Code];
    this.retryAfterMilliseconds = retryAfterMilliseconds(headers);
    // Not enumerable: where a problem is printed or logged whole, the dates of a season would bury its sentence.
    Object.defineProperties(this, {
      decision: { value: facts.decision },
      amendment: { value: facts.amendment },
      preview: { value: facts.preview },
      body: { value: body },
    });
  }
}

function placedFault({ pointer, parameter, header, detail }: ProblemFault): string {
  const place = pointer ?? parameter ?? header;
  return place === undefined ? detail : `${place}: ${detail}`;
}

/** Problem details as they come. */
export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly requestId?: string;
  readonly errors?: readonly ProblemFault[];
  readonly [member: string]: unknown;
}

/** A problem of one of several codes: one type for each, told apart by `code`. */
export type ProblemOf<Code extends AnyCode> = Code extends AnyCode ? NeuaddProblem<Code> : never;

/**
 * Whether something that was thrown is a problem that the server answered with, and has one of the codes given; with none
 * given, whichever code it has. Narrows the type: of a SERIES_NOT_BOOKABLE, `decision` is known. So does a `switch` over
 * `code` after it: the type is one problem for each code.
 *
 * @example
 * ```ts
 * import { isProblem, NeuaddProblem } from "@neuadd/client";
 *
 * const body = { type: "about:blank", title: "Stale", status: 412, detail: "…", code: "REVISION_STALE" };
 * const error: unknown = new NeuaddProblem(body, new Headers({ etag: '"13"' }));
 * isProblem(error, "FORBIDDEN"); //=> false
 * isProblem(error, "FORBIDDEN", "REVISION_STALE") && error.etag; //=> '"13"'
 * ```
 */
export function isProblem<const Code extends AnyCode>(
  error: unknown,
  ...codes: readonly Code[]
): error is ProblemOf<Code> {
  return (
    error instanceof NeuaddProblem &&
    (codes.length === 0 || codes.some((code) => code === error.code))
  );
}
