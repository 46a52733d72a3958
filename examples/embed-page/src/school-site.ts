import { Hono } from "hono";
import { homePage, type HomePageOptions } from "./home-page.ts";
import { siteStyle } from "./site-style.ts";

/** What its pages are made of, whatever their language. */
export type SchoolSiteOptions = Omit<HomePageOptions, "language">;

/** A school's own web site: one page in two languages, and a policy that lets nothing in but the booking server. */
export function schoolSite(options: SchoolSiteOptions): Hono {
  const { server, path } = options;
  const source = server === "" ? "'self'" : server;
  const headers = {
    "content-security-policy":
      `default-src 'none'; style-src 'self'; script-src ${source}; connect-src ${source}; ` +
      "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
  };
  const site = new Hono();
  const home = path === "" ? "/" : path;
  site.get(home, (context) => context.html(homePage({ ...options, language: "en" }), 200, headers));
  site.get(`${path}/cy`, (context) =>
    context.html(homePage({ ...options, language: "cy" }), 200, headers),
  );
  site.get(`${path}/site.css`, (context) =>
    context.body(siteStyle, 200, { "content-type": "text/css; charset=utf-8" }),
  );
  return site;
}
