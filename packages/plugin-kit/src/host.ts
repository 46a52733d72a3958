/** For what hosts plugins: the server, and the host of tests. A plugin may check addresses with it; it needs nothing else. */
export type { FenceCode, FenceFault } from "./host/fence-fault.ts";
export { isFindingOf } from "./host/is-finding-of.ts";
export { type CallOutOptions, makeCallOut, type ResolveName } from "./host/make-call-out.ts";
export { ownTables, type OwnTablesOptions, type Timer } from "./host/own-tables.ts";
export { partsFault } from "./host/parts-fault.ts";
export { isPluginId, LONGEST_PLUGIN_ID } from "./host/plugin-id.ts";
export { addressBlocks, isPublicAddress } from "./host/public-address.ts";
export { quoteLine } from "./host/quote-line.ts";
export { tablePrefix } from "./host/table-prefix.ts";
