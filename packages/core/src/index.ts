export { CORE_ERRORS, CoreError, type CoreErrorCode, type Fault } from "./errors.ts";
export type { Bilingual, Language } from "./language/bilingual.ts";
