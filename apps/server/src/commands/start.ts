import { createServer, type Server } from "../server.ts";
import { commandConfig, type SettingOptions } from "./command-setting.ts";
import { EXIT_CODE, type ExitCode } from "./exit-code.ts";
import type { Terminal } from "./terminal.ts";

/**
 * `neuadd start`: runs until it is told to stop (SIGINT or SIGTERM). Prints `operator key <key>` on the
 * first start of a store, and `ready <url>` once it accepts requests, each on a line of its own.
 */
export async function start(terminal: Terminal, options: SettingOptions): Promise<ExitCode> {
  const server = await createServer(await commandConfig(terminal, options));
  // Before anybody is told that it is ready: whoever waits for that may stop it at once.
  const stopping = untilSignalled();
  try {
    const { url } = await server.listen();
    if (server.firstKey !== undefined) {
      terminal.print(`operator key ${server.firstKey}`);
      terminal.tell({
        en: "Keep the operator's key now: it can't be shown again.",
        cy: "Cadwch allwedd y gweithredwr yn awr: ni ellir ei dangos eto.",
      });
    }
    terminal.print(`ready ${url}`);
    return await untilStopped(terminal, server, stopping);
  } finally {
    await server.close();
  }
}

function untilSignalled(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    process.once("SIGINT", resolve);
    process.once("SIGTERM", resolve);
  });
}

async function untilStopped(
  terminal: Terminal,
  server: Server,
  stopping: Promise<NodeJS.Signals>,
): Promise<ExitCode> {
  const signal = await stopping;
  terminal.tell({
    en: "Stopping once what is running has finished. Once more stops at once.",
    cy: "Yn stopio wedi i'r hyn sy'n rhedeg orffen. Unwaith eto i stopio ar unwaith.",
  });
  process.once(signal, () => process.exit(EXIT_CODE.failed));
  await server.close();
  return EXIT_CODE.done;
}
