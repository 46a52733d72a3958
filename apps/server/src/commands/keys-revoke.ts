import { revokeKey } from "../keys/revoke-key.ts";
import { CommandFault } from "./command-fault.ts";
import type { SettingOptions } from "./command-setting.ts";
import { EXIT_CODE, type ExitCode } from "./exit-code.ts";
import type { Terminal } from "./terminal.ts";
import { withServices } from "./with-services.ts";

/** `neuadd keys revoke`: for good, and at once, for a server that is running too. */
export async function keysRevoke(
  terminal: Terminal,
  id: string,
  options: SettingOptions,
): Promise<ExitCode> {
  const isRevoked = await withServices(terminal, options, ({ services }) =>
    revokeKey(services, id),
  );
  if (!isRevoked) {
    throw new CommandFault(EXIT_CODE.invalid, {
      en: `There is no key "${id}" that is not revoked already. "neuadd keys list" shows the ids.`,
      cy: `Nid oes allwedd "${id}" sydd heb ei dirymu eisoes. Mae "neuadd keys list" yn dangos y dynodyddion.`,
    });
  }
  terminal.print(`revoked ${id}`);
  return EXIT_CODE.done;
}
