import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { inject } from "vitest";

/** A demonstration that runs as a process of its own. */
export interface StartedDemonstration {
  readonly url: string;
  readonly hirerKey: string;
  readonly schoolKey: string;
  /** Ends it as Ctrl-C does; answers its exit code. */
  stop(): Promise<number | null>;
}

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

/** Starts `start.ts` on a port that is free, with its data in the directory given. */
export async function startDemonstration(
  dataDirectory: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<StartedDemonstration> {
  const child = spawn(process.execPath, [inject("programs").demonstration], {
    cwd: ROOT,
    env: { ...process.env, PORT: "0", NEUADD_DATA: dataDirectory, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const faults: string[] = [];
  child.stderr.setEncoding("utf8").on("data", (text: string) => faults.push(text));
  const exited = once(child, "exit");
  const told = new Map<string, string>();
  for await (const line of createInterface({ input: child.stdout })) {
    const [, name = "", value = ""] = /^(ready|hirer key|school key) (\S+)$/.exec(line) ?? [];
    if (name !== "") told.set(name, value);
    if (told.size === 3) break;
  }
  const [url, hirerKey, schoolKey] = ["ready", "hirer key", "school key"].map((name) =>
    told.get(name),
  );
  if (url === undefined || hirerKey === undefined || schoolKey === undefined) {
    await exited;
    throw new Error(`The demonstration did not start:\n${faults.join("")}`);
  }
  // What it goes on to print has to be read by somebody, or it would wait for that in the end.
  child.stdout.resume();
  return {
    url,
    hirerKey,
    schoolKey,
    async stop() {
      child.kill("SIGINT");
      await exited;
      return child.exitCode;
    },
  };
}
