import type { ElementId } from "./elements.ts";
import { ENABLER_IDS, type EnablerId } from "./enablers.ts";
import type { FrameworkEntry } from "./framework-entry.ts";
import { guidanceSummary } from "./framework-sources.ts";

/** Ids of the links between the elements: one for each pair, round the triangle. */
export const CONNECTION_IDS = [
  "familyAndCommunity",
  "communityAndMultiAgency",
  "multiAgencyAndFamily",
] as const;
export type ConnectionId = (typeof CONNECTION_IDS)[number];

/** Two elements that act on each other, and the enablers that carry progress between them, both ways. */
export interface FrameworkConnection extends FrameworkEntry<ConnectionId> {
  readonly between: readonly [ElementId, ElementId];
  readonly enablers: readonly EnablerId[];
}

/**
 * How the elements hang together. The guidance says that the four enablers support the progression between
 * family, community and multi-agency engagement and ties none of them to one link, so every link has all four.
 */
export const connections: readonly FrameworkConnection[] = [
  {
    id: "familyAndCommunity",
    between: ["family", "community"],
    enablers: ENABLER_IDS,
    name: { cy: "Teuluoedd a'r gymuned", en: "Families and the community" },
    description: {
      cy: "Mae teuluoedd sy'n teimlo'n gartrefol yn yr ysgol yn dod â'u rhwydweithiau iddi; mae'r hyn y mae'r gymuned yn ei gynnig yn agored i deuluoedd yn ei dro.",
      en: "Families who feel at home in the school bring it their networks; what the community offers is open to families in turn.",
    },
    source: guidanceSummary,
    reviewed: { name: false, description: false },
  },
  {
    id: "communityAndMultiAgency",
    between: ["community", "multiAgency"],
    enablers: ENABLER_IDS,
    name: { cy: "Y gymuned a gwasanaethau", en: "The community and services" },
    description: {
      cy: "Mae gwasanaethau'n cyrraedd pobl drwy grwpiau y maent eisoes yn ymddiried ynddynt; mae grwpiau'n dysgu ble i gyfeirio rhywun y mae arno angen mwy o help.",
      en: "Services reach people through groups they already trust; groups learn where to send someone who needs more help.",
    },
    source: guidanceSummary,
    reviewed: { name: false, description: false },
  },
  {
    id: "multiAgencyAndFamily",
    between: ["multiAgency", "family"],
    enablers: ENABLER_IDS,
    name: { cy: "Gwasanaethau a theuluoedd", en: "Services and families" },
    description: {
      cy: "Mae teulu y gwrandewir arno yn derbyn help yn gynnar; mae help sy'n gweithio yn ei gwneud yn haws cymryd rhan ym mywyd yr ysgol.",
      en: "A family that is listened to accepts help early; help that works makes it easier to take part in the school.",
    },
    source: guidanceSummary,
    reviewed: { name: false, description: false },
  },
];
