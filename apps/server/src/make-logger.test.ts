import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { describe, expect, it } from "vitest";

const MODULE = new URL("./make-logger.ts", import.meta.url).href;

/** A process of its own that has a logger, `log`, and does as told. */
function processThat(does: string): ChildProcess {
  const program = `import { makeLogger } from ${JSON.stringify(MODULE)};
    const log = makeLogger("info");
    ${does}`;
  return spawn(process.execPath, ["--input-type=module", "--eval", program], {
    stdio: ["pipe", "ignore", "pipe"],
  });
}

async function linesOf(child: ChildProcess): Promise<Record<string, unknown>[]> {
  let text = "";
  child.stderr?.setEncoding("utf8").on("data", (piece: string) => {
    text += piece;
  });
  await once(child, "close");
  return text
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

const MANY = Array.from({ length: 1_000 }, (_, number) => number);
const LOG_MANY = `for (let number = 0; number < ${MANY.length}; number += 1) log.info({ number }, "counted");`;

describe("makeLogger", () => {
  it.each([
    ["has nothing left to do", ""],
    ["is told to exit", "process.exit(0);"],
    ["throws what nobody catches", 'throw new Error("uncaught");'],
  ])("loses no line when the process %s", async (_, end) => {
    const lines = await linesOf(processThat(LOG_MANY + end));
    expect(lines.map(({ number }) => number)).toEqual(MANY);
  });

  it("shows a single line of a process that goes on", async () => {
    const child = processThat(
      'log.error({ fault: "F" }, "alone"); process.stdin.on("end", () => log.info("gone on")).resume();',
    );
    if (child.stderr === null) throw new Error("The process has no standard error.");
    const [line] = (await once(createInterface({ input: child.stderr }), "line")) as [string];
    expect(JSON.parse(line)).toMatchObject({ level: 50, fault: "F", msg: "alone" });
    child.stdin?.end();
    await once(child, "close");
  });

  it("writes lines of all servers of a process in the order in which they were told", async () => {
    const lines = await linesOf(
      processThat(
        'const other = makeLogger("error"); log.info("1"); other.error("2"); log.info("3");',
      ),
    );
    expect(lines.map(({ msg }) => msg)).toEqual(["1", "2", "3"]);
  });
});
