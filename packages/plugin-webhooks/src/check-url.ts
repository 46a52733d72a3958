import { isIP } from "node:net";
import { addressBlocks, isPublicAddress } from "@neuadd/plugin-kit/host";
import { addressRefused, urlRefused } from "./webhook-problems.ts";

/**
 * Throws a PluginProblem for an address that nothing can be sent to, as far as its text tells. What its name
 * leads to is looked at each time a message is sent.
 */
export function checkUrl(text: string, allowAddresses: readonly string[]): void {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  // Plain http goes to allowed addresses alone, which only sending can tell of a name.
  const protocols = allowAddresses.length > 0 ? /^https?:$/ : /^https:$/;
  if (url === undefined || !protocols.test(url.protocol) || url.username || url.password) {
    throw urlRefused();
  }
  const name = url.hostname.replace(/^\[|\]$/g, "");
  const family = isIP(name);
  if (family === 0) return;
  const isAllowed = addressBlocks(allowAddresses).check(name, family === 4 ? "ipv4" : "ipv6");
  if (!isAllowed && !isPublicAddress(name)) throw addressRefused();
}
