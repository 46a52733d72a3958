import { PluginError } from "./plugins/plugin-error.ts";
import { ServerError } from "./server-error.ts";

/** What the log tells of an error: which it is and where, without what people have entered. */
export interface BareError {
  /** The name of its class. */
  readonly type: string;
  readonly code?: string;
  /** Only where the sentence is the server's own, with ids at most. */
  readonly message?: string;
  /** The constraint of the database that it met. */
  readonly constraint?: string;
  /** Where it was thrown, innermost first. */
  readonly stack: readonly string[];
  readonly cause?: BareError;
}

const DEEPEST_CAUSE = 5;

/**
 * Leaves out of an error what may name somebody: sentences and details of databases hold whole rows, those of plugins an
 * address, and those of parsers the text itself. What was thrown without being an error tells its type alone.
 */
export function bareError(error: unknown, depth = 0): BareError {
  if (!(error instanceof Error)) return { type: typeof error, stack: [] };
  const code = nameIn(error, "code");
  const constraint = nameIn(error, "constraint");
  const isOwn = error instanceof ServerError || error instanceof PluginError;
  return {
    type: error.constructor.name,
    ...(code !== undefined && { code }),
    ...(isOwn && { message: error.message }),
    ...(constraint !== undefined && { constraint }),
    stack: framesOf(error),
    ...(error.cause !== undefined &&
      depth < DEEPEST_CAUSE && { cause: bareError(error.cause, depth + 1) }),
  };
}

/** A property that is a name, such as SQLITE_FULL, 23505 or hirers_pkey; anything longer may be a sentence. */
function nameIn(error: Error, property: string): string | undefined {
  const value: unknown = Reflect.get(error, property);
  const isName = typeof value === "string" && /^[\w/.-]{1,60}$/.test(value);
  return isName ? value : undefined;
}

/** The stack begins with the message, of which a line may look like a frame. */
function framesOf({ stack = "", message }: Error): string[] {
  const start = message === "" ? 0 : stack.indexOf(message) + message.length;
  return stack
    .slice(start)
    .split("\n")
    .flatMap((line) => /^\s+at (.*)$/.exec(line)?.slice(1) ?? []);
}
