import { type BookingRule, minutesOfDay, sayTime } from "@neuadd/core";
import { type Agreement, isLoud } from "./agreement.ts";

/** Kind 1, a rule: pure, asked for each date. Up to the quiet time itself is allowed. */
export function quietTimeRule(agreement: Agreement): BookingRule {
  const { from } = agreement;
  return ({ space, endTime }) => {
    if (!isLoud(space, agreement) || minutesOfDay(endTime) <= minutesOfDay(from)) return [];
    return [
      {
        code: "quiet-hours/AFTER_QUIET_TIME",
        message: {
          cy: `Rhaid i ${space.name.cy} fod yn dawel o ${sayTime(from, "cy")}, yn ôl y cytundeb â'r cymdogion.`,
          en: `${space.name.en} must be quiet from ${sayTime(from, "en")}, as agreed with the neighbours.`,
        },
        details: { space: space.id, from },
      },
    ];
  };
}
