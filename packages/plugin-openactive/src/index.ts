export { openActive, type OpenActiveOptions } from "./openactive.ts";
export type { OpenActiveApi } from "./openactive-api.ts";
export type { PriceSource, SlotPlace, SlotPrice } from "./price-source.ts";
export type { Publication, PublishedPlace, PublishedPrices } from "./publication.ts";
