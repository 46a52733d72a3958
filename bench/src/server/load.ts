import { Agent, request } from "node:http";
import autocannon from "autocannon";

export interface LoadTarget {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const CONNECTIONS = 16;
const SECONDS = 4;
const ROUNDS = 5;

/** Requests per second that each of two targets answers, side by side: in turns, so that what else runs meets both. */
export async function requestsPerSecond(
  one: LoadTarget,
  other: LoadTarget,
  status: number,
): Promise<readonly [number, number]> {
  const rates: [number[], number[]] = [[], []];
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [index, target] of [one, other].entries()) {
      const rate = await blast(target, status);
      // The first round warms both up.
      if (round > 0) rates[index]?.push(rate);
    }
  }
  return [median(rates[0]), median(rates[1])];
}

async function blast({ url, headers = {} }: LoadTarget, status: number): Promise<number> {
  const result = await autocannon({
    url,
    headers: { ...headers },
    connections: CONNECTIONS,
    duration: SECONDS,
  });
  const right = result.statusCodeStats?.[`${status}`]?.count ?? 0;
  if (right === 0 || right !== result.requests.total || result.errors > 0) {
    throw new Error(`${url} did not answer ${status} each time.`);
  }
  return result.requests.total / result.duration;
}

export interface Exchange {
  readonly url: string;
  readonly method?: "GET" | "POST";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly etag: string | undefined;
  readonly milliseconds: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });

/** One request over a connection that is kept, and how long it took to its last byte. */
export function exchange({ url, method = "GET", headers = {}, body }: Exchange): Promise<Answer> {
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { agent, method, headers }, (response) => {
      const pieces: Buffer[] = [];
      response.on("data", (piece: Buffer) => pieces.push(piece));
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          text: Buffer.concat(pieces).toString("utf8"),
          etag: response.headers.etag,
          milliseconds: performance.now() - begun,
        }),
      );
      response.on("error", reject);
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

/** Sends requests over 16 connections at once; how long each took, in milliseconds. */
export async function crowd(requests: readonly Exchange[], status: number): Promise<number[]> {
  const times: number[] = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      for (let one = requests[next++]; one !== undefined; one = requests[next++]) {
        const answer = await exchange(one);
        if (answer.status !== status) throw new Error(`${one.url}: ${answer.status}`);
        times.push(answer.milliseconds);
      }
    }),
  );
  return times;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
