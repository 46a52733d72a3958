import { lookup } from "node:dns/promises";
import { type IncomingMessage, request as plainRequest, type RequestOptions } from "node:http";
import { request as secureRequest } from "node:https";
import { isIP } from "node:net";
import {
  type CallOut,
  type OutwardAnswer,
  OutwardFault,
  type OutwardRequest,
} from "../outward-call.ts";
import type { Timer } from "./own-tables.ts";
import { addressBlocks, type AddressBlocks, isPublicAddress } from "./public-address.ts";

/** Every address of a name. Throws when there is none. */
export type ResolveName = (name: string) => Promise<readonly string[]>;

export interface CallOutOptions {
  readonly schedule: Timer;
  /** Default: the resolver of the machine. */
  readonly resolve?: ResolveName;
}

const DEFAULT_TIMEOUT_MS = 15_000;
const DEFAULT_MAXIMUM_BYTES = 64 * 1024;

/** The guarded way out of a host: see CallOut. */
export function makeCallOut({ schedule, resolve = resolveName }: CallOutOptions): CallOut {
  return async (request) => {
    const { timeoutMs = DEFAULT_TIMEOUT_MS } = request;
    const url = checkedUrl(request.url);
    const abort = new AbortController();
    let cancel: (() => void) | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      cancel = schedule(timeoutMs, () => {
        reject(new OutwardFault("TIMED_OUT", `There was no whole answer within ${timeoutMs} ms.`));
        abort.abort();
      });
    });
    try {
      return await Promise.race([answerOf(url, request, resolve, abort.signal), late]);
    } finally {
      cancel?.();
      abort.abort();
    }
  };
}

async function resolveName(name: string): Promise<string[]> {
  return (await lookup(name, { all: true, verbatim: true })).map(({ address }) => address);
}

function checkedUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.username || url.password) {
    throw new OutwardFault(
      "URL_REFUSED",
      "The address must begin with https:// and hold no name or password.",
    );
  }
  return url;
}

async function answerOf(
  url: URL,
  request: OutwardRequest,
  resolve: ResolveName,
  signal: AbortSignal,
): Promise<OutwardAnswer> {
  const allowed = addressBlocks(request.allowAddresses ?? []);
  const name = url.hostname.replace(/^\[|\]$/g, "");
  const addresses = isIP(name) ? [name] : await addressesOf(name, resolve);
  // One that may not be called is reason enough: which one a connection takes is not for the name's owner to draw.
  if (!addresses.every((address) => isPublicAddress(address) || isIn(allowed, address))) {
    throw new OutwardFault("ADDRESS_REFUSED", "The address is not of the public internet.");
  }
  const [address = ""] = addresses;
  if (url.protocol === "http:" && !isIn(allowed, address)) {
    throw new OutwardFault("URL_REFUSED", "The address must begin with https://.");
  }
  signal.throwIfAborted();
  return exchange(url, address, request, signal);
}

async function addressesOf(name: string, resolve: ResolveName): Promise<readonly string[]> {
  const addresses = await resolve(name).catch((cause: unknown) => {
    throw unknownName(cause);
  });
  if (addresses.length === 0) throw unknownName();
  return addresses;
}

function unknownName(cause?: unknown): OutwardFault {
  return new OutwardFault("NAME_UNKNOWN", "The name of the host is not known.", { cause });
}

function isIn(blocks: AddressBlocks, address: string): boolean {
  return blocks.check(address, isIP(address) === 4 ? "ipv4" : "ipv6");
}

/** One request on a connection of its own to the address that was checked, whatever the name says by now. */
function exchange(
  url: URL,
  address: string,
  request: OutwardRequest,
  signal: AbortSignal,
): Promise<OutwardAnswer> {
  const { method = "GET", headers = {}, body, takesBody = true } = request;
  const { maximumBytes = DEFAULT_MAXIMUM_BYTES } = request;
  const family = isIP(address);
  const options: RequestOptions = {
    method,
    agent: false,
    signal,
    headers: {
      ...headers,
      connection: "close",
      "accept-encoding": "identity",
      ...(body !== undefined && { "content-length": String(Buffer.byteLength(body)) }),
    },
    lookup: (_name, { all }, found) =>
      all ? found(null, [{ address, family }]) : found(null, address, family),
  };
  return new Promise((done, fail) => {
    const failed = (cause: unknown) => {
      const isOurs = cause instanceof OutwardFault;
      fail(isOurs ? cause : new OutwardFault("CONNECTION_FAILED", "It failed.", { cause }));
    };
    const send = url.protocol === "https:" ? secureRequest : plainRequest;
    const outgoing = send(url, options, (incoming) => {
      const head = { status: incoming.statusCode ?? 0, headers: headersOf(incoming) };
      if (takesBody) {
        takeBody(incoming, maximumBytes).then((bytes) => done({ ...head, body: bytes }), failed);
      } else {
        // The rest is cut off with the connection: that is no fault any more.
        incoming.on("error", () => undefined);
        done({ ...head, body: new Uint8Array() });
      }
    });
    outgoing.on("error", failed);
    outgoing.end(body);
  });
}

async function takeBody(incoming: IncomingMessage, maximumBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    const bytes = chunk as Uint8Array;
    size += bytes.length;
    if (size > maximumBytes) {
      throw new OutwardFault("ANSWER_TOO_LARGE", `The answer is over ${maximumBytes} bytes.`);
    }
    chunks.push(bytes);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

function headersOf({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value = ""]) => [
      name,
      Array.isArray(value) ? value.join(", ") : value,
    ]),
  );
}
