import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** A demonstration that runs as a process of its own. */
export interface StartedDemonstration {
  readonly url: string;
  readonly hirerKey: string;
  readonly schoolKey: string;
  /** Milliseconds from the start of the process to the line `ready`. */
  readonly readyAfterMs: number;
  /** Ends it as Ctrl-C does; answers its exit code. */
  stop(): Promise<number | null>;
}

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Starts `start.ts` from source on a port that is free, with its data in the directory given. */
export async function startDemonstration(
  dataDirectory: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<StartedDemonstration> {
  const startedAt = performance.now();
  const child = spawn(
    process.execPath,
    [
      "--conditions=@neuadd/source",
      "--import",
      import.meta.resolve("tsx"),
      fileURLToPath(new URL("start.ts", import.meta.url)),
    ],
    {
      cwd: ROOT,
      env: { ...process.env, PORT: "0", NEUADD_DATA: dataDirectory, ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  const faults: string[] = [];
  child.stderr.setEncoding("utf8").on("data", (text: string) => faults.push(text));
  const exited = once(child, "exit");
  const told = new Map<string, string>();
  let readyAfterMs = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    const [, name = "", value = ""] = /^(ready|hirer key|school key) (\S+)$/.exec(line) ?? [];
    if (name === "ready") readyAfterMs = performance.now() - startedAt;
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
    readyAfterMs,
    async stop() {
      child.kill("SIGINT");
      await exited;
      return child.exitCode;
    },
  };
}
