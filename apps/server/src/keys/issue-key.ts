import type { Instant } from "@neuadd/core";
import type { CallerKind, CallerScope } from "@neuadd/plugin-kit";
import { hirerUnknown, schoolUnknown } from "../ledger/unknown.ts";
import { ServerError } from "../server-error.ts";
import type { Services } from "../services.ts";
import { defaultScopes } from "./default-scopes.ts";
import { makeKeyText } from "./key-text.ts";
import { hashSecret } from "./secret.ts";

export interface KeyRequest {
  readonly kind: CallerKind;
  /** Id of the hirer, school or authority; empty for the operator. */
  readonly owner: string;
  /** What the key is for, as its owner will recognise it in a list. */
  readonly label: string;
  /** Default: all that the kind may have. */
  readonly scopes?: readonly CallerScope[];
  /** From this instant on the key is refused. Absent: it does not expire. */
  readonly expiresAt?: Instant;
}

export interface IssuedKey {
  readonly id: string;
  /** The whole key. It is shown this once and can't be had again: only its hash is stored. */
  readonly key: string;
}

/**
 * Issues an API key. Throws HIRER_UNKNOWN or SCHOOL_UNKNOWN for an owner that is not there (an authority may be named
 * before its first school is), and BODY_INVALID for an operator's key with an owner, an expiry that has passed, no
 * scope at all, or a scope beyond those of the kind.
 */
export async function issueKey(services: Services, request: KeyRequest): Promise<IssuedKey> {
  const id = services.newId("key");
  const key = await issueKeyOnce(services, id, request);
  if (key === undefined) throw new Error(`There is a key "${id}" already: ids are not random.`);
  return { key, id };
}

/** As `issueKey`, with a given id; undefined when there is a key of that id already. Answers the whole key. */
export async function issueKeyOnce(
  services: Services,
  id: string,
  request: KeyRequest,
): Promise<string | undefined> {
  const { kind, owner, label, expiresAt } = request;
  const scopes = request.scopes ?? defaultScopes(kind);
  const now = services.clock.now();
  checkScopes(kind, scopes);
  if (expiresAt !== undefined && expiresAt <= now) {
    const end = new Date(expiresAt).toISOString();
    throw new ServerError("BODY_INVALID", {
      cy: `Byddai'r allwedd yn dod i ben ar ${end}, sydd wedi mynd heibio. Dewiswch amser diweddarach.`,
      en: `The key would expire at ${end}, which has passed. Choose a later time.`,
    });
  }
  await checkOwner(services, kind, owner);
  const key = makeKeyText(kind, id);
  const { numInsertedOrUpdatedRows } = await services.store.database
    .insertInto("api_keys")
    .values({
      key_id: id,
      hash: hashSecret(key).toString("hex"),
      kind,
      owner_id: owner,
      label,
      scopes: JSON.stringify(scopes),
      created_at: now,
      expires_at: expiresAt ?? null,
      revoked_at: null,
    })
    .onConflict((conflict) => conflict.column("key_id").doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 0n ? undefined : key;
}

function checkScopes(kind: CallerKind, scopes: readonly CallerScope[]): void {
  const allowed = defaultScopes(kind);
  const beyond = scopes.filter((scope) => !allowed.includes(scope));
  if (beyond.length > 0 || scopes.length === 0) {
    const may = allowed.join(", ");
    const not = beyond.join(", ");
    throw new ServerError("BODY_INVALID", {
      cy: `Mae angen o leiaf un cwmpas ar allwedd o'r math "${kind}", ac ni chaiff ond ${may}${not && `; nid ${not}`}.`,
      en: `A key of kind "${kind}" needs at least one scope and may have only ${may}${not && `; not ${not}`}.`,
    });
  }
}

async function checkOwner(
  { store: { database } }: Services,
  kind: CallerKind,
  owner: string,
): Promise<void> {
  if ((kind === "operator") !== (owner === "")) {
    throw new ServerError(
      "BODY_INVALID",
      kind === "operator"
        ? {
            cy: `Nid yw allwedd gweithredwr yn perthyn i neb yn benodol. Gadewch y perchennog "${owner}" allan.`,
            en: `An operator's key belongs to nobody in particular. Leave out the owner "${owner}".`,
          }
        : {
            cy: `Mae angen perchennog ar allwedd o'r math "${kind}". Rhowch ei ddynodydd.`,
            en: `A key of kind "${kind}" needs an owner. Give the id of the ${kind}.`,
          },
    );
  }
  if (kind === "hirer") {
    const known = await database
      .selectFrom("hirers")
      .select("hirer_id")
      .where("hirer_id", "=", owner)
      .executeTakeFirst();
    if (known === undefined) {
      throw hirerUnknown(owner);
    }
  }
  if (kind === "school") {
    const known = await database
      .selectFrom("schools")
      .select("school_id")
      .where("school_id", "=", owner)
      .executeTakeFirst();
    if (known === undefined) {
      throw schoolUnknown(owner);
    }
  }
}
