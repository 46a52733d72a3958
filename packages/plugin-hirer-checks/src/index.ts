export {
  adultsNeeded,
  CHILD_AGES,
  CHILDREN_PER_ADULT,
  LEAST_ADULTS,
  type ChildAges,
} from "./adults-needed.ts";
export {
  CHECK_OUTCOMES,
  DEFAULT_CHECK_POLICY,
  type CheckOutcome,
  type CheckPolicy,
  type DocumentRequirement,
} from "./check-policy.ts";
export type { SeenDocument } from "./document-store.ts";
export {
  EVENT_NOTICE_LIMITS,
  eventYear,
  noticeDates,
  type EventNotice,
  type EventYear,
} from "./event-notice.ts";
export type { HirerChecksApi } from "./hirer-checks-api.ts";
export { hirerChecks, type HirerChecksOptions } from "./hirer-checks.ts";
export type { LetterWriter, ReminderLetter } from "./letter-writer.ts";
export { reminderDue } from "./reminder-due.ts";
