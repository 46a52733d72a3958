import { BlockList, isIP } from "node:net";

/** What is not of the public internet (RFC 6890 and the IANA registries of special addresses). */
const NOT_PUBLIC = addressBlocks([
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.31.196.0/24",
  "192.52.193.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "192.175.48.0/24",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  // Multicast, reserved and broadcast.
  "224.0.0.0/3",
  // Within the global unicast of IPv6: protocols, documentation, and tunnels that carry an IPv4 address.
  "2001::/23",
  "2001:db8::/32",
  "2002::/16",
  "2620:4f:8000::/48",
  "3fff::/20",
]);

/** All of IPv6 that is routed on the internet: mapped, translated, local and multicast addresses lie outside. */
const GLOBAL_UNICAST = addressBlocks(["2000::/3"]);

/**
 * Whether an address, as text without brackets, belongs to the public internet. What is no address does not.
 */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !NOT_PUBLIC.check(address, "ipv4");
    case 6:
      return GLOBAL_UNICAST.check(address, "ipv6") && !NOT_PUBLIC.check(address, "ipv6");
    default:
      return false;
  }
}

/** Blocks of addresses that an address can be looked up in: Node's BlockList is one. */
export interface AddressBlocks {
  check(address: string, family: "ipv4" | "ipv6"): boolean;
}

/** Blocks of addresses, each `address/length`. Throws a RangeError that names the one that is none. */
export function addressBlocks(blocks: readonly string[]): AddressBlocks {
  const list = new BlockList();
  for (const block of blocks) {
    const [address = "", length = "", ...rest] = block.split("/");
    const family = isIP(address);
    const longest = family === 4 ? 32 : 128;
    if (family === 0 || rest.length > 0 || !/^\d{1,3}$/.test(length) || Number(length) > longest) {
      throw new RangeError(
        `"${block}" is no block of addresses; write it as 10.1.2.0/24 or ::1/128.`,
      );
    }
    list.addSubnet(address, Number(length), family === 4 ? "ipv4" : "ipv6");
  }
  return list;
}
