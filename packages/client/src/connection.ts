import type { CallOptions } from "./call-options.ts";
import type { AnswerOf, InputOf, Method, OperationAt, PathOf } from "./described-operation.ts";
import { NeuaddConnectionError } from "./neuadd-connection-error.ts";
import { fetchPersistently, type Persistence } from "./persistent-fetch.ts";
import { orThrow } from "./problem-answer.ts";
import { requestOf, type Query } from "./request-of.ts";
import type { Schedule } from "./schedule.ts";

/** How the methods of a client reach the server. */
export interface Connection {
  /**
   * Calls an operation by its method and path. Throws NeuaddProblem, NeuaddConnectionError, or the reason of the signal when
   * it is aborted.
   */
  readonly call: <Verb extends Method, Path extends PathOf<Verb>>(
    method: Verb,
    path: Path,
    input: InputOf<OperationAt<Verb, Path>>,
    options: CallOptions & ConnectionCallOptions,
  ) => Promise<Answer<AnswerOf<OperationAt<Verb, Path>>>>;
  /** Sends a request that is made already; it gets the headers of all others. */
  readonly send: (request: Request) => Promise<Response>;
  readonly schedule: Schedule;
}

export interface ConnectionCallOptions {
  /** For a POST that writes nothing: it may be sent again, although it has no idempotency key. */
  readonly writesNothing?: true;
  /** The tag of an answer that is there already. */
  readonly ifNoneMatch?: string;
}

export interface Answer<Body> {
  readonly body: Body;
  readonly headers: Headers;
  /** True when what was asked for still has the tag that was given; there is no body then. */
  readonly isUnchanged: boolean;
}

export interface ConnectionOptions extends Omit<Persistence, "signal"> {
  /** Without a slash at its end. */
  readonly server: string;
  readonly headers: Readonly<Record<string, string>>;
}

export function createConnection(options: ConnectionOptions): Connection {
  const { server, headers: common, ...persistence } = options;
  return {
    async call(method, path, input, { signal, writesNothing, ifNoneMatch }) {
      const { names = {}, query = {}, headers = {}, body }: LooseInput = input;
      const request = requestOf({
        method: method.toUpperCase(),
        server,
        path,
        names,
        query,
        body,
        headers: {
          ...common,
          ...headers,
          ...(ifNoneMatch !== undefined && { "if-none-match": ifNoneMatch }),
        },
      });
      const mayRepeat = writesNothing === true || isRepeatable(request);
      const response = await fetchPersistently(request, mayRepeat, { ...persistence, signal });
      return answerIn(await orThrow(response));
    },
    async send(request) {
      for (const [name, value] of Object.entries(common)) request.headers.set(name, value);
      const { signal } = request;
      const mayRepeat = isRepeatable(request);
      return orThrow(await fetchPersistently(request, mayRepeat, { ...persistence, signal }));
    },
    schedule: persistence.schedule,
  };
}

/** The same input, once its operation no longer matters. */
interface LooseInput {
  readonly names?: Readonly<Record<string, string>>;
  readonly query?: Query;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** A DELETE is not: sent twice, its second answer would tell of a fault although the first had done what was asked. */
function isRepeatable({ method, headers }: Request): boolean {
  return method === "GET" || method === "HEAD" || headers.has("idempotency-key");
}

/** The server answers as its OpenAPI document says, so that a body which is JSON is taken for what it should be. */
async function answerIn<Body>(response: Response): Promise<Answer<Body>> {
  const { headers, status } = response;
  const isUnchanged = status === 304;
  const text = isUnchanged || status === 204 ? undefined : await response.text();
  return { body: parsed(text, status) as Body, headers, isUnchanged };
}

function parsed(text: string | undefined, status: number): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new NeuaddConnectionError(
      "ANSWER_UNREADABLE",
      "The answer is not JSON. Check that the address is that of a Neuadd server.",
      { cause, status },
    );
  }
}
