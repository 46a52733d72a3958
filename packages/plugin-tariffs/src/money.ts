/** To which whole multiple of pence, and which way. */
export interface Rounding {
  /** At least 1. */
  readonly toPence: number;
  /** `nearest` takes halves up. */
  readonly direction: "up" | "down" | "nearest";
}

const TO_THE_PENNY: Rounding = { toPence: 1, direction: "nearest" };

/**
 * What minutes cost at a price per hour, in whole pence. Integers throughout: nothing is rounded but the
 * result, once. Neither may be negative.
 *
 * @example
 * ```ts
 * import { priceOfMinutes } from "@neuadd/plugin-tariffs";
 *
 * priceOfMinutes(90, 1850); //=> 2775
 * priceOfMinutes(50, 1000, { toPence: 50, direction: "up" }); //=> 850
 * ```
 */
export function priceOfMinutes(
  minutes: number,
  pencePerHour: number,
  rounding: Rounding = TO_THE_PENNY,
): number {
  const divisor = 60 * rounding.toPence;
  return divideRounded(minutes * pencePerHour, divisor, rounding.direction) * rounding.toPence;
}

/**
 * A share of an amount in whole pence, rounded down: a hirer never pays the broken penny, and a share of
 * up to 100 percent is never more than the amount.
 */
export function shareOf(amountPence: number, percent: number): number {
  return divideRounded(amountPence * percent, 100, "down");
}

/** Tax on an amount in whole pence, rounded down to the penny, as VAT Notice 700 (section 17.5) lets the total of an invoice be. */
export function taxOn(amountPence: number, ratePercent: number): number {
  return shareOf(amountPence, ratePercent);
}

/**
 * An amount as people write it: `£1,234.50`; other currencies than sterling with their code before the
 * number. A reduction has a minus sign. Both languages write it alike.
 */
export function sayMoney(amountPence: number, currency: string): string {
  const size = Math.abs(amountPence);
  const pounds = `${Math.floor(size / 100)}`.replaceAll(/\B(?=(\d{3})+$)/g, ",");
  const pence = `${size % 100}`.padStart(2, "0");
  const symbol = currency === "GBP" ? "£" : `${currency} `;
  return `${amountPence < 0 ? "−" : ""}${symbol}${pounds}.${pence}`;
}

function divideRounded(
  dividend: number,
  divisor: number,
  direction: Rounding["direction"],
): number {
  const remainder = dividend % divisor;
  const whole = (dividend - remainder) / divisor;
  if (remainder === 0 || direction === "down") return whole;
  return direction === "up" || remainder * 2 >= divisor ? whole + 1 : whole;
}
