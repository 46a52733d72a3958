import type { Bilingual } from "@neuadd/core";
import { ConfigError } from "../config/config-error.ts";

const NOT_ALLOWED: Bilingual = {
  cy: "ni chaiff y rhaglen hon ysgrifennu yno",
  en: "this program may not write there",
};

const IS_FILE: Bilingual = {
  cy: "ffeil, nid cyfeiriadur, yw rhan o'r llwybr",
  en: "part of the path is a file, not a directory",
};

/** Why data can't be kept in a place, by the code of the fault. */
const REASONS: Readonly<Record<string, Bilingual>> = {
  EACCES: NOT_ALLOWED,
  EPERM: NOT_ALLOWED,
  ENOTDIR: IS_FILE,
  EEXIST: IS_FILE,
  ENOENT: { cy: "ni ellir gwneud dim yno", en: "nothing can be made there" },
  EROFS: { cy: "ar gyfer darllen yn unig y mae", en: "it is for reading only" },
  ENOSPC: { cy: "nid oes lle ar ôl yno", en: "there is no room left" },
};

/** What to say of a directory or file that data can't be kept in; `cause` is what the system said of it. */
export function dataPlaceFault(path: string, cause: unknown): ConfigError {
  const code: unknown = cause instanceof Error && "code" in cause ? cause.code : undefined;
  const known = typeof code === "string" ? REASONS[code] : undefined;
  const told = cause instanceof Error ? cause.message : String(cause);
  const reason = known ?? { cy: told, en: told };
  return new ConfigError(
    "DATA_DIRECTORY_UNUSABLE",
    {
      cy: `Ni ellir cadw data yn ${path}: ${reason.cy}. Enwch gyfeiriadur y caiff y rhaglen hon ysgrifennu iddo â NEUADD_DATA, neu ffeil mewn un o'r fath yn store.sqlite y ffurfweddiad.`,
      en: `Data can't be kept in ${path}: ${reason.en}. Name a directory that this program may write to with NEUADD_DATA, or a file in one as store.sqlite of the configuration.`,
    },
    { cause },
  );
}
