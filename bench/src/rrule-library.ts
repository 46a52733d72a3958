import * as namespace from "rrule";

// rrule's CommonJS build has no named exports under Node's ESM loader, and its browser build no default export.
const library = (Reflect.get(namespace, "default") ?? namespace) as typeof namespace;

/** The class of the rrule package, however the package was loaded. */
export const RRule = library.RRule;
