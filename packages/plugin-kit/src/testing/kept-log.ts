import type { PluginLogger } from "../plugin-host.ts";

export interface LogLine {
  readonly level: "info" | "warn" | "error";
  readonly message: string;
  /** As text, an error with its message. */
  readonly details: string;
}

/** A logger that keeps its lines. */
export function keptLog(): { readonly logger: PluginLogger; readonly lines: LogLine[] } {
  const lines: LogLine[] = [];
  const write = (level: LogLine["level"]) => (details: object, message: string) =>
    void lines.push({ level, message, details: JSON.stringify(details, withErrors) });
  return { lines, logger: { info: write("info"), warn: write("warn"), error: write("error") } };
}

function withErrors(_key: string, value: unknown): unknown {
  if (!(value instanceof Error)) return value;
  return { name: value.name, message: value.message, cause: value.cause };
}
