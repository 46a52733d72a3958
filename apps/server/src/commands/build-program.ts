import { createRequire } from "node:module";
import { Command } from "commander";
import { COMMAND_TEXTS, HELP_HEADINGS_CY } from "./command-texts.ts";
import type { SettingOptions } from "./command-setting.ts";
import type { ExitCode } from "./exit-code.ts";
import type { KeysCreateOptions } from "./keys-create.ts";
import type { KeysListOptions } from "./keys-list.ts";
import type { Terminal } from "./terminal.ts";

/** What the command line asks for: run once it has been parsed. */
export type Work = () => Promise<ExitCode>;

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
      choose(async () => (await import("./start.ts")).start(terminal, options)),
    );
  addCommand(program, "init", "init", terminal).action(() =>
    choose(async () => (await import("./init.ts")).init(terminal)),
  );
  addStoreOptions(program, "migrate", terminal).action((options: SettingOptions) =>
    choose(async () => (await import("./migrate.ts")).migrate(terminal, options)),
  );
  addStoreOptions(program, "import", terminal)
    .argument("<file>", text("file", terminal))
    .action((file: string, options: SettingOptions) =>
      choose(async () => (await import("./import.ts")).importSchool(terminal, file, options)),
    );
  addKeyCommands(program, terminal, choose);
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

type TextKey = keyof typeof COMMAND_TEXTS;

function text(key: TextKey, { language }: Terminal): string {
  return COMMAND_TEXTS[key][language];
}

/** A command that opens the store, and so may be told where that is. */
function addStoreOptions(
  parent: Command,
  name: string,
  terminal: Terminal,
  key: TextKey = name as TextKey,
): Command {
  return addCommand(parent, name, key, terminal)
    .option("--config <file>", text("config", terminal))
    .option("--data <directory>", text("data", terminal));
}

function addCommand(parent: Command, name: string, key: TextKey, terminal: Terminal): Command {
  const command = plainCommand(name, key, terminal);
  parent.addCommand(command);
  return command;
}

/** A command that throws CommanderError and writes only help and the version: the caller says the rest. */
function plainCommand(name: string, key: TextKey, terminal: Terminal): Command {
  const command = new Command(name)
    .description(text(key, terminal))
    .helpOption("-h, --help", text("help", terminal))
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      writeOut: (output) => terminal.print(output.trimEnd()),
      writeErr: (output) => terminal.tell({ cy: output.trimEnd(), en: output.trimEnd() }),
      outputError: () => undefined,
    })
    .configureHelp({
      showGlobalOptions: true,
      ...(terminal.language === "cy" && {
        styleTitle: (title: string) => HELP_HEADINGS_CY[title] ?? title,
        styleUsage: (usage: string) =>
          usage.replace("[options]", "[dewisiadau]").replace("[command]", "[gorchymyn]"),
      }),
    });
  return command;
}

function packageVersion(): string {
  const { version }: { version: string } = createRequire(import.meta.url)(
    "@neuadd/server/package.json",
  );
  return version;
}
