import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Services } from "../services.ts";
import { allowance, type Allowance } from "./allowance.ts";
import type { Asked } from "./asked.ts";
import { newExchange } from "./begin-exchange.ts";
import { clientAddress } from "./client-address.ts";
import { openToOrigins } from "./cross-origin.ts";
import { keepAnswers, type AskedOfSchool, type KeptAnswers } from "./kept-answers.ts";
import type { Limits } from "./limits.ts";
import type { Metrics } from "./metrics.ts";
import { exchangeTeller, type TellExchange } from "./tell-exchange.ts";

/** What the listener before the app has in common with it. */
export interface RecallParts {
  readonly kept: KeptAnswers;
  /** What each address may do without a key. */
  readonly addresses: Allowance;
  readonly limits: Limits;
  readonly tell: TellExchange;
}

export function recallParts(services: Services, limits: Limits, metrics: Metrics): RecallParts {
  return {
    kept: keepAnswers(services),
    addresses: allowance("address", limits.addressRequestsPerMinute, limits),
    limits,
    tell: exchangeTeller(services.logger, metrics),
  };
}

/**
 * Answers plain questions about availability from memory, where a look at the school's revision is enough, on Node's own
 * messages: of what such an answer costs, most is else the way to it. All other requests go to the app, which would have
 * answered these with the same; so do those that something is wrong with, for the app to say what.
 */
export function recallFirst(
  parts: RecallParts,
  app: (incoming: IncomingMessage, outgoing: ServerResponse) => unknown,
): RequestListener {
  return (incoming, outgoing) => {
    const question = questionIn(incoming);
    if (question === undefined) {
      app(incoming, outgoing);
      return;
    }
    void recall(parts, question, outgoing).then((isAnswered) => {
      if (!isAnswered) app(incoming, outgoing);
    });
  };
}

/** A question that can be answered from memory. */
interface Question {
  readonly asked: Asked;
  readonly ofSchool: AskedOfSchool;
  readonly route: string;
}

const TARGET = /^(\/v1\/schools\/([\w-]+)(\/spaces\/[\w-]+)?\/availability)(?:\?[\w=&,-]*)?$/;
const PLAIN_HOST = /^[\w.-]+(?::\d+)?$/;

function questionIn({ method, url = "", headers, socket }: IncomingMessage): Question | undefined {
  if (method !== "GET" || headers.authorization !== undefined) return undefined;
  if (headers.host === undefined || !PLAIN_HOST.test(headers.host)) return undefined;
  const [target, path, school, space] = TARGET.exec(url) ?? [];
  if (target === undefined || path === undefined || school === undefined) return undefined;
  const header = (name: string): string | undefined => {
    const value = headers[name];
    return typeof value === "string" ? value : undefined;
  };
  return {
    asked: { method, path, remoteAddress: socket.remoteAddress, header },
    ofSchool: { school, target, ifNoneMatch: headers["if-none-match"] },
    route: space === undefined ? SCHOOL_ROUTE : SPACE_ROUTE,
  };
}

const SCHOOL_ROUTE = "/v1/schools/{school}/availability";
const SPACE_ROUTE = "/v1/schools/{school}/spaces/{space}/availability";

/** Answers the question if it can, and says whether it has. */
async function recall(
  { kept, addresses, limits, tell }: RecallParts,
  { asked, ofSchool, route }: Question,
  outgoing: ServerResponse,
): Promise<boolean> {
  const startedAt = performance.now();
  try {
    const known = await kept.recall(ofSchool);
    if (known === undefined) return false;
    const exchange = newExchange(asked);
    openToOrigins(asked.path, exchange);
    const wait = await addresses.spend(exchange, clientAddress(asked, limits.trustedProxies));
    // Refused: the app counts the request once more, which changes nothing, and says so.
    if (wait !== undefined) return false;
    exchange.route = route;
    const { status, bytes, headers } = known;
    Object.assign(exchange.headers, headers, bytes && { "content-length": `${bytes.length}` });
    outgoing.writeHead(status, exchange.headers).end(bytes ?? undefined);
    tell({ asked, exchange, startedAt, status });
    return true;
  } catch {
    // The app meets the same fault, and says what it is; unless the answer had begun.
    if (outgoing.headersSent) outgoing.destroy();
    return outgoing.headersSent;
  }
}
