export { CORE_ERRORS, CoreError, type CoreErrorCode, type Fault } from "./errors.ts";
export { sayIssue } from "./issue-sentences.ts";
export { schemaFaults } from "./schema-faults.ts";
export { summariseFaults } from "./summarise-faults.ts";
export type { Bilingual, Language } from "./language/bilingual.ts";

// availability
export {
  askableDays,
  type AskableDay,
  type AskableDays,
  type AskedWhen,
} from "./availability/askable-days.ts";
export type { Claim, ClaimKind } from "./availability/claim.ts";
export {
  dayAvailability,
  spacesAvailability,
  type DayAvailability,
} from "./availability/day-availability.ts";
export {
  busyIntervals,
  freeIntervals,
  MAXIMUM_WINDOW_DAYS,
} from "./availability/free-intervals.ts";
export { slots } from "./availability/slots.ts";
export type { SchoolSpacesFacts, SpaceFacts } from "./availability/space-facts.ts";

// booking
export { amendmentWindow, amendSeries } from "./booking/amend-series.ts";
export type {
  AmendedOccurrence,
  Amendment,
  AmendmentClass,
  AmendmentScope,
  SeriesChange,
} from "./booking/amendment.ts";
export type { BookingRule, PlacedDate, RuleFinding } from "./booking/booking-rule.ts";
export { claimsOf } from "./booking/claims-of.ts";
export { decideAgain } from "./booking/decide-again.ts";
export { decideSeries, decisionWindow } from "./booking/decide-series.ts";
export {
  DENIAL_CODES,
  EXCLUSION_CODES,
  SERIES_CODES,
  type DenialCode,
  type ExclusionCode,
  type SeriesCode,
} from "./booking/denial-codes.ts";
export { denial, type Denial } from "./booking/denial.ts";
export type { DayFacts, DenialDetails, HeldTime } from "./booking/denial-details.ts";
export {
  isLive,
  OCCURRENCE_ACTIONS,
  OCCURRENCE_STATUSES,
  occurrenceTransition,
  possibleOccurrenceActions,
  type OccurrenceAction,
  type OccurrenceStatus,
} from "./booking/occurrence-status.ts";
export { requestDates, type RequestedDate } from "./booking/request-dates.ts";
export {
  OnClashSchema,
  RequestedRecurrenceSchema,
  SeriesChangeSchema,
  SeriesRequestSchema,
} from "./booking/request-schema.ts";
export type {
  Alternative,
  DecidedDate,
  Placement,
  SeriesDecision,
  Verdict,
} from "./booking/series-decision.ts";
export type { SeriesFacts } from "./booking/series-facts.ts";
export { MAXIMUM_SERIES_DATES, MAXIMUM_SERIES_SPAN_DAYS } from "./booking/series-limits.ts";
export {
  CLASH_POLICIES,
  type ClashPolicy,
  type OnClash,
  type RequestedRecurrence,
  type SeriesRequest,
} from "./booking/series-request.ts";
export {
  possibleSeriesActions,
  SERIES_ACTIONS,
  SERIES_STATUSES,
  seriesTransition,
  type SeriesAction,
  type SeriesStatus,
} from "./booking/series-status.ts";
export type { Occurrence, Series } from "./booking/series.ts";

// calendar
export { affectedDates, type AffectedUse, type DatedUse } from "./calendar/affected-dates.ts";
export { bankHolidaysEnglandAndWales } from "./calendar/bank-holidays.ts";
export {
  CalendarLayerSchema,
  CommunityHoursRuleSchema,
  LocalIntervalSchema,
  SchoolCalendarSchema,
  SchoolYearSchema,
} from "./calendar/calendar-schema.ts";
export { calendarFaults, checkCalendar } from "./calendar/check-calendar.ts";
export { communityHours, type CommunityHoursRule } from "./calendar/community-hours.ts";
export {
  importBankHolidays,
  type BankHolidayImportOptions,
} from "./calendar/import-bank-holidays.ts";
export { importTermDatesCsv, TERM_DATES_COLUMNS } from "./calendar/import-term-dates-csv.ts";
export { importTermDatesJson } from "./calendar/import-term-dates-json.ts";
export { areTermsKnown, knownUntil } from "./calendar/known-until.ts";
export type {
  CalendarEntry,
  CalendarLayer,
  DateSpan,
  LayerScope,
  SchoolCalendar,
  SchoolYear,
  Term,
} from "./calendar/school-calendar.ts";
export { DAY_KINDS, type DayKind, type SchoolDay, type SchoolPeriod } from "./calendar/day-kind.ts";
export { schoolDay } from "./calendar/school-day.ts";
export { welshTermDates } from "./calendar/wales-term-dates.ts";

