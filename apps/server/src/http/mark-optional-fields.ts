import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import type { HttpEnvironment } from "./exchange.ts";

type Document = Pick<ReturnType<OpenAPIHono["getOpenAPI31Document"]>, "paths" | "components">;

type Definitions = OpenAPIHono<HttpEnvironment>["openAPIRegistry"]["definitions"];

/** What is read and changed of a schema in the document. */
interface JsonSchema {
  readonly $ref?: string;
  readonly allOf?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema;
  required?: string[];
}

interface JsonOperation {
  readonly parameters?: readonly { readonly name?: string; required?: boolean }[];
  readonly requestBody?: { readonly content?: JsonContent };
  readonly responses?: Readonly<Record<string, { readonly content?: JsonContent }>>;
}

type JsonContent = Readonly<Record<string, { readonly schema?: JsonSchema }>>;

/**
 * Takes fields that may be left out off the lists of required ones. The generator asks each field whether it takes
 * `undefined`; zod's `exactOptional`, which takes absence only, says no and so passes for required.
 */
export function markOptionalFields(document: Document, definitions: Definitions): void {
  const marker = createMarker(document);
  for (const definition of definitions) {
    if (definition.type !== "route") continue;
    const { route } = definition;
    const path: Readonly<Record<string, JsonOperation | undefined>> = Object(
      document.paths?.[route.path],
    );
    const operation = path[route.method];
    if (operation === undefined) continue;
    markParameters(operation, [route.request?.query, route.request?.headers]);
    markContent(marker, route.request?.body?.content, operation.requestBody?.content);
    for (const [status, response] of Object.entries(route.responses)) {
      if ("content" in response) {
        markContent(marker, response.content, operation.responses?.[status]?.content);
      }
    }
  }
}

function markParameters({ parameters = [] }: JsonOperation, schemas: readonly unknown[]): void {
  for (const schema of schemas) {
    if (!(schema instanceof z.ZodObject)) continue;
    for (const parameter of parameters) {
      const field: unknown = schema.shape[parameter.name ?? ""];
      if (field instanceof z.ZodExactOptional) parameter.required = false;
    }
  }
}

type Marker = (schema: unknown, json: JsonSchema | undefined) => void;

function markContent(marker: Marker, content: unknown, json: JsonContent | undefined): void {
  if (typeof content !== "object" || content === null) return;
  for (const [mediaType, media] of Object.entries(content)) {
    const schema: unknown = Object(media)["schema"];
    marker(schema, json?.[mediaType]?.schema);
  }
}

function createMarker(document: Document): Marker {
  const components: Readonly<Record<string, JsonSchema>> = Object(document.components?.schemas);
  const seen = new Set<JsonSchema>();

  function mark(schema: unknown, json: JsonSchema | undefined): void {
    if (json === undefined) return;
    const inner = unwrap(schema);
    const parts = [json, ...(json.allOf ?? [])].map(resolve);
    for (const part of parts) {
      if (inner instanceof z.ZodObject) markObject(inner, part);
      if (inner instanceof z.ZodArray) mark(inner.def.element, part.items);
      if (inner instanceof z.ZodRecord) mark(inner.def.valueType, part.additionalProperties);
    }
  }

  function markObject({ shape }: z.ZodObject, json: JsonSchema): void {
    if (seen.has(json)) return;
    seen.add(json);
    const required = json.required?.filter((name) => !(shape[name] instanceof z.ZodExactOptional));
    if (required?.length === 0) delete json.required;
    else if (required !== undefined) json.required = required;
    for (const [name, field] of Object.entries(shape)) mark(field, json.properties?.[name]);
  }

  function resolve(json: JsonSchema): JsonSchema {
    const name = json.$ref?.slice(json.$ref.lastIndexOf("/") + 1);
    return (name === undefined ? undefined : components[name]) ?? json;
  }
  return mark;
}

function unwrap(schema: unknown): unknown {
  let inner = schema;
  while (
    inner instanceof z.ZodOptional ||
    inner instanceof z.ZodExactOptional ||
    inner instanceof z.ZodNullable ||
    inner instanceof z.ZodReadonly
  ) {
    inner = inner.def.innerType;
  }
  return inner;
}
