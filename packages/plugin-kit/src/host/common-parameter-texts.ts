import type { Bilingual } from "@neuadd/core";

/** By name: what a parameter is for wherever it occurs, in routes of the server and of plugins. */
export const COMMON_PARAMETER_TEXTS: Readonly<Partial<Record<string, Bilingual>>> = {
  school: { cy: "Dynodydd yr ysgol.", en: "Id of the school." },
  space: { cy: "Dynodydd y lle.", en: "Id of the space." },
  booking: { cy: "Dynodydd yr archeb.", en: "Id of the booking." },
  block: { cy: "Dynodydd y bloc.", en: "Id of the block." },
  hirer: { cy: "Dynodydd y llogwr.", en: "Id of the hirer." },
  limit: { cy: "Faint ar dudalen.", en: "How many on a page." },
  lang: { cy: "Iaith y ddogfen.", en: "Language of the document." },
};
