/** Every sentence exists in both. */
export type Language = "cy" | "en";

/** A name as the server gives it. */
export interface Bilingual {
  readonly cy: string;
  readonly en: string;
}

/**
 * The language that an element stands in: of its own `lang` or that of the nearest ancestor that has one, across shadow
 * roots. `cy-GB` counts as Welsh; whatever is not Welsh is English.
 */
export function languageOf(element: Element): Language {
  let place: Element | undefined = element;
  while (place !== undefined) {
    const lang = place.closest("[lang]")?.getAttribute("lang");
    if (lang !== null && lang !== undefined) return /^cy(?:-|$)/i.test(lang) ? "cy" : "en";
    const root: Node = place.getRootNode();
    place = root instanceof ShadowRoot ? root.host : undefined;
  }
  return "en";
}
