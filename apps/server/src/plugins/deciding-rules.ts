import type { BookingRule } from "@neuadd/core";
import type { PluginParts, RuleContext, RuleSource } from "@neuadd/plugin-kit";
import type { Kysely } from "kysely";
import type { DecisionRules, DecisionSubject } from "../ledger/decision-rules.ts";
import type { Services } from "../services.ts";
import { containedReads } from "../store/contained-reads.ts";
import { containRule, failingRule } from "./contained-rule.ts";
import { hostReads } from "./host-reads.ts";
import { ownTables, type OwnTablesOptions } from "./own-tables.ts";
import { withinTime } from "./within-time.ts";

export interface DecidingRulesOptions extends OwnTablesOptions {
  /** How long a decision, and with it every other write to the school, waits for one plugin's rules. */
  readonly rulesLimitMs: number;
}

/**
 * The rules of all plugins, for one decision after another. Those that a plugin makes for each decision
 * get their facts from the transaction that decides, one plugin after the other: a transaction runs one
 * statement at a time. None of those can break it.
 */
export function decidingRules(
  parts: ReadonlyMap<string, PluginParts>,
  services: Services,
  options: DecidingRulesOptions,
): DecisionRules {
  const sources = [...parts].flatMap(([plugin, { rules = [] }]): DecisionRules[] => {
    if (typeof rules === "function") {
      return [(subject) => askForRules(plugin, rules, subject, services, options)];
    }
    const contained = rules.map((rule) => containRule(plugin, rule, services.logger));
    return contained.length === 0 ? [] : [async () => contained];
  });
  return async (subject) => {
    const all: BookingRule[] = [];
    for (const source of sources) all.push(...(await source(subject)));
    return all;
  };
}

async function askForRules(
  plugin: string,
  source: RuleSource,
  subject: DecisionSubject,
  services: Services,
  options: DecidingRulesOptions,
): Promise<readonly BookingRule[]> {
  const { logger } = services;
  return containedReads(subject.database, async (database) => {
    try {
      const rules: unknown = await withinTime(options.schedule, options.rulesLimitMs, () =>
        source(ruleContext(plugin, { ...subject, database }, services, options)),
      );
      if (!Array.isArray(rules) || !rules.every((rule) => typeof rule === "function")) {
        throw new TypeError("A source of rules must answer a list of functions.");
      }
      return rules.map((rule) => containRule(plugin, rule, logger));
    } catch (error) {
      logger.error({ err: error, plugin }, "The rules of a plugin could not be had");
      return [failingRule(plugin)];
    }
  });
}

function ruleContext(
  plugin: string,
  { database, model, request, booking, now }: DecisionSubject,
  services: Services,
  options: OwnTablesOptions,
): RuleContext {
  const { hirer, ...asked } = request;
  const tables = ownTables<object>(database, plugin, { ...options, isReadOnly: true });
  return {
    school: model.school.id,
    ...(hirer !== undefined && { hirer }),
    ...(booking !== undefined && { booking }),
    request: structuredClone(asked),
    now,
    facts: { school: model.school, calendar: model.calendar, tree: model.tree },
    tables: <Tables extends object>() => tables as unknown as Kysely<Tables>,
    reads: hostReads({ ...services, store: { ...services.store, database } }),
  };
}
