import type { Command } from "commander";
import type { EventsDeadOptions } from "./events-dead.ts";
import type { EventsOptions } from "./events-retry.ts";
import { addCommand, addStoreOptions, text, type Work } from "./plain-command.ts";
import type { Terminal } from "./terminal.ts";

/** The commands about events that plugins could not take. */
export function addEventCommands(
  program: Command,
  terminal: Terminal,
  choose: (work: Work) => void,
): void {
  const events = addCommand(program, "events", "events", terminal);
  addStoreOptions(events, "dead", terminal, "eventsDead")
    .option("--school <id>", text("ofSchool", terminal))
    .option("--plugin <id>", text("ofPlugin", terminal))
    .option("--json", text("json", terminal))
    .action((options: EventsDeadOptions) =>
      choose(async () => (await import("./events-dead.ts")).eventsDead(terminal, options)),
    );
  addStoreOptions(events, "retry", terminal, "eventsRetry")
    .option("--school <id>", text("ofSchool", terminal))
    .option("--plugin <id>", text("ofPlugin", terminal))
    .action((options: EventsOptions) =>
      choose(async () => (await import("./events-retry.ts")).eventsRetry(terminal, options)),
    );
}
