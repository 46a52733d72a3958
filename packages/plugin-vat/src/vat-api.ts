import type { VatContext } from "./assess-booking.ts";
import {
  type KeptAssessment,
  readAssessment,
  readDecisions,
  type VatDecision,
} from "./vat-records.ts";

/** What other code may ask: `server.plugins.vat`. */
export interface VatApi {
  /** The latest assessment of a booking; undefined before there is one. */
  assessment(school: string, booking: string): Promise<KeptAssessment | undefined>;
  /** What the school decided last; undefined as long as it has not. */
  decision(school: string, booking: string): Promise<VatDecision | undefined>;
}

/** Kind 7, the api. */
export function vatApi({ tables }: VatContext): VatApi {
  return {
    assessment: (school, booking) => readAssessment(tables, school, booking),
    decision: async (school, booking) => (await readDecisions(tables, school, booking))[0],
  };
}
