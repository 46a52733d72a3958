import { createHash } from "node:crypto";
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Language } from "@neuadd/core";
import { Frame } from "../../web/frame.tsx";
import { sendPage, settingOf, type PageKit } from "../../web/page-kit.tsx";
import type { PathsByLanguage } from "../../web/page-paths.ts";
import { hasTag } from "../entity-tag.ts";
import type { HttpContext, HttpEnvironment } from "../exchange.ts";
import { openApiDocument } from "../openapi-document.ts";
import { RequestFault } from "../request-fault.ts";
import { respond } from "../respond.ts";
import { describedProblems } from "./described-problems.ts";
import { ProblemPage } from "./problem-page.tsx";
import { readReferenceDocument, type ReferenceDocument } from "./reference-document.ts";
import { referenceMessages } from "./reference-messages.ts";
import { ReferencePage } from "./reference-page.tsx";
import { REFERENCE_STYLE } from "./reference-style.ts";

export interface DocumentationParts {
  readonly app: OpenAPIHono<HttpEnvironment>;
  readonly kit: PageKit;
  readonly publicUrl: string;
}

/**
 * The pages about the API: its reference at `/docs`, and one for each problem at `/problems/<code>`, be it the server's
 * own or a plugin's.
 */
export function addDocumentationPages({ app, kit, publicUrl }: DocumentationParts): void {
  const documents = new Map<Language, ReferenceDocument>();

  function documentIn(language: Language): ReferenceDocument {
    const known = documents.get(language);
    if (known !== undefined) return known;
    const text = JSON.stringify(openApiDocument(app, publicUrl, language));
    const document = readReferenceDocument(text);
    documents.set(language, document);
    return document;
  }

  app.get("/docs", (context) => {
    const language = pageLanguage(context);
    const setting = settingOf(kit, language, pathsOf("/docs"));
    return sendPage(
      context,
      setting,
      <Frame setting={setting} title={referenceMessages[language].title}>
        <ReferencePage document={documentIn(language)} language={language} />
      </Frame>,
    );
  });

  app.get("/docs/reference.css", (context) => {
    const headers = { etag: STYLE_TAG, "cache-control": "public, no-cache" };
    return hasTag(context.req.header("if-none-match"), STYLE_TAG)
      ? respond(context, 304, null, headers)
      : respond(context, 200, REFERENCE_STYLE, {
          ...headers,
          "content-type": "text/css; charset=utf-8",
        });
  });

  app.get("/problems/:code", (context) => sendProblem(context, context.req.param("code")));
  app.get("/problems/:plugin/:code", (context) =>
    sendProblem(context, `${context.req.param("plugin")}/${context.req.param("code")}`),
  );

  function sendProblem(context: HttpContext, code: string): Response | Promise<Response> {
    const language = pageLanguage(context);
    const problem = describedProblems(documentIn(language), language).find(
      (known) => known.code === code,
    );
    if (problem === undefined) throw new RequestFault("ROUTE_UNKNOWN");
    const setting = settingOf(kit, language, pathsOf(`/problems/${code}`));
    return sendPage(
      context,
      setting,
      <Frame setting={setting} title={problem.title}>
        <ProblemPage problem={problem} language={language} />
      </Frame>,
    );
  }
}

const STYLE_TAG = `"${createHash("sha256").update(REFERENCE_STYLE).digest("hex").slice(0, 16)}"`;

function pageLanguage(context: HttpContext): Language {
  const asked = context.req.query("lang");
  return asked === "cy" || asked === "en" ? asked : context.get("exchange").language;
}

function pathsOf(path: string): PathsByLanguage {
  return { cy: `${path}?lang=cy`, en: `${path}?lang=en` };
}
