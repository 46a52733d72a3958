import type { Bilingual } from "@neuadd/core";

/** What commander found wrong with a command line, in both languages: its own words are English only. */
export function usageSentence(code: string, message: string): Bilingual {
  const [fault = ""] = message.replace(/^error: /, "").split("\n");
  const subject = /'([^']+)'/.exec(fault)?.[1] ?? "";
  const cy = WELSH[code]?.(subject) ?? `Mae'r llinell orchymyn yn anghywir: ${fault}`;
  const en = `${fault.charAt(0).toUpperCase()}${fault.slice(1).replace(/\.?$/, ".")}`;
  const suggestion = /Did you mean (?:one of )?([^?]+)\?/.exec(message)?.[1];
  if (suggestion === undefined) return { cy, en };
  return {
    cy: `${cy} Ai ${suggestion} oedd gennych mewn golwg?`,
    en: `${en} Did you mean ${suggestion}?`,
  };
}

const WELSH: Readonly<Record<string, (subject: string) => string>> = {
  "commander.unknownCommand": (name) => `Nid oes gorchymyn "${name}".`,
  "commander.unknownOption": (name) => `Nid oes dewisiad "${name}".`,
  "commander.missingArgument": (name) => `Mae'r ddadl "${name}" ar goll.`,
  "commander.optionMissingArgument": (name) => `Mae angen gwerth ar y dewisiad "${name}".`,
  "commander.missingMandatoryOptionValue": (name) => `Mae angen y dewisiad "${name}".`,
  "commander.excessArguments": () => "Mae gormod o ddadleuon.",
};
