import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** A program of this folder, running, that listens. */
export interface ChildServer {
  readonly url: string;
  readonly key: string;
  /** What it has used so far, of all its threads. */
  processorMicroseconds(): Promise<number>;
  stop(): Promise<void>;
}

/** Starts it with the built packages, as an installation has them; its log goes nowhere. */
export async function startChild(
  program: "server-process" | "bare-process",
  setting: object,
): Promise<ChildServer> {
  const file = fileURLToPath(new URL(`${program}.ts`, import.meta.url));
  const child = spawn(process.execPath, [file, JSON.stringify(setting)], {
    stdio: ["ignore", "pipe", "ignore", "ipc"],
    env: { ...process.env, NODE_ENV: "production" },
  });
  const closed = once(child, "close");
  // Whatever ends the measurements ends what they started.
  const kill = (): boolean => child.kill("SIGKILL");
  process.once("exit", kill);
  void closed.then(() => process.off("exit", kill));
  if (child.stdout === null) throw new Error(`${program} has no standard output.`);
  const lines = createInterface({ input: child.stdout });
  const line = await Promise.race([
    once(lines, "line").then(([text]) => String(text)),
    closed.then(() => {
      throw new Error(`${program} ended before it listened.`);
    }),
  ]);
  const { url, key } = JSON.parse(line) as { url: string; key: string };
  return {
    url,
    key,
    async processorMicroseconds() {
      child.send("processor time");
      const [{ user, system }] = (await once(child, "message")) as [NodeJS.CpuUsage];
      return user + system;
    },
    async stop() {
      child.kill("SIGTERM");
      await closed;
    },
  };
}
