import type { Fetch } from "../src/persistent-fetch.ts";

/** What came of one request: an answer, or an error for a network that failed. */
export type Outcome = Response | Error | ((request: Request) => Response | Promise<Response>);

/** One request as it was received. */
export interface Received {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: string;
}

/** A network with a far end that answers what it is told, in order. Asked more often than that, it fails the test. */
export function scriptedServer(...outcomes: readonly Outcome[]): {
  readonly fetch: Fetch;
  readonly received: readonly Received[];
} {
  const received: Received[] = [];
  return {
    received,
    async fetch(request) {
      const { method, url, headers } = request;
      received.push({ method, url, headers, body: await request.clone().text() });
      const outcome = outcomes[received.length - 1];
      if (outcome === undefined) throw new Error(`Request ${received.length} was not expected.`);
      if (outcome instanceof Error) throw outcome;
      return outcome instanceof Response ? outcome : outcome(request);
    },
  };
}

/** An answer with a JSON body. */
export function json(body: unknown, init: ResponseInit = {}): Response {
  return Response.json(body, init);
}

/** An answer of problem details, as the server gives them. */
export function problem(
  code: string,
  status: number,
  {
    headers = {},
    ...members
  }: Readonly<Record<string, unknown>> & {
    readonly headers?: Readonly<Record<string, string>>;
  } = {},
): Response {
  const type = `https://neuadd.example/problems/${code}`;
  const body = { type, title: code, status, detail: `It is ${code}.`, code, ...members };
  return Response.json(body, {
    status,
    headers: { "content-type": "application/problem+json", ...headers },
  });
}
