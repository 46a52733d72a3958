import type { BookingRule, Instant } from "@neuadd/core";
import type { Kysely } from "kysely";
import { isFindingOf } from "../host/is-finding-of.ts";
import { ownTables, type OwnTablesOptions } from "../host/own-tables.ts";
import type { PluginHost } from "../plugin-host.ts";
import type { PluginParts } from "../plugin.ts";
import type { SchoolFacts } from "../plugin-reads.ts";
import type { TestRules } from "./memory-ledger.ts";
import { withTimeLimit } from "./time-limit.ts";

const RULES_LIMIT_MS = 2_000;

export interface MemoryRulesParts {
  readonly plugin: string;
  readonly database: Kysely<object>;
  readonly fence: OwnTablesOptions;
  readonly reads: PluginHost["reads"];
  readonly now: () => Instant;
  /** What the plugin adds, as it is set up now. */
  readonly parts: () => PluginParts;
  readonly factsOf: (school: string) => SchoolFacts;
}

/**
 * The rules of a plugin for one decision, asked as a server does: with its tables to be read only, and inside a transaction
 * for all but a preview.
 */
export function memoryRules({
  plugin,
  database,
  fence,
  reads,
  now,
  parts,
  factsOf,
}: MemoryRulesParts): TestRules {
  return async ({ school, request, booking, isPreview }) => {
    const { rules = [] } = parts();
    if (typeof rules !== "function") return rules.map((rule) => checkedRule(plugin, rule));
    const { hirer, ...asked } = request;
    const facts = factsOf(school);
    const ask = async (connection: Kysely<object>) => {
      const given = await withTimeLimit("The function of rules", RULES_LIMIT_MS, () => {
        const own = ownTables<object, object>(connection, plugin, { ...fence, isReadOnly: true });
        return rules({
          school,
          ...(hirer !== undefined && { hirer }),
          ...(booking !== undefined && { booking }),
          request: asked,
          now: now(),
          facts,
          tables: <Tables extends object>() => own as unknown as Kysely<Tables>,
          reads,
        });
      });
      return given.map((rule) => checkedRule(plugin, rule));
    };
    return isPreview ? ask(database) : database.transaction().execute(ask);
  };
}

/** A rule whose findings are checked: a server would deny the date, a test is told. */
function checkedRule(plugin: string, rule: BookingRule): BookingRule {
  return (placed, request, now) => {
    const findings = rule(placed, request, now);
    const bad = findings.find((finding) => !isFindingOf(plugin, finding));
    if (bad === undefined) return findings;
    throw new TypeError(
      `A rule must answer findings with a code "${plugin}/CODE", a message in both languages and details, not ${JSON.stringify(bad)}.`,
    );
  };
}
