import { type OpenedServices, openServices } from "../open-services.ts";
import { resolvedCommandConfig, type SettingOptions } from "./command-setting.ts";
import type { Terminal } from "./terminal.ts";

/** Opens the store that the command is about, does the work, and closes the store whatever comes of it. */
export async function withServices<Result>(
  terminal: Terminal,
  options: SettingOptions,
  work: (opened: OpenedServices) => Promise<Result>,
): Promise<Result> {
  const opened = await openServices(await resolvedCommandConfig(terminal, options));
  try {
    return await work(opened);
  } finally {
    await opened.services.store.close();
  }
}
