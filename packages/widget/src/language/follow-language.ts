const followers = new Map<Element, () => void>();
/** One for all elements of the page, at work while any of them is on it. */
let observer: MutationObserver | undefined;

/**
 * Calls `hear` whenever the `lang` of anything changes in the document, or in a shadow tree that the element stands in:
 * its own, or one above it. Until `leaveLanguage`.
 */
export function followLanguage(element: Element, hear: () => void): void {
  observer ??= new MutationObserver(() => {
    for (const tell of followers.values()) tell();
  });
  followers.set(element, hear);
  let root = element.getRootNode();
  watch(observer, root);
  while (root instanceof ShadowRoot) {
    root = root.host.getRootNode();
    watch(observer, root);
  }
}

/** Ends what `followLanguage` began. After the last element nothing is observed any more. */
export function leaveLanguage(element: Element): void {
  followers.delete(element);
  if (followers.size === 0) observer?.disconnect();
}

/** Asking for the same root again changes nothing. */
function watch(each: MutationObserver, root: Node): void {
  each.observe(root, { subtree: true, attributeFilter: ["lang"] });
}
