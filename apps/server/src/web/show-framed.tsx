import type { Context } from "hono";
import type { HttpContext } from "../http/exchange.ts";
import type { Problem } from "../http/problem.ts";
import { readSchool } from "../ledger/school-model.ts";
import type { FramedSetting } from "./framed-document.tsx";
import { FramedFaultPage } from "./framed-fault-page.tsx";
import { FramedPage } from "./framed-page.tsx";
import type { Markup, PageKit } from "./page-kit.tsx";

/** Where the page for iframes is. */
export const FRAMED_PATH = "/embed/frame";

const FRAMED_ATTRIBUTES = ["space", "view", "from", "minutes"] as const;

/** The page for iframes: the one page of the server that may be framed, by anyone. Throws SCHOOL_UNKNOWN. */
export async function showFramed(context: Context, kit: PageKit): Promise<Response> {
  const query = context.req.query();
  const { school } = await readSchool(kit.services, query["school"] ?? "");
  const setting = framedSetting(context);
  const attributes = Object.fromEntries(
    FRAMED_ATTRIBUTES.flatMap((name) => {
      const value = query[name] ?? "";
      return value === "" ? [] : [[name, value.slice(0, 100)]];
    }),
  );
  const page = (
    <FramedPage
      setting={setting}
      element={query["show"] === "whats-on" ? "whats-on" : "availability"}
      school={school.id}
      schoolName={school.name[setting.language]}
      attributes={attributes}
    />
  );
  return sendFramed(setting, page, 200, { "cache-control": "no-cache" });
}

/** Answers the frame with its own words for a problem: those of any other page would leave it a broken grey box. */
export async function sendFramedFault(
  context: HttpContext,
  { status, headers }: Problem,
): Promise<Response> {
  const setting = framedSetting(context);
  const kind = status === 404 ? "notFound" : status === 429 ? "busy" : "failed";
  const page = <FramedFaultPage {...{ setting, kind }} />;
  return sendFramed(setting, page, status, { ...headers, "cache-control": "no-store" });
}

function framedSetting(context: Context): FramedSetting {
  const { lang, theme } = context.req.query();
  return {
    language: lang === "cy" ? "cy" : "en",
    theme: theme === "dark" || theme === "auto" ? theme : "light",
  };
}

async function sendFramed(
  { language }: FramedSetting,
  page: Markup,
  status: number,
  headers: Readonly<Record<string, string>>,
): Promise<Response> {
  const text = await page;
  return new Response(text.toString(), {
    status,
    headers: { ...FRAMED_HEADERS, "content-language": language, ...headers },
  });
}

const FRAMED_HEADERS = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy":
    "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; base-uri 'self'; " +
    "form-action 'none'; frame-ancestors *; require-trusted-types-for 'script'; trusted-types 'none'",
  "cross-origin-resource-policy": "cross-origin",
};
