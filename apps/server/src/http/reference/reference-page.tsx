import type { Language } from "@neuadd/core";
import type { Child } from "hono/jsx";
import { describedProblems } from "./described-problems.ts";
import {
  operationsByTag,
  OTHER_TAG,
  type PlacedOperation,
  type ReferenceDocument,
  type ReferenceOperation,
} from "./reference-document.ts";
import { referenceMessages, type ReferenceMessages } from "./reference-messages.ts";
import { InlineCode } from "./inline-code.tsx";
import { SchemaFields, SchemaType } from "./schema-lines.tsx";

export interface ReferencePageProps {
  readonly document: ReferenceDocument;
  readonly language: Language;
}

/** The whole API on one page, as its OpenAPI document describes it. */
export function ReferencePage({ document, language }: ReferencePageProps): Child {
  const messages = referenceMessages[language];
  const groups = operationsByTag(document);
  return (
    <div class="page-width reference">
      <link rel="stylesheet" href="/docs/reference.css" />
      <h1>{messages.title}</h1>
      <p class="lead">{document.info.description}</p>
      <p>
        <a href={`/openapi.json?lang=${language}`}>{messages.machineReadable}</a>
      </p>
      <h2>{messages.conventionsTitle}</h2>
      <ul class="points">
        {messages.conventions.map((text) => (
          <li>{text}</li>
        ))}
      </ul>
      <Contents groups={groups} messages={messages} />
      {[...groups].map(([tag, operations]) => (
        <section aria-labelledby={`tag-${tag}`}>
          <h2 id={`tag-${tag}`}>{tagTitle(document, tag, messages)}</h2>
          {operations.map((operation) => (
            <Operation operation={operation} messages={messages} />
          ))}
        </section>
      ))}
      <Shapes document={document} messages={messages} />
      <Problems document={document} language={language} />
    </div>
  );
}

function tagTitle(document: ReferenceDocument, tag: string, messages: ReferenceMessages): string {
  const own = document.tags?.find(({ name }) => name === tag)?.description;
  return own ?? (tag === OTHER_TAG ? messages.other : `${messages.plugin}: ${tag}`);
}

function Contents({
  groups,
  messages,
}: {
  readonly groups: ReadonlyMap<string, readonly PlacedOperation[]>;
  readonly messages: ReferenceMessages;
}): Child {
  return (
    <nav aria-labelledby="contents">
      <h2 id="contents">{messages.contents}</h2>
      <ul class="contents">
        {[...groups.values()].flat().map((operation) => (
          <li>
            <a href={`#${anchorOf(operation)}`}>{operation.summary ?? operation.path}</a>
          </li>
        ))}
        <li>
          <a href="#shapes">{messages.shapes}</a>
        </li>
        <li>
          <a href="#problems">{messages.problemsTitle}</a>
        </li>
      </ul>
    </nav>
  );
}

interface OperationProps {
  readonly operation: PlacedOperation;
  readonly messages: ReferenceMessages;
}

function Operation({ operation, messages }: OperationProps): Child {
  const { method, path, summary, description, parameters = [] } = operation;
  return (
    <article class="operation" id={anchorOf(operation)}>
      <h3>{summary ?? path}</h3>
      <p class="address">
        <code>
          <span class="method">{method}</span> {path}
        </code>
      </p>
      {description !== undefined && (
        <p>
          <InlineCode text={description} />
        </p>
      )}
      <p>
        {messages.whoMay}: <WhoMay operation={operation} messages={messages} />
      </p>
      {parameters.length > 0 && (
        <>
          <h4>{messages.parameters}</h4>
          <dl class="fields">
            {parameters.map(({ name, schema = {}, required, description: text }) => (
              <>
                <dt>
                  <code>{name}</code>{" "}
                  <span class="type">
                    <SchemaType schema={schema} messages={messages} />,{" "}
                    {required === true ? messages.needed : messages.optional}
                  </span>
                </dt>
                <dd>
                  <InlineCode text={text ?? ""} />
                </dd>
              </>
            ))}
          </dl>
        </>
      )}
      <RequestBody operation={operation} messages={messages} />
      <Answers operation={operation} messages={messages} />
    </article>
  );
}

function WhoMay({ operation, messages }: OperationProps): Child {
  const kinds = operation["x-key-kinds"];
  if (kinds === undefined) return messages.anyone;
  const scope = operation["x-scope"];
  return (
    <>
      {kinds.map((kind) => messages.kinds[kind] ?? kind).join(", ")}
      {scope !== undefined && (
        <>
          {" "}
          ({messages.scope} <code>{scope}</code>)
        </>
      )}
    </>
  );
}

function RequestBody({ operation, messages }: OperationProps): Child {
  const schema = operation.requestBody?.content?.["application/json"]?.schema;
  if (schema === undefined) return null;
  return (
    <>
      <h4>{messages.body}</h4>
      <p>
        <SchemaType schema={schema} messages={messages} />
      </p>
      <SchemaFields schema={schema} messages={messages} />
    </>
  );
}

/** What answers hold is described in English; codes are the same in every language. */
function Answers({ operation, messages }: OperationProps): Child {
  return (
    <>
      <h4>{messages.answers}</h4>
      <dl class="fields">
        {Object.entries(operation.responses).map(([status, { description = "", content }]) => {
          const schema = Object.values(content ?? {})[0]?.schema;
          return (
            <>
              <dt>
                {status}{" "}
                {schema !== undefined && (
                  <span class="type">
                    <SchemaType schema={schema} messages={messages} />
                  </span>
                )}
              </dt>
              <dd lang="en">
                <InlineCode text={description} />
              </dd>
            </>
          );
        })}
      </dl>
    </>
  );
}

function Shapes({
  document,
  messages,
}: {
  readonly document: ReferenceDocument;
  readonly messages: ReferenceMessages;
}): Child {
  const shapes = Object.entries(document.components?.schemas ?? {}).toSorted(([one], [other]) =>
    one.localeCompare(other, "en"),
  );
  return (
    <section aria-labelledby="shapes">
      <h2 id="shapes">{messages.shapes}</h2>
      {shapes.map(([name, schema]) => (
        <article class="operation" id={`shape-${name}`}>
          <h3>
            <code>{name}</code>
          </h3>
          {schema.description !== undefined && <p lang="en">{schema.description}</p>}
          <SchemaFields schema={schema.allOf?.at(-1) ?? schema} messages={messages} />
          {schema.example !== undefined && (
            <>
              <h4>{messages.example}</h4>
              <pre>
                <code>{JSON.stringify(schema.example, undefined, 2)}</code>
              </pre>
            </>
          )}
        </article>
      ))}
    </section>
  );
}

function Problems({ document, language }: ReferencePageProps): Child {
  const messages = referenceMessages[language];
  return (
    <section aria-labelledby="problems">
      <h2 id="problems">{messages.problemsTitle}</h2>
      <p>{messages.problemsIntroduction}</p>
      <dl class="fields">
        {describedProblems(document, language).map(({ code, status, title }) => (
          <>
            <dt>
              <a href={`/problems/${code}?lang=${language}`}>
                <code>{code}</code>
              </a>{" "}
              <span class="type">{status}</span>
            </dt>
            <dd>{title}</dd>
          </>
        ))}
      </dl>
    </section>
  );
}

function anchorOf({ operationId, method, path }: ReferenceOperation & PlacedOperation): string {
  return operationId ?? `${method}-${path.replaceAll(/[^a-z0-9]+/gi, "-")}`;
}
