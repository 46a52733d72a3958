import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { CommandFault } from "./command-fault.ts";
import { EXIT_CODE, type ExitCode } from "./exit-code.ts";
import type { Terminal } from "./terminal.ts";

/** `neuadd init`: writes a configuration file with every setting, explained, in the language spoken. Overwrites nothing. */
export async function init(terminal: Terminal): Promise<ExitCode> {
  const path = join(terminal.directory, "neuadd.config.ts");
  try {
    await writeFile(path, TEXTS[terminal.language], { flag: "wx" });
  } catch (cause) {
    if (!(cause instanceof Error && "code" in cause && cause.code === "EEXIST")) throw cause;
    throw new CommandFault(
      EXIT_CODE.invalid,
      {
        en: `${path} is there already, and was left as it is.`,
        cy: `Mae ${path} yno eisoes, ac fe'i gadawyd fel y mae.`,
      },
      { cause },
    );
  }
  terminal.print(`wrote ${path}`);
  return EXIT_CODE.done;
}

const TEXTS = {
  en: `import { defineConfig } from "@neuadd/server";

export default defineConfig({
  // The database: one file, made at the first start. Back it up with "neuadd backup", not by copying it.
  store: { sqlite: "data/neuadd.sqlite" },
  // Or a PostgreSQL database (15 or later), which several servers may share.
  // store: { postgres: "postgres://neuadd@localhost/neuadd" },

  // The environment wins over this file: PORT, DATABASE_URL, NEUADD_DATA (a directory) and NEUADD_CLOCK.
  port: 3000,

  // Behind a reverse proxy: listen on this machine alone, say where people reach the server, and how
  // many proxies stand before it, so that each visitor is told from the others.
  // host: "127.0.0.1",
  // publicUrl: "https://neuadd.example",
  // limits: { trustedProxies: 1 },

  // What is not every school's business is a plugin. Each is an npm package, or a file of your own. Left
  // out, there are those that need no other service; to add your own to them:
  // import { defaultPlugins } from "@neuadd/server";
  // plugins: [...defaultPlugins(), mine()],

  // How long names are kept: requests that came to nothing, in months, and bookings, in whole financial years.
  // retention: { enquiryMonths: 12, bookingYears: 6 },

  // silent, error, warn, info or debug.
  logLevel: "info",
});
`,
  cy: `import { defineConfig } from "@neuadd/server";

export default defineConfig({
  // Y gronfa ddata: un ffeil, a wneir ar y cychwyn cyntaf. Gwnewch gopïau wrth gefn â "neuadd backup", nid drwy ei chopïo.
  store: { sqlite: "data/neuadd.sqlite" },
  // Neu gronfa ddata PostgreSQL (15 neu'n ddiweddarach), y caiff sawl gweinydd ei rhannu.
  // store: { postgres: "postgres://neuadd@localhost/neuadd" },

  // Mae'r amgylchedd yn drech na'r ffeil hon: PORT, DATABASE_URL, NEUADD_DATA (cyfeiriadur) a NEUADD_CLOCK.
  port: 3000,

  // Y tu ôl i ddirprwy gwrthdro: gwrandewch ar y peiriant hwn yn unig, dywedwch ble mae pobl yn cyrraedd
  // y gweinydd, a sawl dirprwy sydd o'i flaen, fel y gellir gwahaniaethu rhwng ymwelwyr.
  // host: "127.0.0.1",
  // publicUrl: "https://neuadd.example",
  // limits: { trustedProxies: 1 },

  // Ategyn yw'r hyn nad yw'n fusnes i bob ysgol. Pecyn npm yw pob un, neu ffeil o'ch eiddo eich hun. O'u
  // gadael allan, ceir y rhai nad oes arnynt angen gwasanaeth arall; i ychwanegu eich rhai eich hun:
  // import { defaultPlugins } from "@neuadd/server";
  // plugins: [...defaultPlugins(), fyAtegyn()],

  // Am ba hyd y cedwir enwau: ceisiadau na ddaeth dim ohonynt, mewn misoedd, ac archebion, mewn blynyddoedd ariannol.
  // retention: { enquiryMonths: 12, bookingYears: 6 },

  // silent, error, warn, info neu debug.
  logLevel: "info",
});
`,
} as const;
