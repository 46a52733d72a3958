import type { Bilingual, Instant, Language } from "@neuadd/core";
import type { DeskAction, DeskForm } from "./desk-action.ts";
import type { PluginCaller } from "./plugin-environment.ts";

/** A page for people, at `/x/<plugin>/<path>`, in the frame of the server's own pages and in both languages. */
export interface DeskPage {
  /** Lower-case letters, digits and hyphens; empty for the plugin's first page. */
  readonly path: string;
  readonly title: Bilingual;
  /** Who may open it: anyone; or whoever is signed in with the key of a school or above, or sends it. */
  readonly audience: "anyone" | "school";
  /** What its forms do. Only a page for schools has any. */
  readonly actions?: readonly DeskAction[];
  /**
   * The page's main content as HTML, without the heading of the title, in the language asked for.
   * What comes from data must be escaped: `html` of hono/html does so. Scripts and inline styles
   * don't run. When it throws, or takes more than 5 seconds, the visitor sees an error page.
   */
  render(request: DeskPageRequest): Promise<RenderedHtml> | RenderedHtml;
}

/** A string, or what the `html` tag of hono/html gives, which is a String object. */
export type RenderedHtml = string | { toString(): string };

export interface DeskPageRequest {
  readonly language: Language;
  readonly now: Instant;
  /** The first value of each name. */
  readonly query: Readonly<Record<string, string>>;
  /** Whose key opened it; absent for a page for anyone. */
  readonly caller?: PluginCaller;
  /**
   * A form of one of the page's actions, to be put into its HTML. One that was sent and refused comes back with what was
   * typed and what is wrong. Throws for an action that the page does not have.
   */
  readonly form: (action: string, form?: DeskForm) => RenderedHtml;
}
