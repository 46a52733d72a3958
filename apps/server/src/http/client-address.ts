import type { Asked } from "./asked.ts";

/**
 * The address that a client is counted by: of IPv6 the first 64 bits, since one subscriber has all the rest.
 * `local` when there is no socket, as in tests that call the app itself.
 */
export function clientAddress(asked: Asked, trustedProxies: number): string {
  const forwarded = trustedProxies > 0 ? forwardedAddress(asked, trustedProxies) : undefined;
  const address = forwarded ?? asked.remoteAddress;
  return address === undefined ? "local" : addressGroup(address);
}

/** Each proxy appends the address that it saw: entries further left than our own proxies could be anyone's invention. */
function forwardedAddress(asked: Asked, trustedProxies: number): string | undefined {
  const entries = asked.header("x-forwarded-for")?.split(",") ?? [];
  const address = entries.at(-trustedProxies)?.trim();
  return address === "" ? undefined : address;
}

function addressGroup(address: string): string {
  if (!address.includes(":") || address.startsWith("::ffff:")) return address;
  const [head = "", tail] = address.split("::", 2);
  const groups = head === "" ? [] : head.split(":");
  const rest = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - groups.length - rest.length);
  const whole = [...groups, ...Array.from({ length: zeros }, () => "0"), ...rest];
  return `${whole
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, "").toLowerCase())
    .join(":")}::/64`;
}
