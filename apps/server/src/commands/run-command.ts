import { type Command, CommanderError } from "commander";
import { buildProgram } from "./build-program.ts";
import { EXIT_CODE, type ExitCode } from "./exit-code.ts";
import type { Work } from "./plain-command.ts";
import { sayFault } from "./say-fault.ts";
import type { Terminal } from "./terminal.ts";
import { usageSentence } from "./usage-sentence.ts";

/** Runs one command line (without the program's name) and answers how it ended. Never throws. */
export async function runCommand(
  parameters: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> {
  let work: Work | undefined;
  const program = buildProgram(terminal, (chosen) => (work = chosen));
  try {
    await program.parseAsync(parameters, { from: "user" });
    const { lang } = program.opts<{ lang?: string }>();
    if (lang !== undefined && lang !== "cy" && lang !== "en") return refuseLanguage(lang, terminal);
    return (await work?.()) ?? EXIT_CODE.usage;
  } catch (error) {
    if (error instanceof CommanderError)
      return endOfParsing(error, terminal, commandOf(program, parameters));
    const { lines, exitCode } = sayFault(error);
    for (const line of lines) terminal.tell(line);
    if (error instanceof Error && terminal.environment["NEUADD_TRACE"]) {
      const trace = error.stack ?? "";
      terminal.tell({ cy: trace, en: trace });
    }
    return exitCode;
  }
}

/** The command that was meant, as it is called, as far as its words are known. */
function commandOf(program: Command, parameters: readonly string[]): string {
  const names = [program.name()];
  let command = program;
  for (const word of parameters) {
    const inner = command.commands.find((one) => one.name() === word);
    if (inner === undefined) continue;
    names.push(word);
    command = inner;
  }
  return names.join(" ");
}

function endOfParsing(
  { code, message }: CommanderError,
  terminal: Terminal,
  command: string,
): ExitCode {
  if (code === "commander.helpDisplayed" || code === "commander.version") return EXIT_CODE.done;
  // Without a command, the help has been written already.
  if (code === "commander.help") return EXIT_CODE.usage;
  terminal.tell(usageSentence(code, message));
  terminal.tell({
    en: `See "${command} --help".`,
    cy: `Gweler "${command} --help".`,
  });
  return EXIT_CODE.usage;
}

function refuseLanguage(language: string, terminal: Terminal): ExitCode {
  terminal.tell({
    en: `There is no language "${language}" here. Choose cy or en.`,
    cy: `Nid oes iaith "${language}" yma. Dewiswch cy neu en.`,
  });
  return EXIT_CODE.usage;
}
