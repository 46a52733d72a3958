import type { BookingRule, Denial, DenialCode } from "@neuadd/core";
import { isFindingOf } from "@neuadd/plugin-kit/host";
import type { Logger } from "pino";

/**
 * A rule of a plugin that never throws and never lets a fault pass for "no objection": when it throws,
 * or answers anything but denials of its own codes, the date is denied with `<id>/FAILED`.
 * One decision asks a rule for each of its dates: its faults are logged once for each time of decision.
 */
export function containRule(plugin: string, rule: BookingRule, logger: Logger): BookingRule {
  let loggedAt: number | undefined;
  return (placed, request, now) => {
    let fault: unknown;
    try {
      const findings: unknown = rule(placed, request, now);
      if (Array.isArray(findings) && findings.every((one) => isFindingOf(plugin, one))) {
        return findings;
      }
      fault = new TypeError(
        `A rule must answer a list of denials whose codes begin with "${plugin}/".`,
      );
    } catch (error) {
      fault = error;
    }
    if (loggedAt !== now) logger.error({ err: fault, plugin }, "A booking rule failed");
    loggedAt = now;
    return [failed(plugin)];
  };
}

/** Denies every date: in place of rules that could not be had. */
export function failingRule(plugin: string): BookingRule {
  return () => [failed(plugin)];
}

function failed(plugin: string): Denial<DenialCode> {
  return {
    code: `${plugin}/FAILED`,
    message: {
      en: `A check by the part "${plugin}" of this server failed, so that the date can't be given. Try again later or tell the school.`,
      cy: `Methodd gwiriad gan y rhan "${plugin}" o'r gweinydd hwn, felly ni ellir rhoi'r dyddiad. Rhowch gynnig arall arni'n nes ymlaen neu rhowch wybod i'r ysgol.`,
    },
    details: {},
  };
}
