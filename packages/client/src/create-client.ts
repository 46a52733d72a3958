import type { Health } from "./answers.ts";
import { createBlocks, type Blocks } from "./blocks.ts";
import { createBookings, type Bookings } from "./bookings.ts";
import type { CallOptions } from "./call-options.ts";
import { createConnection } from "./connection.ts";
import { createEvents, type Events } from "./events.ts";
import { createHirers, type Hirers } from "./hirers.ts";
import type { Fetch } from "./persistent-fetch.ts";
import { hostSchedule, type Schedule } from "./schedule.ts";
import { createSchools, type Schools } from "./schools.ts";
import { createSpaces, type Spaces } from "./spaces.ts";

export interface ClientOptions {
  /** Address of the server, such as `https://neuadd.example`, with the path before `/v1` if it has one. */
  readonly server: string | URL;
  /** A key of a hirer, a school, an authority or the operator. Public reads need none. */
  readonly key?: string | undefined;
  /** Language of every sentence in answers. Left out, a browser asks for its own, and the server falls back to English. */
  readonly language?: "cy" | "en" | undefined;
  /** What sends requests. Default: the global `fetch`. */
  readonly fetch?: Fetch | undefined;
  /** How often a request is sent again, where that is safe. Default 3; 0 for never. */
  readonly retries?: number | undefined;
  /** How long one attempt may take, its whole answer included. Default 30,000. */
  readonly timeoutMilliseconds?: number | undefined;
  /** Timers for time-outs and for waiting between attempts. Default: those of the host. */
  readonly schedule?: Schedule | undefined;
}

/** A Neuadd server, as its users see it. */
export interface Client {
  readonly schools: Schools;
  readonly spaces: Spaces;
  readonly bookings: Bookings;
  readonly blocks: Blocks;
  readonly hirers: Hirers;
  readonly events: Events;
  /** Whether the server is alive, and what its clock shows: that of a demonstration is not the present time. */
  health(options?: CallOptions): Promise<Health>;
  /**
   * Sends a request of your own, for what plugins add: the path begins with a slash, such as `/v1/x/tariffs/rates`. It has the
   * key, the language, the retries and the errors of all other calls.
   */
  request(path: string, init?: RequestInit): Promise<Response>;
}

const RETRIES = 3;
const TIMEOUT_MILLISECONDS = 30_000;

/**
 * Makes a client of one server, for one key and one language. It holds no connection and needs no closing.
 *
 * Every method throws NeuaddProblem when the server refuses, NeuaddConnectionError when it can't be reached, and the reason
 * of its signal when that is aborted. Throws TypeError for an address that is not http or https, and for an
 * empty key.
 *
 * @example
 * ```ts
 * import { createClient } from "@neuadd/client";
 *
 * const client = createClient({
 *   server: "https://neuadd.example",
 *   language: "cy",
 *   fetch: () => Response.json({ items: [] }),
 * });
 * await client.schools.list(); //=> []
 * ```
 */
export function createClient(options: ClientOptions): Client {
  const server = addressOf(options.server);
  const headers = {
    ...authorizationOf(options.key),
    ...(options.language !== undefined && { "accept-language": options.language }),
  };
  const persistence = {
    // Called as a method of something else, the fetch of a browser throws.
    fetch: options.fetch ?? ((request: Request) => fetch(request)),
    schedule: options.schedule ?? hostSchedule,
    retries: options.retries ?? RETRIES,
    timeoutMilliseconds: options.timeoutMilliseconds ?? TIMEOUT_MILLISECONDS,
  };
  const connection = createConnection({ server, headers, ...persistence });
  return {
    schools: createSchools(connection),
    spaces: createSpaces(connection),
    bookings: createBookings(connection),
    blocks: createBlocks(connection),
    hirers: createHirers(connection),
    events: createEvents(connection),
    async health(call = {}) {
      const { body } = await connection.call("get", "/healthz", {}, call);
      return body;
    },
    async request(path, init = {}) {
      if (!path.startsWith("/")) {
        throw new TypeError(`The path "${path}" must begin with a slash: the server is known.`);
      }
      return connection.send(new Request(`${server}${path}`, init));
    },
  };
}

/** The header of a key. An empty one, as of a variable that is set to nothing, would fail every public read. */
function authorizationOf(key: string | undefined): { readonly authorization?: string } {
  if (key === undefined) return {};
  if (key.trim() === "")
    throw new TypeError("The key is empty. Leave it out where none is needed.");
  return { authorization: `Bearer ${key}` };
}

/** The address without a slash at its end. */
function addressOf(server: string | URL): string {
  const { protocol, href } = new URL(server);
  if (protocol !== "http:" && protocol !== "https:") {
    throw new TypeError(
      `The server "${href}" must have an address that begins with http: or https:.`,
    );
  }
  return href.replace(/\/+$/, "");
}
