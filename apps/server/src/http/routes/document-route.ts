import { z } from "@hono/zod-openapi";
import type { Language } from "@neuadd/core";
import { openApiDocument } from "../openapi-document.ts";
import { addOperation, type Api } from "../add-operation.ts";
import { respond } from "../respond.ts";

/** The OpenAPI document, in the language asked for by `?lang=` or `Accept-Language`. */
export function addDocumentRoute(api: Api, publicUrl: string): void {
  const texts = new Map<Language, string>();

  addOperation(
    api,
    {
      id: "getOpenApiDocument",
      method: "get",
      path: "/openapi.json",
      tag: "server",
      inputs: { query: z.strictObject({ lang: z.enum(["cy", "en"]).exactOptional() }) },
      answers: {
        200: {
          description: "The document.",
          schema: z.record(z.string(), z.unknown()),
        },
      },
    },
    ({ context, exchange, query }) => {
      const language = query().lang ?? exchange.language;
      // Made when it is first asked for: by then the routes of plugins are there too.
      const text =
        texts.get(language) ?? JSON.stringify(openApiDocument(api.app, publicUrl, language));
      texts.set(language, text);
      return respond(context, 200, text, {
        "content-type": "application/json; charset=utf-8",
        "content-language": language,
        "cache-control": "public, no-cache",
      });
    },
  );
}
