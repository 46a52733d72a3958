import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** A server that runs as a process of its own. */
export interface StartedServer {
  readonly url: string;
  /** Ends it at once, in the middle of whatever it does. */
  kill(): Promise<void>;
  /** Lets it finish what it does. */
  stop(): Promise<void>;
}

/** Starts `server.ts` on a free port, and answers once it is ready. */
export async function startServer(databaseUrl: string): Promise<StartedServer> {
  const program = fileURLToPath(new URL("server.ts", import.meta.url));
  const child = spawn(process.execPath, [...process.execArgv, program], {
    env: { ...process.env, DATABASE_URL: databaseUrl, PORT: "0" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    await ended;
  };
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /^ready (\S+)$/.exec(line)?.[1];
    if (url !== undefined) return { url, kill: () => end("SIGKILL"), stop: () => end("SIGTERM") };
  }
  throw new Error("The server ended before it was ready.");
}
