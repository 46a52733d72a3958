import { addDays, isLocalDate, toInstant } from "@neuadd/core";
import type { CallerKind, CallerScope } from "@neuadd/plugin-kit";
import { CALLER_KINDS, CALLER_SCOPES } from "@neuadd/plugin-kit/host";
import { defaultScopes } from "../keys/default-scopes.ts";
import { issueKey } from "../keys/issue-key.ts";
import { CommandFault } from "./command-fault.ts";
import type { SettingOptions } from "./command-setting.ts";
import { EXIT_CODE, type ExitCode } from "./exit-code.ts";
import type { Terminal } from "./terminal.ts";
import { withServices } from "./with-services.ts";

export interface KeysCreateOptions extends SettingOptions {
  readonly kind: string;
  readonly owner?: string;
  readonly label?: string;
  /** Separated by commas. */
  readonly scopes?: string;
  readonly expires?: string;
}

/** `neuadd keys create`: prints `key <key>`, which can't be had again, and `id <id>`, which revokes it. */
export async function keysCreate(
  terminal: Terminal,
  options: KeysCreateOptions,
): Promise<ExitCode> {
  const kind = kindOf(options.kind);
  const owner = ownerOf(kind, options.owner);
  const scopes = scopesOf(kind, options.scopes);
  const expiresAt = options.expires === undefined ? undefined : instantOf(options.expires);
  await withServices(terminal, options, async ({ services }) => {
    if (expiresAt !== undefined && expiresAt <= services.clock.now()) {
      throw wrongExpiry(options.expires ?? "");
    }
    const { key, id } = await issueKey(services, {
      kind,
      owner,
      label: options.label ?? "",
      scopes,
      ...(expiresAt === undefined ? {} : { expiresAt }),
    });
    terminal.print(`key ${key}`);
    terminal.print(`id ${id}`);
  });
  terminal.tell({
    en: "Keep the key now: it can't be shown again.",
    cy: "Cadwch yr allwedd yn awr: ni ellir ei dangos eto.",
  });
  return EXIT_CODE.done;
}

function kindOf(text: string): CallerKind {
  const kind = CALLER_KINDS.find((known) => known === text);
  if (kind !== undefined) return kind;
  throw new CommandFault(EXIT_CODE.invalid, {
    en: `There is no kind of key "${text}". Choose one of ${CALLER_KINDS.join(", ")}.`,
    cy: `Nid oes math o allwedd "${text}". Dewiswch un o ${CALLER_KINDS.join(", ")}.`,
  });
}

function ownerOf(kind: CallerKind, owner = ""): string {
  if ((kind === "operator") === (owner === "")) return owner;
  throw new CommandFault(
    EXIT_CODE.invalid,
    kind === "operator"
      ? {
          en: "A key of the operator has no owner. Leave out --owner.",
          cy: "Nid oes perchennog i allwedd y gweithredwr. Gadewch --owner allan.",
        }
      : {
          en: `A key of the kind "${kind}" needs --owner, the id of whom it acts for.`,
          cy: `Mae angen --owner ar allwedd o'r math "${kind}", sef dynodydd yr un y mae'n gweithredu drosto.`,
        },
  );
}

function scopesOf(kind: CallerKind, text: string | undefined): readonly CallerScope[] {
  const allowed = defaultScopes(kind);
  if (text === undefined) return allowed;
  return text.split(",").map((name) => {
    const scope = CALLER_SCOPES.find((known) => known === name.trim());
    if (scope !== undefined && allowed.includes(scope)) return scope;
    throw new CommandFault(EXIT_CODE.invalid, {
      en: `A key of the kind "${kind}" can't have the scope "${name.trim()}". Choose from ${allowed.join(", ")}.`,
      cy: `Ni all allwedd o'r math "${kind}" gael y cwmpas "${name.trim()}". Dewiswch o ${allowed.join(", ")}.`,
    });
  });
}

/** A date counts to its end in Wales. */
function instantOf(text: string): number {
  if (isLocalDate(text)) return toInstant(addDays(text, 1), "00:00", "Europe/London");
  const isInstant =
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/.test(text);
  const instant = isInstant ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(instant)) throw wrongExpiry(text);
  return instant;
}

function wrongExpiry(text: string): CommandFault {
  return new CommandFault(EXIT_CODE.invalid, {
    en: `A key can't expire at "${text}". Give a date to come, such as 2027-07-31 (it counts to its end), or an instant such as 2027-07-31T12:00:00Z.`,
    cy: `Ni all allwedd ddod i ben ar "${text}". Rhowch ddyddiad sydd i ddod, megis 2027-07-31 (mae'n cyfrif hyd ei ddiwedd), neu ennyd megis 2027-07-31T12:00:00Z.`,
  });
}
