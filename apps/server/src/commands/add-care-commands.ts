import type { Command } from "commander";
import type { SettingOptions } from "./command-setting.ts";
import type { DoctorOptions } from "./doctor.ts";
import { addStoreOptions, text, type Work } from "./plain-command.ts";
import type { RestoreOptions } from "./restore.ts";
import type { Terminal } from "./terminal.ts";

/** The commands by which an operator looks after the data: backup, restore, export, doctor. */
export function addCareCommands(
  program: Command,
  terminal: Terminal,
  choose: (work: Work) => void,
): void {
  addStoreOptions(program, "backup", terminal)
    .argument("<file>", text("newFile", terminal))
    .action((file: string, options: SettingOptions) =>
      choose(async () => (await import("./backup.ts")).backup(terminal, file, options)),
    );
  addStoreOptions(program, "restore", terminal)
    .argument("<file>", text("backupFile", terminal))
    .option("--force", text("force", terminal))
    .action((file: string, options: RestoreOptions) =>
      choose(async () => (await import("./restore.ts")).restore(terminal, file, options)),
    );
  addStoreOptions(program, "export", terminal)
    .argument("<school>", text("school", terminal))
    .argument("<file>", text("newFile", terminal))
    .action((school: string, file: string, options: SettingOptions) =>
      choose(async () =>
        (await import("./export.ts")).exportSchool(terminal, school, file, options),
      ),
    );
  addStoreOptions(program, "doctor", terminal)
    .option("--json", text("json", terminal))
    .action((options: DoctorOptions) =>
      choose(async () => (await import("./doctor.ts")).doctor(terminal, options)),
    );
}
