import openapiTypescript, { astToString, type OpenAPI3 } from "openapi-typescript";
import { format } from "prettier";

/** What of an OpenAPI document the client's types are made from. */
export interface DescribedApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;
}

interface DescribedOperation {
  readonly responses: Readonly<Record<string, unknown>>;
}

/**
 * The text of `packages/client/src/openapi-paths.ts`: types of every operation of the server. Answers that tell of a
 * problem are left out, since the client throws them, which leaves half of the text.
 */
export async function clientPaths(api: DescribedApi): Promise<string> {
  const tree = await openapiTypescript(withoutExamples(withoutProblems(api)), {
    alphabetize: true,
    immutable: true,
  });
  const types = astToString(tree).replaceAll(EMPTY_TYPE, "");
  return format(`${HEAD}\n${types}`, { parser: "typescript", printWidth: 100 });
}

const HEAD = `// Written by \`pnpm --filter @neuadd/client generate\` from the server's OpenAPI document. Don't edit it: a test compares
// the two.`;

/** Webhooks and the like, of which the document has none. */
const EMPTY_TYPE = /^export type [$\w]+ = Record<string, never>;\n/gm;

function withoutProblems(api: DescribedApi): OpenAPI3 {
  const paths = Object.entries(api.paths).map(([path, operations]) => [
    path,
    Object.fromEntries(
      Object.entries(operations).map(([method, operation]) => [method, goodAnswers(operation)]),
    ),
  ]);
  return { ...api, paths: Object.fromEntries(paths) } as OpenAPI3;
}

/** They would come as `@example`, which here means code that runs. */
function withoutExamples(api: OpenAPI3): OpenAPI3 {
  const text = JSON.stringify(api, (name, value: unknown) =>
    name === "example" || name === "examples" ? undefined : value,
  );
  return JSON.parse(text) as OpenAPI3;
}

function goodAnswers(operation: DescribedOperation): DescribedOperation {
  const responses = Object.entries(operation.responses).filter(([status]) => status < "400");
  return { ...operation, responses: Object.fromEntries(responses) };
}
