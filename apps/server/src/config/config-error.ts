import type { Bilingual } from "@neuadd/core";

/** Every fault of the configuration, by its stable code. */
export const CONFIG_ERRORS = {
  CONFIG_MISSING: "The configuration file that was named is not there.",
  CONFIG_NOT_LOADED: "The configuration file could not be run, or exports no configuration.",
  CONFIG_INVALID: "Settings are not of the form they should be.",
  STORE_UNSUPPORTED: "DATABASE_URL does not name a PostgreSQL database.",
  DATA_DIRECTORY_UNUSABLE: "Data can't be kept in the directory that was named.",
  CLOCK_INVALID: "NEUADD_CLOCK is neither an instant nor `real`.",
  PORT_INVALID: "A port is a whole number from 0 to 65535.",
  PORT_TAKEN: "Another program listens on the port.",
} as const;

export type ConfigErrorCode = keyof typeof CONFIG_ERRORS;

export interface ConfigFault {
  /** The setting, as `limits.bodyBytes`. */
  readonly setting: string;
  readonly sentence: Bilingual;
}

/** The server can't start as it is configured. `sentence` says what, where and what to do; `message` is its English. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  readonly code: ConfigErrorCode;
  readonly sentence: Bilingual;
  /** For CONFIG_INVALID: every setting that is wrong. */
  readonly faults: readonly ConfigFault[];

  constructor(
    code: ConfigErrorCode,
    sentence: Bilingual,
    options?: ErrorOptions & { faults?: readonly ConfigFault[] },
  ) {
    super(sentence.en, options);
    this.code = code;
    this.sentence = sentence;
    this.faults = options?.faults ?? [];
  }
}
