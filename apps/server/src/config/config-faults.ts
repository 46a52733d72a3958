import type { Bilingual } from "@neuadd/core";
import { type ConfigFault } from "./config-error.ts";
import { ConfigSchema } from "./config-schema.ts";
import { LOG_LEVELS } from "./config.ts";

/** Everything that is wrong with a configuration, setting by setting, in plain sentences; none when it is sound. */
export function configFaults(config: unknown): ConfigFault[] {
  const result = ConfigSchema.safeParse(config);
  if (result.success) return [];
  const faults = result.error.issues.flatMap((issue) => {
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => unknownSetting([...issue.path, key]));
    }
    return [wrongSetting(issue.path, shown(valueAt(config, issue.path)))];
  });
  // One setting may break several rules of the schema; its sentence says all that it must be.
  return [...new Map(faults.map((fault) => [fault.setting, fault])).values()];
}

type Path = readonly PropertyKey[];

const WHOLE: Bilingual = {
  en: "a whole number from 1 to 1000000000",
  cy: "yn rhif cyfan o 1 i 1000000000",
};

const HUNDREDS: Bilingual = {
  en: "a whole number from 1 to 1000",
  cy: "yn rhif cyfan o 1 i 1000",
};

/** What each setting must be. Those of a list stand under the name of the list. */
const EXPECTED: Readonly<Record<string, Bilingual>> = {
  "": {
    en: "an object, such as defineConfig gives",
    cy: "yn wrthrych, fel y mae defineConfig yn ei roi",
  },
  store: {
    en: 'either { sqlite: "data/neuadd.sqlite" } or { postgres: "postgres://…" }',
    cy: 'naill ai\'n { sqlite: "data/neuadd.sqlite" } neu\'n { postgres: "postgres://…" }',
  },
  "store.sqlite": {
    en: 'the path of a file, or ":memory:"',
    cy: 'yn llwybr ffeil, neu\'n ":memory:"',
  },
  "store.postgres": {
    en: 'an address such as "postgres://neuadd@localhost/neuadd"',
    cy: 'yn gyfeiriad megis "postgres://neuadd@localhost/neuadd"',
  },
  "store.connections": HUNDREDS,
  port: { en: "a whole number from 0 to 65535", cy: "yn rhif cyfan o 0 i 65535" },
  host: {
    en: 'the name or number of an address, such as "127.0.0.1"',
    cy: 'yn enw neu\'n rhif cyfeiriad, megis "127.0.0.1"',
  },
  publicUrl: {
    en: 'an http or https address without a slash at the end, such as "https://neuadd.example"',
    cy: 'yn gyfeiriad http neu https heb flaenslaes ar y diwedd, megis "https://neuadd.example"',
  },
  plugins: {
    en: "a list of plugins, each with an id and a function setup",
    cy: "yn rhestr o ategion, pob un ag id a ffwythiant setup",
  },
  clock: {
    en: '"real" or an instant such as "2026-08-24T08:00:00Z"',
    cy: 'yn "real" neu\'n ennyd megis "2026-08-24T08:00:00Z"',
  },
  limits: { en: "an object of numbers", cy: "yn wrthrych o rifau" },
  "limits.bodyBytes": WHOLE,
  "limits.addressRequestsPerMinute": WHOLE,
  "limits.keyRequestsPerMinute": WHOLE,
  "limits.badKeysPerMinute": WHOLE,
  retention: {
    en: "an object of numbers, such as { enquiryMonths: 12, bookingYears: 6 }",
    cy: "yn wrthrych o rifau, megis { enquiryMonths: 12, bookingYears: 6 }",
  },
  "retention.enquiryMonths": {
    en: "a whole number from 1 to 1200",
    cy: "yn rhif cyfan o 1 i 1200",
  },
  "retention.bookingYears": { en: "a whole number from 0 to 100", cy: "yn rhif cyfan o 0 i 100" },
  "limits.trustedProxies": { en: "a whole number from 0 to 10", cy: "yn rhif cyfan o 0 i 10" },
  "limits.processes": HUNDREDS,
  logLevel: { en: `one of ${LOG_LEVELS.join(", ")}`, cy: `yn un o ${LOG_LEVELS.join(", ")}` },
};

function wrongSetting(path: Path, value: string): ConfigFault {
  const setting = path.map(String).join(".");
  // An address may hold a password.
  const found = setting === "store.postgres" ? "…" : value;
  const expected = EXPECTED[setting] ??
    EXPECTED[String(path[0])] ?? { en: "something else", cy: "yn rhywbeth arall" };
  const name =
    setting === "" ? { en: "The configuration", cy: "ffurfweddiad" } : { en: setting, cy: setting };
  return {
    setting,
    sentence: {
      en: `${name.en} must be ${expected.en}, not ${found}.`,
      cy: `Rhaid i ${name.cy} fod ${expected.cy}, nid ${found}.`,
    },
  };
}

function unknownSetting(path: Path): ConfigFault {
  const setting = path.map(String).join(".");
  const beside = path.length > 1 ? `${String(path[0])}.` : "";
  const known = Object.keys(EXPECTED).filter(
    (name) => name.startsWith(beside) && name !== "" && name.includes(".") === (beside !== ""),
  );
  return {
    setting,
    sentence: {
      en: `${setting} is no setting. There are ${known.join(", ")}.`,
      cy: `Nid yw ${setting} yn osodiad. Y gosodiadau yw ${known.join(", ")}.`,
    },
  };
}

function valueAt(config: unknown, path: Path): unknown {
  let value = config;
  for (const key of path) {
    value = typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
  }
  return value;
}

function shown(value: unknown): string {
  if (typeof value === "string" || typeof value === "number") return JSON.stringify(value);
  if (value === null || value === undefined) return String(value);
  return Array.isArray(value) ? "[…]" : `{…}`;
}
