export {
  type BookingCalendar,
  bookingCalendar,
  type CalendarSetting,
} from "./calendar/booking-calendar.ts";
export { email, type EmailOptions } from "./email.ts";
export type { EmailApi, PluginLetter } from "./email-api.ts";
export { LETTER_KINDS, type LetterKind } from "./letter/letter-kind.ts";
export { MailRefused, type MailTransport, type OutgoingMessage } from "./outbox/mail-transport.ts";
export { smtpTransport, type SmtpOptions } from "./outbox/smtp-transport.ts";
