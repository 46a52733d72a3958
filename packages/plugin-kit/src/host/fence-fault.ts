import type { Bilingual } from "@neuadd/core";

export type FenceCode =
  "TABLE_NOT_OWN" | "RAW_SQL_REFUSED" | "WRITE_REFUSED" | "TRANSACTION_TOO_LONG";

/** Makes the error of a host for what its fence refuses. */
export type FenceFault = (code: FenceCode, plugin: string, sentence: Bilingual) => Error;