// framework
export { AIM_IDS, type AimId, type FrameworkAim } from "./framework/aims.ts";
export { APPROACH_IDS, type ApproachId, type FrameworkApproach } from "./framework/approaches.ts";
export {
  CONNECTION_IDS,
  type ConnectionId,
  type FrameworkConnection,
} from "./framework/connections.ts";
export { ELEMENT_IDS, type ElementId, type FrameworkElement } from "./framework/elements.ts";
export { ENABLER_IDS, type EnablerId, type FrameworkEnabler } from "./framework/enablers.ts";
export { framework, type Framework } from "./framework/framework.ts";
export type { FrameworkEntry, WelshReview } from "./framework/framework-entry.ts";
export {
  ElementIdSchema,
  EnablerIdSchema,
  FrameworkSchema,
  PartnerKindIdSchema,
} from "./framework/framework-schema.ts";
export type { FrameworkSource } from "./framework/framework-sources.ts";
export {
  OUTCOME_BENEFICIARIES,
  OUTCOME_IDS,
  type FrameworkOutcome,
  type OutcomeBeneficiary,
  type OutcomeId,
} from "./framework/outcomes.ts";
export {
  PARTNER_KIND_IDS,
  type FrameworkPartnerKind,
  type PartnerKindId,
} from "./framework/partner-kinds.ts";
export type { FrameworkPhase } from "./framework/phases.ts";
export { ROLE_IDS, type FrameworkRole, type RoleId } from "./framework/roles.ts";
export { TERM_IDS, type FrameworkTerm, type TermId } from "./framework/terms.ts";

// hirer
export {
  HIRER_DOCUMENT_KINDS,
  HIRER_DOCUMENT_NAMES,
  coverOn,
  type HirerDocument,
  type HirerDocumentKind,
} from "./hirer/hirer-document.ts";
export {
  HirerContactSchema,
  HirerDocumentSchema,
  HirerMemberSchema,
  HirerSchema,
} from "./hirer/hirer-schema.ts";
export {
  HIRER_CATEGORIES,
  HIRER_CATEGORY_NAMES,
  HIRER_ROLES,
  HIRER_ROLE_NAMES,
  type Hirer,
  type HirerCategory,
  type HirerContact,
  type HirerMember,
  type HirerRole,
} from "./hirer/hirer.ts";
export { activityKey, isActivityOf } from "./hirer/is-activity-of.ts";
export { ActivitySchema, PurposeSchema } from "./hirer/purpose-schema.ts";
export { AUDIENCE_NAMES, AUDIENCE_TAGS, type AudienceTag, type Purpose } from "./hirer/purpose.ts";

// language
export {
  BilingualNameSchema,
  BilingualSchema,
  LanguageSchema,
} from "./language/bilingual-schema.ts";
export { joinList } from "./language/join-list.ts";
export { oneLineSchema } from "./language/one-line-schema.ts";
export {
  PLURAL_CLASSES,
  plural,
  pluralClass,
  type PluralClass,
  type PluralForms,
} from "./language/plural.ts";

// premises
export type { Authority, Cluster } from "./premises/authority.ts";
export { allowedMinutes } from "./premises/allowed-minutes.ts";
export { DEFAULT_BOOKING_TERMS } from "./premises/booking-terms.ts";
export {
  AuthoritySchema,
  ClusterSchema,
  PremisesSchema,
  SchoolSchema,
} from "./premises/premises-schema.ts";
export {
  LANGUAGE_MEDIUMS,
  PHASES,
  PREMISES_CONTROLLERS,
  SCHOOL_CATEGORIES,
  type LanguageMedium,
  type Phase,
  type Premises,
  type PremisesController,
  type School,
  type SchoolCategory,
  type SchoolId,
} from "./premises/premises.ts";
export {
  BookingTermsSchema,
  LayoutSchema,
  SlugSchema,
  SpaceSchema,
} from "./premises/space-schema.ts";
export {
  ancestorsOf,
  capacityOf,
  growSpaceTree,
  leavesOf,
  sharesLeaf,
  spaceOf,
  type Space,
  type SpaceTree,
} from "./premises/space-tree.ts";
export {
  SPACE_KINDS,
  type BookingTerms,
  type Layout,
  type LayoutId,
  type SpaceDefinition,
  type SpaceId,
  type SpaceKind,
} from "./premises/space.ts";

// recurrence
export { describeRecurrenceRule } from "./recurrence/describe-recurrence-rule.ts";
export { expandRecurrence, type RecurrenceLimits } from "./recurrence/expand-recurrence.ts";
export { nextOccurrences } from "./recurrence/next-occurrences.ts";
export { parseRecurrenceRule } from "./recurrence/parse-recurrence-rule.ts";
export { printRecurrenceRule } from "./recurrence/print-recurrence-rule.ts";
export type { Frequency, RecurrenceRule, RuleWeekday } from "./recurrence/recurrence-rule.ts";

// time
export { dateParts, type DateParts, dayNumberOf, daysInMonth } from "./time/civil-calendar.ts";
export {
  contains,
  type Instant,
  intersectIntervals,
  type Interval,
  type LocalInterval,
  mergeIntervals,
  overlaps,
  subtractIntervals,
} from "./time/interval.ts";
export type { DayNumber } from "./time/civil-calendar.ts";
export {
  addDays,
  dayNumber,
  isLocalDate,
  localDate,
  type LocalDate,
  type Weekday,
  weekdayOf,
} from "./time/local-date.ts";
export { isLocalTime, localTime, type LocalTime, minutesOfDay } from "./time/local-time.ts";
export { sayDate, sayShortDate, sayTime } from "./time/say-date.ts";
export { LocalDateSchema, LocalTimeSchema, ZoneSchema } from "./time/time-schema.ts";
export type { ZoneId } from "./time/zone-name.ts";
export {
  isNonexistent,
  localDateOf,
  offsetMinutes,
  toInstant,
  toLocal,
  toRfc3339,
} from "./time/zone.ts";
export { assertZone, isZone } from "./time/zone-name.ts";
