/** How a command ends: what scripts can rely on. */
export const EXIT_CODE = {
  /** It did what it was asked to. */
  done: 0,
  /** Something failed that the caller did not get wrong: the store, a plugin, a port that is taken. */
  failed: 1,
  /** The command line itself is wrong; nothing was tried. */
  usage: 2,
  /** What was given is wrong: the configuration, a file, an id. Nothing was changed. */
  invalid: 3,
} as const;

export type ExitCode = (typeof EXIT_CODE)[keyof typeof EXIT_CODE];
