/** How long a lease outlives the process that took it: for so long nobody else goes on with its work. */
export const LEASE_MS = 20_000;

/** Often enough that machines whose clocks differ by ten seconds take no lease from one another. */
export const RENEW_EVERY_MS = 5_000;
