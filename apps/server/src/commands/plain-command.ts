import { Command } from "commander";
import { COMMAND_TEXTS, HELP_HEADINGS_CY } from "./command-texts.ts";
import type { ExitCode } from "./exit-code.ts";
import type { Terminal } from "./terminal.ts";

/** What the command line asks for: run once it has been parsed. */
export type Work = () => Promise<ExitCode>;

export type TextKey = keyof typeof COMMAND_TEXTS;

export function text(key: TextKey, { language }: Terminal): string {
  return COMMAND_TEXTS[key][language];
}

/** A command that opens the store, and so may be told where that is. */
export function addStoreOptions(
  parent: Command,
  name: string,
  terminal: Terminal,
  key: TextKey = name as TextKey,
): Command {
  return addCommand(parent, name, key, terminal)
    .option("--config <file>", text("config", terminal))
    .option("--data <directory>", text("data", terminal));
}

export function addCommand(
  parent: Command,
  name: string,
  key: TextKey,
  terminal: Terminal,
): Command {
  const command = plainCommand(name, key, terminal);
  parent.addCommand(command);
  return command;
}

/** A command that throws CommanderError and writes only help and the version: the caller says the rest. */
export function plainCommand(name: string, key: TextKey, terminal: Terminal): Command {
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
