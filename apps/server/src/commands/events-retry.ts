import { wantDeadLetters } from "../plugins/dead-letters.ts";
import type { SettingOptions } from "./command-setting.ts";
import { EXIT_CODE, type ExitCode } from "./exit-code.ts";
import type { Terminal } from "./terminal.ts";
import { withServices } from "./with-services.ts";

/** Which events that plugins could not take: those of a school, of a plugin, of both, or all. */
export interface EventsOptions extends SettingOptions {
  readonly school?: string;
  readonly plugin?: string;
}

/**
 * `neuadd events retry`: has events that plugins could not take handed over again, and prints `retrying` with their
 * number. A running server sees it at its next look; without one it waits for the next start.
 */
export async function eventsRetry(terminal: Terminal, options: EventsOptions): Promise<ExitCode> {
  const count = await withServices(terminal, options, ({ services }) =>
    wantDeadLetters(services.store, filterOf(options), services.clock.now()),
  );
  terminal.print(`retrying ${count}`);
  if (count > 0) {
    terminal.tell({
      en: 'A running server hands them over within half a minute. "neuadd events dead" shows those that fail again.',
      cy: "Bydd gweinydd sy'n rhedeg yn eu trosglwyddo o fewn hanner munud. Mae \"neuadd events dead\" yn dangos y rhai sy'n methu eto.",
    });
  }
  return EXIT_CODE.done;
}

export function filterOf({ school, plugin }: EventsOptions): {
  readonly school?: string;
  readonly listener?: string;
} {
  return {
    ...(school !== undefined && { school }),
    ...(plugin !== undefined && { listener: plugin }),
  };
}
