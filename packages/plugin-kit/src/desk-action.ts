import type { z } from "@hono/zod-openapi";
import type { Bilingual } from "@neuadd/core";
import type { PluginExchange } from "./plugin-environment.ts";

/**
 * What a form on a desk page does. The host makes the form, proves that it was sent from its own page by whoever is signed
 * in there, and holds it to `fields` before `run` is called.
 */
export interface DeskAction<Fields extends z.ZodObject = z.ZodObject> {
  /** Lower-case letters, digits and hyphens; unique on its page. */
  readonly id: string;
  /** What its button says. */
  readonly label: Bilingual;
  /**
   * What its form holds: a schema such as routes have. What a form sends is text, so a number is `z.coerce.number()`; what
   * is left empty is absent. Its faults are told beside the fields.
   */
  readonly fields: Fields;
  /**
   * Does it, and answers what came of it, for whoever sent the form: "3 letters go out again." In each language 500 characters
   * at most, in plain text.
   *
   * Asks `host.access` first whether the caller may, as a handler of a route does: whoever is signed in may act for other
   * schools than the one that a form names. An expected "no" is a PluginProblem, told above the form, which keeps what was
   * typed; it is thrown before anything is changed, since the page says that nothing was. What writes several rows does so in
   * one transaction of its tables: when it fails half way, all that the page can say is that it may be done in part. It has
   * 30 seconds.
   */
  run(fields: z.output<Fields>, exchange: PluginExchange): Promise<Bilingual>;
}

/** A form of an action, as it stands in a page. */
export interface DeskForm {
  /** What is sent along without being shown, such as which letter it is about. */
  readonly hidden?: Readonly<Record<string, string>>;
  /** What is filled in, in order. Absent: the form is its button. */
  readonly fields?: readonly DeskField[];
  /** Said after the button's words to those who can't see what it stands beside: "Send again: Clwb Badminton". */
  readonly about?: string;
}

/** A field that is filled in. Its words are in the language of the page. */
export interface DeskField {
  /** Of the action's `fields`. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** What stands in it at first; of several options, the one chosen. */
  readonly value?: string;
  /** One of these is chosen. Absent: text is typed. */
  readonly options?: readonly { readonly value: string; readonly label: string }[];
}
