import { sayDate, sayTime, type Bilingual, type Language } from "@neuadd/core";
import type { BlockInTheWay, BlockKind } from "./block-record.ts";
import type { SchoolModel } from "./school-definition.ts";

/** A sentence of all of them would be read by nobody. */
const MOST_NAMED = 3;

/** What is in the way of a block: the first ones by name, space and time, with the id by which each is removed. */
export function sayBlocksInTheWay(
  blocks: readonly BlockInTheWay[],
  { tree }: Pick<SchoolModel, "tree">,
): Bilingual {
  const others = blocks.length - MOST_NAMED;
  const say = (language: Language): string => {
    const named = blocks.slice(0, MOST_NAMED).map((block) => {
      const name = block.reason?.[language] ?? KIND_NAMES[block.kind][language];
      const space = tree.byId.get(block.space)?.name[language] ?? block.space;
      const date = sayDate(block.date, language);
      return `“${name}”: ${space}, ${date}, ${sayHours(block, language)} (${block.block})`;
    });
    return [...named, ...(others > 0 ? [MORE[language](others)] : [])].join("; ");
  };
  return { cy: say("cy"), en: say("en") };
}

function sayHours({ startTime, endTime }: BlockInTheWay, language: Language): string {
  if (startTime === "00:00" && endTime === "24:00") return ALL_DAY[language];
  return `${sayTime(startTime, language)}–${sayTime(endTime, language)}`;
}

const ALL_DAY: Bilingual = { cy: "drwy’r dydd", en: "all day" };

const MORE: Readonly<Record<Language, (count: number) => string>> = {
  cy: (count) => `a ${count} arall`,
  en: (count) => `and ${count} more`,
};

const KIND_NAMES: Readonly<Record<BlockKind, Bilingual>> = {
  schoolUse: { cy: "Defnydd yr ysgol", en: "School use" },
  examination: { cy: "Arholiad", en: "Examination" },
  maintenance: { cy: "Cynnal a chadw", en: "Maintenance" },
  pollingStation: { cy: "Gorsaf bleidleisio", en: "Polling station" },
  recall: { cy: "Galw’r lle yn ôl", en: "Recall" },
  closure: { cy: "Ar gau", en: "Closure" },
};
