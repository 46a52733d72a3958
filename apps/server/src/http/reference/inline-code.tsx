import type { Child } from "hono/jsx";

/** Text in which words between backticks are code, as in the descriptions of an OpenAPI document. */
export function InlineCode({ text }: { readonly text: string }): Child {
  return (
    <>{text.split("`").map((part, index) => (index % 2 === 1 ? <code>{part}</code> : part))}</>
  );
}
