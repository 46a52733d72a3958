import type { Command } from "commander";
import type { SettingOptions } from "./command-setting.ts";
import type { DoctorOptions } from "./doctor.ts";
import type { PeopleEraseOptions } from "./people-erase.ts";
import type { PeopleOptions } from "./people-subject.ts";
import { addCommand, addStoreOptions, text, type Work } from "./plain-command.ts";
import type { RemoveOptions } from "./remove.ts";
import type { RestoreOptions } from "./restore.ts";
import type { Terminal } from "./terminal.ts";

/** The commands by which an operator looks after the data: backup, restore, export, remove, doctor, people. */
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
  addStoreOptions(program, "remove", terminal)
    .argument("<archive>", text("archive", terminal))
    .option("--yes", text("yes", terminal))
    .action((archive: string, options: RemoveOptions) =>
      choose(async () => (await import("./remove.ts")).removeSchool(terminal, archive, options)),
    );
  addStoreOptions(program, "doctor", terminal)
    .option("--json", text("json", terminal))
    .action((options: DoctorOptions) =>
      choose(async () => (await import("./doctor.ts")).doctor(terminal, options)),
    );
  addPeopleCommands(program, terminal, choose);
}

function addPeopleCommands(
  program: Command,
  terminal: Terminal,
  choose: (work: Work) => void,
): void {
  const people = addCommand(program, "people", "people", terminal);
  addStoreOptions(people, "export", terminal, "peopleExport")
    .argument("<file>", text("newFile", terminal))
    .option("--hirer <id>", text("hirer", terminal))
    .option("--email <address>", text("email", terminal))
    .action((file: string, options: PeopleOptions) =>
      choose(async () =>
        (await import("./people-export.ts")).peopleExport(terminal, file, options),
      ),
    );
  addStoreOptions(people, "erase", terminal, "peopleErase")
    .option("--hirer <id>", text("hirer", terminal))
    .option("--email <address>", text("email", terminal))
    .option("--yes", text("yes", terminal))
    .action((options: PeopleEraseOptions) =>
      choose(async () => (await import("./people-erase.ts")).peopleErase(terminal, options)),
    );
}
