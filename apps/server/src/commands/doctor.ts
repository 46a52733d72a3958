import { existsSync } from "node:fs";
import { examineStore } from "../doctor/examine-store.ts";
import { sayFinding } from "../doctor/say-finding.ts";
import { servicesOn } from "../open-services.ts";
import { openStore } from "../store/open-store.ts";
import { CommandFault } from "./command-fault.ts";
import { resolvedCommandConfig, type SettingOptions } from "./command-setting.ts";
import { EXIT_CODE, type ExitCode } from "./exit-code.ts";
import type { Terminal } from "./terminal.ts";

export interface DoctorOptions extends SettingOptions {
  readonly json?: boolean;
}

/**
 * `neuadd doctor`: examines the store and changes nothing, not even its version. Prints each finding, a fault or a
 * warning, with its remedy, and `checked <n> schools <n> faults <n> warnings` at the end; with `--json` one JSON object.
 * Ends with 1 if there is a fault, so that a timer can tell.
 */
export async function doctor(terminal: Terminal, options: DoctorOptions): Promise<ExitCode> {
  const config = await resolvedCommandConfig(terminal, options);
  const { sqlite } = config.store;
  if (sqlite !== undefined && !existsSync(sqlite)) throw noDatabase(sqlite);
  const store = await openStore(config.store);
  try {
    const examination = await examineStore(servicesOn(store, config), {
      plugins: config.plugins,
      ...(sqlite !== undefined && { sqliteFile: sqlite }),
    });
    const { findings, schools } = examination;
    const faults = findings.filter(({ severity }) => severity === "fault").length;
    if (options.json === true) {
      terminal.print(JSON.stringify(examination));
    } else {
      for (const finding of findings) {
        for (const line of sayFinding(finding, terminal.language)) terminal.print(line);
      }
      const warnings = findings.length - faults;
      terminal.print(`checked ${schools} schools ${faults} faults ${warnings} warnings`);
    }
    return faults === 0 ? EXIT_CODE.done : EXIT_CODE.failed;
  } finally {
    await store.close();
  }
}

function noDatabase(file: string): CommandFault {
  return new CommandFault(EXIT_CODE.invalid, {
    cy: `Nid oes cronfa ddata yn ${file}.`,
    en: `There is no database at ${file}.`,
  });
}
