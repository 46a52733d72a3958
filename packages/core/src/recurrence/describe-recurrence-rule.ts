import type { Language } from "../language/bilingual.ts";
import { checkRecurrenceRule } from "./check-recurrence-rule.ts";
import { describeInEnglish } from "./describe-in-english.ts";
import { describeInWelsh } from "./describe-in-welsh.ts";
import type { RecurrenceRule } from "./recurrence-rule.ts";

/**
 * Says a rule in words, in lower case so that it fits into a sentence. Every part of the rule is said; what it leaves
 * to the first date, such as the weekday of a plain `FREQ=WEEKLY`, is not.
 * Throws what `parseRecurrenceRule` throws for a rule made by hand that is malformed.
 *
 * @example
 * ```ts
 * import { describeRecurrenceRule, parseRecurrenceRule } from "@neuadd/core";
 *
 * const rule = parseRecurrenceRule("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20270715");
 * describeRecurrenceRule(rule, "en"); //=> "every second Tuesday until 15 July 2027"
 * describeRecurrenceRule(rule, "cy"); //=> "bob yn ail ddydd Mawrth tan 15 Gorffennaf 2027"
 * ```
 */
export function describeRecurrenceRule(rule: RecurrenceRule, language: Language): string {
  checkRecurrenceRule(rule);
  return language === "cy" ? describeInWelsh(rule) : describeInEnglish(rule);
}
