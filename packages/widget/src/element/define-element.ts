import type { NeuaddElement } from "./neuadd-element.ts";

/**
 * Registers an element under a name, `neuadd-availability` and so on as a rule. A name that is taken stays as it is, so
 * that two scripts on one page do no harm; where there is no document, nothing happens.
 */
export function defineElement(name: string, element: new () => NeuaddElement): void {
  if (!("customElements" in globalThis) || customElements.get(name) !== undefined) return;
  customElements.define(name, element);
}
