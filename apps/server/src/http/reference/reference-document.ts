/** What the reference page reads of an OpenAPI document. */
export interface ReferenceDocument {
  readonly info: { readonly title: string; readonly description?: string };
  readonly tags?: readonly { readonly name: string; readonly description?: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, ReferenceOperation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, ReferenceSchema>> };
}

export interface ReferenceOperation {
  readonly operationId?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly ReferenceParameter[];
  readonly requestBody?: { readonly content?: ReferenceContent };
  readonly responses: Readonly<Record<string, ReferenceAnswer>>;
  readonly "x-scope"?: string;
  readonly "x-key-kinds"?: readonly string[];
}

export interface ReferenceParameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: ReferenceSchema;
}

export interface ReferenceAnswer {
  readonly description?: string;
  readonly content?: ReferenceContent;
  /** Problems of plugins, by code. */
  readonly "x-problems"?: Readonly<
    Record<string, { readonly title: string; readonly detail: string }>
  >;
}

type ReferenceContent = Readonly<
  Record<string, { readonly schema?: ReferenceSchema; readonly example?: unknown }>
>;

export interface ReferenceSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly items?: ReferenceSchema;
  readonly properties?: Readonly<Record<string, ReferenceSchema>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly ReferenceSchema[];
  readonly allOf?: readonly ReferenceSchema[];
  readonly format?: string;
  readonly example?: unknown;
}

/** One operation of the document, with its place. */
export interface PlacedOperation extends ReferenceOperation {
  readonly method: string;
  readonly path: string;
}

/** The document as the page reads it, from the text that `/openapi.json` answers with. */
export function readReferenceDocument(text: string): ReferenceDocument {
  return JSON.parse(text) as ReferenceDocument;
}

/** Where operations stand that have no tag. */
export const OTHER_TAG = "other";

/** Operations by tag, in the order of the document's tags; those of plugins, which have tags of their own or none, last. */
export function operationsByTag(document: ReferenceDocument): Map<string, PlacedOperation[]> {
  const groups = new Map<string, PlacedOperation[]>(
    (document.tags ?? []).map(({ name }) => [name, []]),
  );
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const tag = operation.tags?.[0] ?? OTHER_TAG;
      groups.set(tag, [...(groups.get(tag) ?? []), { ...operation, method, path }]);
    }
  }
  return groups;
}

/** The name of the component that a schema refers to. */
export function referredName({ $ref }: ReferenceSchema): string | undefined {
  return $ref?.slice($ref.lastIndexOf("/") + 1);
}
