import type { Bilingual } from "../language/bilingual.ts";
import type { FrameworkSource } from "./framework-sources.ts";

/** Whether a published Welsh text confirms ours. `false`: ours alone, a translator has yet to see it. */
export interface WelshReview {
  readonly name: boolean;
  readonly description: boolean;
}

/** One idea of the framework: what all kinds of entry have in common. */
export interface FrameworkEntry<Id extends string> {
  /** Stable, unique among the entries of its kind, never translated. */
  readonly id: Id;
  readonly name: Bilingual;
  /** In Neuadd's own words: the source states the fact, not this sentence. */
  readonly description: Bilingual;
  readonly source: FrameworkSource;
  readonly reviewed: WelshReview;
}
