import type { Bilingual } from "@neuadd/core";
import type { BlockFacts, BlockKind } from "@neuadd/plugin-kit";

/** What a block is called: as the school has called it, and else by what it is for. */
export function blockName({ reason, kind }: Pick<BlockFacts, "reason" | "kind">): Bilingual {
  return reason ?? BLOCK_KIND_NAMES[kind];
}

export const BLOCK_KIND_NAMES: Readonly<Record<BlockKind, Bilingual>> = {
  schoolUse: { cy: "Defnydd yr ysgol", en: "School use" },
  examination: { cy: "Arholiad", en: "Examination" },
  maintenance: { cy: "Cynnal a chadw", en: "Maintenance" },
  pollingStation: { cy: "Gorsaf bleidleisio", en: "Polling station" },
  recall: { cy: "Galw'r lle yn ôl", en: "Recall" },
  closure: { cy: "Ar gau", en: "Closure" },
};
