import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

const MOST_STARTS = 20;

/** A server process that can be killed, and started again where it listened. */
export interface AttackedServer {
  readonly url: string;
  /** What it has written to its log: faults only. */
  readonly log: readonly string[];
  /** SIGKILL: it has no time for anything. */
  kill(): Promise<void>;
  start(environment?: Readonly<Record<string, string>>): Promise<void>;
  /** SIGTERM; answers the exit code. */
  stop(): Promise<number | null>;
}

export interface AttackedServerSetting {
  /** What Node is started with to run the command. */
  readonly program: readonly string[];
  readonly directory: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** Starts a server in a process of its own, on a port that it finds and keeps. */
export async function attackedServer(setting: AttackedServerSetting): Promise<AttackedServer> {
  const log: string[] = [];
  let child: ChildProcess | undefined;
  let port = "0";
  const ended = async (signal: NodeJS.Signals): Promise<number | null> => {
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return null;
    const closed = once(child, "close") as Promise<[number | null]>;
    child.kill(signal);
    return (await closed)[0];
  };
  const startOnce = async (more: Readonly<Record<string, string>>): Promise<boolean> => {
    child = spawnServer(setting, { ...more, PORT: port }, log);
    const url = await readyUrl(child);
    if (url !== undefined) port = new URL(url).port;
    return url !== undefined;
  };
  const start = async (more: Readonly<Record<string, string>> = {}): Promise<void> => {
    // As whoever looks after servers does: one that can't reach its database is started again.
    for (let tries = 1; !(await startOnce(more)); tries += 1) {
      if (tries < MOST_STARTS) continue;
      throw new Error(`The server can't be started:\n${log.slice(-3).join("\n")}`);
    }
  };
  await start();
  return {
    url: `http://127.0.0.1:${port}`,
    log,
    start,
    stop: () => ended("SIGTERM"),
    async kill() {
      await ended("SIGKILL");
    },
  };
}

function spawnServer(
  { program, directory, environment }: AttackedServerSetting,
  more: Readonly<Record<string, string>>,
  log: string[],
): ChildProcess {
  const { PATH = "" } = process.env;
  const child = spawn(process.execPath, [...program, "start"], {
    cwd: directory,
    env: { PATH, LANG: "C.UTF-8", ...environment, ...more },
    stdio: ["ignore", "pipe", "pipe"],
  });
  createInterface({ input: child.stderr }).on("line", (line) => log.push(line));
  return child;
}

/** Undefined when it ends before it is ready. */
async function readyUrl(child: ChildProcess): Promise<string | undefined> {
  const { stdout } = child;
  if (stdout === null) throw new Error("The server has no standard output.");
  const lines = createInterface({ input: stdout });
  return new Promise((resolve) => {
    lines.on("line", (line) => {
      const url = /^ready (\S+)$/.exec(line)?.[1];
      if (url !== undefined) resolve(url);
    });
    child.once("close", () => resolve(undefined));
  });
}
