import { Agent, request } from "node:http";
import autocannon from "autocannon";
import type { ChildServer } from "./child-server.ts";

export interface LoadTarget {
  readonly server: ChildServer;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Load {
  readonly perSecond: number;
  /** Of the server, for each answer. */
  readonly processorMicroseconds: number;
}

const CONNECTIONS = 16;
const SECONDS = 2;
const ROUNDS = 9;
const WARM_UP_ROUNDS = 2;

/** What two targets answer under the same load, side by side: in turns, so that what else runs meets both. */
export async function loadInTurns(
  one: LoadTarget,
  other: LoadTarget,
  status: number,
): Promise<readonly [Load, Load]> {
  const rounds: [Load[], Load[]] = [[], []];
  for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round += 1) {
    for (const [index, target] of [one, other].entries()) {
      const load = await blast(target, status);
      if (round >= WARM_UP_ROUNDS) rounds[index]?.push(load);
    }
  }
  return [middle(rounds[0]), middle(rounds[1])];
}

function middle(loads: readonly Load[]): Load {
  return {
    perSecond: median(loads.map(({ perSecond }) => perSecond)),
    processorMicroseconds: median(loads.map(({ processorMicroseconds }) => processorMicroseconds)),
  };
}

async function blast({ server, url, headers = {} }: LoadTarget, status: number): Promise<Load> {
  const before = await server.processorMicroseconds();
  const { statusCodeStats, requests, errors, duration } = await autocannon({
    url,
    headers: { ...headers },
    connections: CONNECTIONS,
    duration: SECONDS,
  });
  const used = (await server.processorMicroseconds()) - before;
  const right = statusCodeStats?.[`${status}`]?.count ?? 0;
  if (right === 0 || right !== requests.total || errors > 0) {
    throw new Error(`${url} did not answer ${status} each time.`);
  }
  return { perSecond: right / duration, processorMicroseconds: used / right };
}

export interface Exchange {
  readonly url: string;
  readonly method?: "GET" | "POST";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Whether the text of the answer is wanted; else it is read and thrown away. Default true. */
  readonly keepsText?: boolean;
}

export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly etag: string | undefined;
  readonly milliseconds: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });

/** One request over a connection that is kept, and how long it took to its last byte. */
export function exchange(asked: Exchange): Promise<Answer> {
  const { url, method = "GET", headers = {}, body, keepsText = true } = asked;
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { agent, method, headers }, (response) => {
      const pieces: Buffer[] = [];
      response.on("data", (piece: Buffer) => {
        if (keepsText) pieces.push(piece);
      });
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

/** The same; throws unless the answer has the status. */
export async function exchangeFor(status: number, asked: Exchange): Promise<Answer> {
  const answer = await exchange(asked);
  if (answer.status === status) return answer;
  throw new Error(`${asked.url} was answered with ${answer.status}: ${answer.text.slice(0, 500)}`);
}

/**
 * Sends requests over 16 connections at once; how long each took, in milliseconds. Texts are thrown away: to put them
 * together would keep this one process, and with it the next answers, longer than the server takes.
 */
export async function crowd(requests: readonly Exchange[], status: number): Promise<number[]> {
  const times: number[] = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      for (let one = requests[next++]; one !== undefined; one = requests[next++]) {
        const { milliseconds } = await exchangeFor(status, { ...one, keepsText: false });
        times.push(milliseconds);
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
