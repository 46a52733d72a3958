import type { SpaceId } from "@neuadd/core";

/** What a school adds to what the server knows, so that its spaces can be found: nothing is published without it. */
export interface Publication {
  /** Who publishes: the school or its authority, never a person. */
  readonly organisation: {
    readonly name: string;
    readonly url: string;
    readonly email?: string;
    readonly telephone?: string;
  };
  /** Where each of the premises is, by id. Spaces of premises that are not named are not published. */
  readonly places: Readonly<Record<string, PublishedPlace>>;
  /** Absent: those of the plugin that prices are taken from; without such a plugin they must be given. */
  readonly prices?: PublishedPrices;
  /** Where people book. Absent: the server's first page. */
  readonly bookingUrl?: string;
  /** Length of a slot where the terms of a space allow it. Default 60. */
  readonly slotMinutes?: number;
}

export interface PublishedPlace {
  readonly streetAddress: string;
  readonly locality: string;
  readonly region: string;
  readonly postcode: string;
  readonly latitude?: number;
  readonly longitude?: number;
  readonly telephone?: string;
}

/** What anyone would be asked to pay, in pence an hour and without VAT; 0 for a space that is free of charge. */
export interface PublishedPrices {
  readonly pencePerHour: number;
  /** Spaces whose price is another. */
  readonly spaces?: Readonly<Record<SpaceId, number>>;
}

export const DEFAULT_SLOT_MINUTES = 60;
