import type { Child } from "hono/jsx";
import { InlineCode } from "./inline-code.tsx";
import { referredName, type ReferenceSchema } from "./reference-document.ts";
import type { ReferenceMessages } from "./reference-messages.ts";

interface SchemaProps {
  readonly schema: ReferenceSchema;
  readonly messages: ReferenceMessages;
}

/** A schema in a few words: its type, its words, or a link to the shape that it refers to. */
export function SchemaType({ schema, messages }: SchemaProps): Child {
  const parts = schema.allOf ?? schema.anyOf;
  const name = referredName(schema) ?? (parts && referredName(parts[0] ?? {}));
  if (name !== undefined) return <a href={`#shape-${name}`}>{name}</a>;
  if (schema.items !== undefined) {
    return (
      <>
        {messages.listOf} <SchemaType schema={schema.items} messages={messages} />
      </>
    );
  }
  if (schema.enum !== undefined) {
    return (
      <>
        {messages.oneOf}{" "}
        {schema.enum.map((word, index) => (
          <>
            {index > 0 && ", "}
            <code>{String(word)}</code>
          </>
        ))}
      </>
    );
  }
  if (schema.const !== undefined) return <code>{JSON.stringify(schema.const)}</code>;
  const type = schema.format ?? (Array.isArray(schema.type) ? schema.type[0] : schema.type);
  return <>{messages.types[String(type)] ?? messages.types[String(schema.type)] ?? ""}</>;
}

/** The fields of an object, each with its type and what it holds. Descriptions are English in both languages. */
export function SchemaFields({ schema, messages }: SchemaProps): Child {
  const fields = Object.entries(schema.properties ?? {});
  if (fields.length === 0) return null;
  return (
    <dl class="fields">
      {fields.map(([name, field]) => (
        <>
          <dt>
            <code>{name}</code>{" "}
            <span class="type">
              <SchemaType schema={field} messages={messages} />,{" "}
              {schema.required?.includes(name) === true ? messages.needed : messages.optional}
            </span>
          </dt>
          <dd>
            {field.description !== undefined && (
              <span lang="en">
                <InlineCode text={field.description} />
              </span>
            )}
            {(field.properties ?? field.items?.properties) !== undefined && (
              <SchemaFields schema={field.items ?? field} messages={messages} />
            )}
          </dd>
        </>
      ))}
    </dl>
  );
}
