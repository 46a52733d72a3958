import { bankHolidaysEnglandAndWales, welshTermDates, type CalendarLayer } from "@neuadd/core";

/** The calendar layers that come with Neuadd, by id: what a school's file may use instead of writing them out. */
export const shippedLayers: ReadonlyMap<string, CalendarLayer> = new Map(
  [bankHolidaysEnglandAndWales, welshTermDates].map((layer) => [layer.id, layer]),
);
