#!/usr/bin/env node
import { chooseLanguage } from "./commands/choose-language.ts";
import { runCommand } from "./commands/run-command.ts";
import { processTerminal } from "./commands/terminal.ts";

const parameters = process.argv.slice(2);
const terminal = processTerminal(chooseLanguage(parameters, process.env));
process.exitCode = await runCommand(parameters, terminal);
