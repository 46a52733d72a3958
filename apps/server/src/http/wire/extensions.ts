import type { Amendment, SeriesDecision, ZoneId } from "@neuadd/core";
import type { BlockPreview } from "../../ledger/block-record.ts";
import type { Exchange } from "../exchange.ts";
import { wireAmendment } from "./wire-amendment.ts";
import { wireBlockPreview } from "./wire-block.ts";
import { wireDecision } from "./wire-decision.ts";
import type { Wording } from "./wording.ts";

/**
 * The extension members of problem details: a decision, amendment or preview that the fault carries in its wire form,
 * anything else as it is.
 */
export function wireExtensions(
  extensions: Readonly<Record<string, unknown>>,
  { language, zone = "UTC" }: Exchange,
): Record<string, unknown> {
  const wording = { language, zone: zone satisfies ZoneId };
  return Object.fromEntries(
    Object.entries(extensions).map(([name, value]) => [name, wireMember(name, value, wording)]),
  );
}

function wireMember(name: string, value: unknown, wording: Wording): unknown {
  if (name === "decision" && isDecision(value)) return wireDecision(value, wording);
  if (name === "amendment" && isAmendment(value)) return wireAmendment(value, wording);
  if (name === "preview" && isBlockPreview(value)) return wireBlockPreview(value, wording);
  return value;
}

function isDecision(value: unknown): value is SeriesDecision {
  return isObject(value) && "occurrences" in value && "accepted" in value;
}

function isAmendment(value: unknown): value is Amendment {
  return isObject(value) && "occurrences" in value && "digest" in value;
}

function isBlockPreview(value: unknown): value is BlockPreview {
  return isObject(value) && "displaces" in value;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
