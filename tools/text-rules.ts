import type { Finding } from "./finding.ts";
import type { SourceFile } from "./workspace-files.ts";

/** Folders that exist on the machine of whoever wrote the text, and on no reader's. */
const MACHINE_FOLDERS = ["home/[\\w.-]+", "root", "tmp/brief", "Users/[\\w.-]+", "work"];
const MACHINE_PATH = new RegExp(`(?<![\\w./:*?-])/(?:${MACHINE_FOLDERS.join("|")})/`);

/** Hosts that serve packages: an installation has its own, set outside the repository. */
const REGISTRY_HOST =
  /\/\/[\w.-]*\b(?:artifactory|nexus|npm-proxy|registry|verdaccio)[\w-]*\.[\w.-]+|^\s*(?:@[\w-]+:)?registry\s*=.*/;
const TARBALL_ADDRESS = /\btarball:\s*https?:/;

/** What a text that leaves this machine may not hold: a path of it, or the address of its package registry. */
export function findMachineTraces({ path, text }: SourceFile): Finding[] {
  return text.split("\n").flatMap((content, index) => {
    const line = index + 1;
    const folder = MACHINE_PATH.exec(content)?.[0];
    const host = (REGISTRY_HOST.exec(content) ?? TARBALL_ADDRESS.exec(content))?.[0];
    return [
      ...(folder === undefined
        ? []
        : [{ path, line, rule: "machine-path", message: `"${folder}" is a path of one machine.` }]),
      ...(host === undefined
        ? []
        : [
            {
              path,
              line,
              rule: "registry-host",
              message: `"${host}" is the address of a registry.`,
            },
          ]),
    ];
  });
}
