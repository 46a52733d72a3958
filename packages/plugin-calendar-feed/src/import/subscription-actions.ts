import { z } from "@hono/zod-openapi";
import type { DeskAction } from "@neuadd/plugin-kit";
import { foundSubscription } from "./found-subscription.ts";
import { readingOutcome, sayTimes } from "./reading-outcome.ts";
import { type RefreshParts, refreshSubscription } from "./refresh-subscription.ts";
import { releaseSubscription } from "./release-subscription.ts";
import { subscribe } from "./subscribe.ts";
import { subscriptionFields } from "./subscription-fields.ts";
import { removeSubscription } from "./subscription-store.ts";

const NEEDS = { scope: "blocks:write" } as const;

const { url, space, name } = subscriptionFields;
const AddFields = z.object({
  school: z.string(),
  url,
  space,
  nameCy: name.shape.cy,
  nameEn: name.shape.en,
});
const Fields = z.object({ school: z.string(), subscription: z.string() });

/** What a school can do about outside calendars, as by the routes. */
export function subscriptionActions(parts: RefreshParts): readonly DeskAction[] {
  const { host, tables } = parts;
  const add: DeskAction<typeof AddFields> = {
    id: "subscribe",
    label: { cy: "Blocio'r lle yn ôl y calendr", en: "Block the space by the calendar" },
    fields: AddFields,
    async run({ school, nameCy, nameEn, ...asked }, exchange) {
      const { facts } = await host.access.school(exchange, school, NEEDS);
      const named = { cy: nameCy, en: nameEn };
      const id = await subscribe(parts, facts, { ...asked, kind: "schoolUse", name: named });
      const reading = await readingOutcome(parts, facts, id);
      return {
        cy: `Ychwanegwyd y calendr. ${reading.cy}`,
        en: `The calendar has been added. ${reading.en}`,
      };
    },
  };
  const refresh: DeskAction<typeof Fields> = {
    id: "refresh",
    label: { cy: "Darllen nawr", en: "Read now" },
    fields: Fields,
    async run({ school, subscription }, exchange) {
      const { facts } = await host.access.school(exchange, school, NEEDS);
      await refreshSubscription(parts, await foundSubscription(parts, school, subscription));
      return readingOutcome(parts, facts, subscription);
    },
  };
  const remove: DeskAction<typeof Fields> = {
    id: "remove",
    label: {
      cy: "Tynnu'r calendr a rhyddhau'r amser",
      en: "Remove the calendar and free its time",
    },
    fields: Fields,
    async run({ school, subscription }, exchange) {
      const { facts } = await host.access.school(exchange, school, NEEDS);
      const found = await foundSubscription(parts, school, subscription);
      const count = await releaseSubscription(parts, found, facts);
      await removeSubscription(tables, school, subscription);
      return {
        cy: `Tynnwyd y calendr, gan ryddhau ${sayTimes(count, "cy")}.`,
        en: `The calendar has been removed, which frees ${sayTimes(count, "en")}.`,
      };
    },
  };
  return [add, refresh, remove];
}
