import type { paths } from "./openapi-paths.ts";

export type Method = "get" | "post" | "patch" | "delete";

/** Paths of the OpenAPI document that have an operation of the method. */
export type PathOf<Verb extends Method> = {
  [Path in keyof paths]: paths[Path][Verb] extends object ? Path : never;
}[keyof paths];

export type OperationAt<Verb extends Method, Path extends PathOf<Verb>> = NonNullable<
  paths[Path][Verb]
>;

/** Everything that an operation needs, and may be given, besides its method and path. */
export type InputOf<Operation> = PathInput<Operation> &
  QueryInput<Operation> &
  HeaderInput<Operation> &
  BodyInput<Operation>;

type PathInput<Operation> = Operation extends { parameters: { path: infer Names } }
  ? { readonly names: Names }
  : unknown;

type QueryInput<Operation> = Operation extends { parameters: { query?: infer Query } }
  ? { readonly query?: Omissible<Query> }
  : unknown;

/** Parameters that may also be given as undefined, which leaves them out, in programs that tell the two apart. */
export type Omissible<Parameters> = {
  readonly [Name in keyof Parameters]: Parameters[Name] | undefined;
};

type HeaderInput<Operation> = Operation extends { parameters: { header: infer Headers } }
  ? { readonly headers: Headers }
  : Operation extends { parameters: { header?: infer Headers } }
    ? { readonly headers?: Headers }
    : unknown;

type BodyInput<Operation> = Operation extends {
  requestBody: { content: { "application/json": infer Body } };
}
  ? { readonly body: Body }
  : unknown;

/** The body of a good answer; undefined for an operation that has none. */
export type AnswerOf<Operation> = Operation extends { responses: infer Responses }
  ? JsonOf<Responses, 200> | JsonOf<Responses, 201>
  : never;

type JsonOf<Responses, Status> = Status extends keyof Responses
  ? Responses[Status] extends { content: { "application/json": infer Body } }
    ? Body
    : undefined
  : never;
