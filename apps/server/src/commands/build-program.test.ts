import { readFileSync } from "node:fs";
import type { Command } from "commander";
import { expect, it } from "vitest";
import { recordedTerminal } from "../../test/fixtures/recorded-terminal.ts";
import { buildProgram } from "./build-program.ts";

const PAGE = readFileSync(
  new URL("../../../../docs/guides/command-line.md", import.meta.url),
  "utf8",
);
/** What the page says once of all commands but `init`. */
const OF_EVERY_STORE = ["--config <file>", "--data <directory>"];

/** Commands that do something themselves, each with its path: `events dead`. */
function leaves(command: Command, path: readonly string[] = []): (readonly [string, Command])[] {
  if (command.commands.length === 0) return [[path.join(" "), command]];
  return command.commands.flatMap((child) => leaves(child, [...path, child.name()]));
}

function partsOf(command: Command): string[] {
  const taken = command.registeredArguments.map((argument) => `<${argument.name()}>`);
  return [...taken, ...command.options.map(({ flags }) => flags)].toSorted();
}

it("builds the commands that its page lists, each with what it takes there", () => {
  const program = buildProgram(recordedTerminal("/"), () => undefined);
  const [, synopsis = ""] = /^```\n(neuadd start[^`]*)```$/m.exec(PAGE) ?? [];
  const listed = synopsis
    .trim()
    .split("\n")
    .map((line) => {
      const [, path = "", rest = ""] = /^neuadd ((?:[a-z]+ ?)+)(.*)$/.exec(line) ?? [];
      const parts = rest.match(/--[a-z]+(?: <[a-z]+>)?|<[a-z]+>/g) ?? [];
      const common = path.trim() === "init" ? [] : OF_EVERY_STORE;
      return [path.trim(), [...parts, ...common].toSorted()] as const;
    });
  const built = leaves(program).map(([path, command]) => [path, partsOf(command)] as const);
  expect(Object.fromEntries(listed)).toEqual(Object.fromEntries(built));
  expect(PAGE).toContain(OF_EVERY_STORE.map((flags) => `\`${flags}\``).join(" and "));
});
