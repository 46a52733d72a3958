export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

/** What a request is made from. */
export interface RequestParts {
  /** As an HTTP method is written: `GET`. */
  readonly method: string;
  /** Address of the server, without a slash at its end. */
  readonly server: string;
  /** Path with names in braces: `/v1/schools/{school}`. */
  readonly path: string;
  readonly names: Readonly<Record<string, string>>;
  /** Undefined values are left out. */
  readonly query: Query;
  readonly headers: Readonly<Record<string, string>>;
  /** Sent as JSON unless it is undefined. */
  readonly body: unknown;
}

/** Throws TypeError for a name that would lead to another path: an empty one, `.` or `..`. */
export function requestOf(parts: RequestParts): Request {
  const { method, server, names, body } = parts;
  const path = parts.path.replace(/\{(\w+)\}/g, (_, name: string) => segment(name, names[name]));
  const headers = new Headers(parts.headers);
  if (body !== undefined) headers.set("content-type", "application/json");
  return new Request(`${server}${path}${queryText(parts.query)}`, {
    method,
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

/** Dots alone are steps of a path, written plainly or not, so that no encoding keeps them from being taken. */
function segment(name: string, value: string | undefined): string {
  if (value === undefined || value === "" || value === "." || value === "..") {
    throw new TypeError(`The ${name} must be an id; it is ${JSON.stringify(value)}.`);
  }
  return encodeURIComponent(value);
}

function queryText(query: Query): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return text === "" ? "" : `?${text}`;
}
