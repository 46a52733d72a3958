import { existsSync } from "node:fs";
import { dirname, isAbsolute, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Bilingual } from "@neuadd/core";
import { ConfigError } from "./config-error.ts";
import type { Config } from "./config.ts";

/** In this order, the first that is there. */
const CONFIG_FILES = ["neuadd.config.ts", "neuadd.config.js", "neuadd.config.mjs"] as const;

/**
 * Runs a configuration file and gives its default export, with the path of the store made absolute.
 * Without `file`, the first of neuadd.config.ts, .js and .mjs in `directory`; when there is none, an empty
 * configuration. Node strips the types of a `.ts` file by itself. The settings are not checked yet.
 *
 * @throws ConfigError CONFIG_MISSING for a file that was named and is not there, CONFIG_NOT_LOADED
 */
export async function loadConfig(directory: string, file?: string): Promise<Config> {
  const path =
    file === undefined
      ? CONFIG_FILES.map((name) => join(directory, name)).find((name) => existsSync(name))
      : resolve(directory, file);
  if (path === undefined) return {};
  if (!existsSync(path)) {
    throw new ConfigError("CONFIG_MISSING", {
      en: `There is no configuration file ${path}. Write one with "neuadd init", or leave out --config.`,
      cy: `Nid oes ffeil ffurfweddu ${path}. Ysgrifennwch un â "neuadd init", neu gadewch --config allan.`,
    });
  }
  return withAbsoluteStore(await defaultExport(path), dirname(path));
}

async function defaultExport(path: string): Promise<Config> {
  let namespace: { readonly default?: unknown };
  try {
    namespace = await import(pathToFileURL(path).href);
  } catch (cause) {
    throw notRun(path, cause);
  }
  const config = namespace.default;
  if (typeof config === "object" && config !== null) return config;
  throw new ConfigError("CONFIG_NOT_LOADED", {
    en: `The configuration file ${path} has no default export. End it with "export default defineConfig({ … })".`,
    cy: `Nid oes gan y ffeil ffurfweddu ${path} allforyn diofyn. Rhowch "export default defineConfig({ … })" ynddi.`,
  });
}

function notRun(path: string, cause: unknown): ConfigError {
  // Further lines of it are where Node looked, or a piece of the file.
  const [reason = ""] = (cause instanceof Error ? cause.message : String(cause)).split("\n");
  const remedy = remedyFor(reason);
  return new ConfigError(
    "CONFIG_NOT_LOADED",
    {
      en: `The configuration file ${path} could not be run: ${reason}.${remedy.en}`,
      cy: `Ni ellid rhedeg y ffeil ffurfweddu ${path}: ${reason}.${remedy.cy}`,
    },
    { cause },
  );
}

/** What to do about faults that come from the folder, or from Node, rather than from the file. */
function remedyFor(reason: string): Bilingual {
  if (/Cannot find (?:module|package) '@neuadd\/server'/.test(reason)) {
    return {
      en: ' Run "npm install @neuadd/server" beside it.',
      cy: ' Rhedwch "npm install @neuadd/server" wrth ei hochr.',
    };
  }
  if (reason.includes("import statement outside a module")) {
    return {
      en: ' Run "npm pkg set type=module" beside it.',
      cy: ' Rhedwch "npm pkg set type=module" wrth ei hochr.',
    };
  }
  if (reason.includes('Unknown file extension ".ts"')) {
    return {
      en: ` It takes Node 22.18 or later; this is Node ${process.versions.node}.`,
      cy: ` Mae angen Node 22.18 neu'n ddiweddarach; Node ${process.versions.node} yw hwn.`,
    };
  }
  return { en: "", cy: "" };
}

function withAbsoluteStore(config: Config, directory: string): Config {
  const file = config.store?.sqlite;
  const isRelative = typeof file === "string" && file !== ":memory:" && !isAbsolute(file);
  return isRelative ? { ...config, store: { sqlite: join(directory, file) } } : config;
}
