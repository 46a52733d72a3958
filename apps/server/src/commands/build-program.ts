import { createRequire } from "node:module";
import type { Command } from "commander";
import { addCareCommands } from "./add-care-commands.ts";
import { addEventCommands } from "./add-event-commands.ts";
import type { SettingOptions } from "./command-setting.ts";
import type { ImportArchiveOptions } from "./import-archive.ts";
import type { KeysCreateOptions } from "./keys-create.ts";
import type { KeysListOptions } from "./keys-list.ts";
import { addCommand, addStoreOptions, plainCommand, text, type Work } from "./plain-command.ts";
import type { MigrateOptions } from "./migrate.ts";
import type { Terminal } from "./terminal.ts";
import { withSmallNursery } from "./with-small-nursery.ts";

/**
 * The command line, in the language of the terminal. Parsing it calls `choose` with the work asked for;
 * help, version and faults come as CommanderError. Each command's own code is loaded only when it runs.
 */
export function buildProgram(terminal: Terminal, choose: (work: Work) => void): Command {
  const program = plainCommand("neuadd", "program", terminal)
    .version(packageVersion(), "-V, --version", text("version", terminal))
    .option("--lang <language>", text("lang", terminal))
    .addHelpText("after", `\n${text("exitCodes", terminal)}`);

  addStoreOptions(program, "start", terminal)
    .option("--port <port>", text("port", terminal))
    .action((options: SettingOptions) =>
      choose(async () => {
        const { start } = await withSmallNursery(() => import("./start.ts"));
        return start(terminal, options);
      }),
    );
  addCommand(program, "init", "init", terminal).action(() =>
    choose(async () => (await import("./init.ts")).init(terminal)),
  );
  addStoreOptions(program, "migrate", terminal)
    .option("--distributed", text("distributed", terminal))
    .action((options: MigrateOptions) =>
      choose(async () => (await import("./migrate.ts")).migrate(terminal, options)),
    );
  addStoreOptions(program, "import", terminal)
    .argument("<file>", text("file", terminal))
    .option("--without <plugin>", text("without", terminal), collected)
    .action((file: string, options: ImportArchiveOptions) =>
      choose(async () => (await import("./import.ts")).importSchool(terminal, file, options)),
    );
  addEventCommands(program, terminal, choose);
  addKeyCommands(program, terminal, choose);
  addCareCommands(program, terminal, choose);
  return program;
}

function addKeyCommands(program: Command, terminal: Terminal, choose: (work: Work) => void): void {
  const keys = addCommand(program, "keys", "keys", terminal);
  addStoreOptions(keys, "create", terminal, "keysCreate")
    .requiredOption("--kind <kind>", text("kind", terminal))
    .option("--owner <id>", text("owner", terminal))
    .option("--label <text>", text("label", terminal))
    .option("--scopes <list>", text("scopes", terminal))
    .option("--expires <time>", text("expires", terminal))
    .action((options: KeysCreateOptions) =>
      choose(async () => (await import("./keys-create.ts")).keysCreate(terminal, options)),
    );
  addStoreOptions(keys, "list", terminal, "keysList")
    .option("--json", text("json", terminal))
    .action((options: KeysListOptions) =>
      choose(async () => (await import("./keys-list.ts")).keysList(terminal, options)),
    );
  addStoreOptions(keys, "revoke", terminal, "keysRevoke")
    .argument("<id>", text("keyId", terminal))
    .action((id: string, options: SettingOptions) =>
      choose(async () => (await import("./keys-revoke.ts")).keysRevoke(terminal, id, options)),
    );
}

/** For an option that may be given again, with another value each time. */
function collected(value: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, value];
}

function packageVersion(): string {
  const { version }: { version: string } = createRequire(import.meta.url)(
    "@neuadd/server/package.json",
  );
  return version;
}
