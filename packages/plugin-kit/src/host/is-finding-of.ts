import type { RuleFinding } from "@neuadd/core";

/** Whether something that a rule gave is a finding of its plugin, whole. */
export function isFindingOf(plugin: string, finding: unknown): finding is RuleFinding {
  if (!isRecord(finding)) return false;
  const { code, message, details, warning } = finding;
  return (
    typeof code === "string" &&
    code.startsWith(`${plugin}/`) &&
    /^[A-Z][A-Z0-9_]*$/.test(code.slice(plugin.length + 1)) &&
    isRecord(message) &&
    isText(message["cy"]) &&
    isText(message["en"]) &&
    isRecord(details) &&
    (warning === undefined || warning === true)
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function isText(value: unknown): boolean {
  return typeof value === "string" && value.trim() !== "";
}
