import type { HttpBindings } from "@hono/node-server";
import type { Language, ZoneId } from "@neuadd/core";
import type { Context } from "hono";
import type { Actor } from "../keys/actor.ts";

/** One request and its answer: what the middleware knows of it, for whatever comes after. */
export interface Exchange {
  readonly requestId: string;
  readonly language: Language;
  /** Headers that the answer carries whatever it turns out to be. */
  readonly headers: Record<string, string>;
  /** Absent when the request carries no key. */
  actor?: Actor;
  /** The pattern of the route that answers, such as `/v1/schools/{school}`: the label of its metrics. */
  route?: string;
  /** The zone of the school that the request is about, once it has been read. */
  zone?: ZoneId;
  /** True when the answer was made with `exchange.headers` in it, so that they need not be added again. */
  hasHeaders?: boolean;
  /** The answer that was made last, as text: to read it from the response would make a web `Response` of it. */
  sent?: SentAnswer;
}

/** An answer in the parts that it was made of. Names of headers are in lower case. */
export interface SentAnswer {
  readonly response: Response;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string | null;
}

/** What the handlers of this server find in Hono's context. `app.request()` in tests gives no bindings. */
export interface HttpEnvironment {
  Bindings: Partial<HttpBindings>;
  Variables: { exchange: Exchange };
}

export type HttpContext = Context<HttpEnvironment>;
