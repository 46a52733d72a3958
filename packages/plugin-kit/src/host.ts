/** For what hosts plugins: the server, and the host of tests. A plugin may check addresses with it; it needs nothing else. */
export type { FenceCode, FenceFault } from "./host/fence-fault.ts";
export { CALLER_KINDS } from "./caller-kind.ts";
export { CALLER_SCOPES } from "./caller-scope.ts";
export { actsForSchool } from "./host/acts-for-school.ts";
export { askForKeys } from "./host/ask-for-keys.ts";
export {
  answerDeskForm,
  type DeskFormAnswer,
  type DeskFormFaults,
  type DeskFormValues,
} from "./host/desk-form-answer.ts";
export { COMMON_PARAMETER_TEXTS } from "./host/common-parameter-texts.ts";
export {
  DESK_ACTION_NAME,
  DESK_TOKEN_NAME,
  deskForms,
  type RefusedForm,
  REFUSED_FIELD_PREFIX,
} from "./host/desk-forms.ts";
export { beyondOneSchool, type SchoolColumn } from "./host/beyond-one-school.ts";
export { codeOfStatus } from "./host/code-of-status.ts";
export { eraseOnEvent } from "./host/erase-on-event.ts";
export { isFindingOf } from "./host/is-finding-of.ts";
export { type CallOutOptions, makeCallOut, type ResolveName } from "./host/make-call-out.ts";
export { ownTables, type OwnTablesOptions, type Timer } from "./host/own-tables.ts";
export { partsFault } from "./host/parts-fault.ts";
export { isPluginId, LONGEST_PLUGIN_ID } from "./host/plugin-id.ts";
export { addressBlocks, isPublicAddress } from "./host/public-address.ts";
export { quoteLine } from "./host/quote-line.ts";
export {
  isRequestError,
  REQUEST_ERROR_CODES,
  type RequestErrorCode,
} from "./host/request-errors.ts";
export { requestedDates } from "./host/requested-dates.ts";
export { tablePrefix } from "./host/table-prefix.ts";
