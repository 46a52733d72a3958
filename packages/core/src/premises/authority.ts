import type { Bilingual } from "../language/bilingual.ts";

/** A local authority, which maintains schools; its id is what schools name, such as `blaenau-gwent`. */
export interface Authority {
  readonly id: string;
  readonly name: Bilingual;
}

/** Schools of one authority that work together, usually a secondary school and the primaries around it. */
export interface Cluster {
  readonly id: string;
  readonly authority: string;
  readonly name: Bilingual;
}
