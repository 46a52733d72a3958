import type { Bilingual, Instant, Language } from "@neuadd/core";
import { type KeyRecord, listKeys } from "../keys/list-keys.ts";
import { alignedColumns } from "./aligned-columns.ts";
import type { SettingOptions } from "./command-setting.ts";
import { EXIT_CODE, type ExitCode } from "./exit-code.ts";
import type { Terminal } from "./terminal.ts";
import { withServices } from "./with-services.ts";

export interface KeysListOptions extends SettingOptions {
  readonly json?: boolean;
}

/** `neuadd keys list`: a table, or with `--json` one JSON list. No secret is in either: nobody has them but the bearers. */
export async function keysList(terminal: Terminal, options: KeysListOptions): Promise<ExitCode> {
  await withServices(terminal, options, async ({ services }) => {
    const keys = await listKeys(services);
    if (options.json === true) {
      terminal.print(JSON.stringify(keys.map(asJson)));
      return;
    }
    const now = services.clock.now();
    const rows = keys.map((key) => rowOf(key, now, terminal.language));
    for (const line of alignedColumns([headings(terminal.language), ...rows])) terminal.print(line);
  });
  return EXIT_CODE.done;
}

const COLUMNS: readonly Bilingual[] = [
  { en: "ID", cy: "DYNODYDD" },
  { en: "KIND", cy: "MATH" },
  { en: "OWNER", cy: "PERCHENNOG" },
  { en: "STATE", cy: "CYFLWR" },
  { en: "CREATED", cy: "CREWYD" },
  { en: "EXPIRES", cy: "DAW I BEN" },
  { en: "SCOPES", cy: "CWMPASAU" },
  { en: "LABEL", cy: "LABEL" },
];

const STATES: Readonly<Record<"valid" | "expired" | "revoked", Bilingual>> = {
  valid: { en: "valid", cy: "dilys" },
  expired: { en: "expired", cy: "wedi dod i ben" },
  revoked: { en: "revoked", cy: "wedi'i dirymu" },
};

function headings(language: Language): string[] {
  return COLUMNS.map((column) => column[language]);
}

function rowOf(key: KeyRecord, now: Instant, language: Language): string[] {
  return [
    key.id,
    key.kind,
    key.owner || "-",
    STATES[stateOf(key, now)][language],
    day(key.createdAt),
    key.expiresAt === undefined ? "-" : day(key.expiresAt),
    key.scopes.join(","),
    key.label || "-",
  ];
}

function stateOf({ revokedAt, expiresAt }: KeyRecord, now: Instant): keyof typeof STATES {
  if (revokedAt !== undefined) return "revoked";
  return expiresAt !== undefined && expiresAt <= now ? "expired" : "valid";
}

function asJson({ createdAt, expiresAt, revokedAt, ...key }: KeyRecord): object {
  return {
    ...key,
    createdAt: instant(createdAt),
    ...(expiresAt === undefined ? {} : { expiresAt: instant(expiresAt) }),
    ...(revokedAt === undefined ? {} : { revokedAt: instant(revokedAt) }),
  };
}

function day(at: Instant): string {
  return instant(at).slice(0, "2026-09-08".length);
}

function instant(at: Instant): string {
  return new Date(at).toISOString();
}
