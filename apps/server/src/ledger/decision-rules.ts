import type { BookingRule, Instant } from "@neuadd/core";
import type { AskedSeries } from "@neuadd/plugin-kit";
import type { Kysely } from "kysely";
import type { StoreSchema } from "../store/schema.ts";
import type { SchoolModel } from "./school-definition.ts";

/** A series that is asked for, or only thought of: then perhaps by nobody yet. */
export interface AskedBooking extends AskedSeries {
  readonly hirer?: string;
}

/** What a decision is about, before any of its dates is looked at. */
export interface DecisionSubject {
  /** The transaction that decides; for a preview the store itself. */
  readonly database: Kysely<StoreSchema>;
  readonly model: SchoolModel;
  readonly request: AskedBooking;
  /** The booking that is approved or amended. */
  readonly booking?: string;
  readonly now: Instant;
}

/** Gives the booking rules of all plugins for one decision, with facts as its transaction sees them. Rejects only with a broken connection. */
export type DecisionRules = (subject: DecisionSubject) => Promise<readonly BookingRule[]>;
