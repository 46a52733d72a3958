import { spawn } from "node:child_process";

/** What came of a command. */
export interface CommandOutcome {
  /** `null` when a signal ended it. */
  readonly code: number | null;
  /** Standard output and error, interleaved as they came. */
  readonly output: string;
}

export interface CommandOptions {
  readonly cwd: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs a program without a shell and without input, and waits for it. A program that can't be started rejects. */
export function runCommand(
  program: string,
  parameters: readonly string[],
  { cwd, environment = {} }: CommandOptions,
): Promise<CommandOutcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, {
      cwd,
      env: { ...outsideNpm(process.env), ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const chunks: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.on("error", reject);
    child.on("close", (code) => {
      resolve({ code, output: Buffer.concat(chunks).toString("utf8") });
    });
  });
}

/** Runs a program that must succeed, and returns its output. */
export async function runOrThrow(
  program: string,
  parameters: readonly string[],
  options: CommandOptions,
): Promise<string> {
  const { code, output } = await runCommand(program, parameters, options);
  if (code !== 0)
    throw new Error(`${[program, ...parameters].join(" ")} ended with ${code}:\n${output}`);
  return output;
}

/** `npm test` tells its children which project they belong to; a child for another project must not know. */
function outsideNpm(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(environment).filter(
      ([name]) => !/^(?:npm_(?:package|lifecycle)_|npm_config_local_prefix$|INIT_CWD$)/.test(name),
    ),
  );
}
