import { z } from "@hono/zod-openapi";
import type { DeskAction } from "@neuadd/plugin-kit";
import { foundSubscription } from "./found-subscription.ts";
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
    done: {
      cy: "Ychwanegwyd y calendr. Isod gwelir sut aeth y darlleniad cyntaf.",
      en: "The calendar has been added. How the first reading went is shown below.",
    },
    async run({ school, nameCy, nameEn, ...asked }, exchange) {
      const { facts } = await host.access.school(exchange, school, NEEDS);
      const named = { cy: nameCy, en: nameEn };
      await subscribe(parts, facts, { ...asked, kind: "schoolUse", name: named });
    },
  };
  const refresh: DeskAction<typeof Fields> = {
    id: "refresh",
    label: { cy: "Darllen nawr", en: "Read now" },
    fields: Fields,
    done: {
      cy: "Rhoddwyd cynnig ar ddarllen y calendr. Isod gwelir sut aeth.",
      en: "The calendar has been tried. How it went is shown below.",
    },
    async run({ school, subscription }, exchange) {
      await host.access.school(exchange, school, NEEDS);
      await refreshSubscription(parts, await foundSubscription(parts, school, subscription));
    },
  };
  const remove: DeskAction<typeof Fields> = {
    id: "remove",
    label: {
      cy: "Tynnu'r calendr a rhyddhau'r amser",
      en: "Remove the calendar and free its time",
    },
    fields: Fields,
    done: {
      cy: "Tynnwyd y calendr, ac mae'r amser a flociai'n rhydd eto.",
      en: "The calendar has been removed, and the time that it blocked is free again.",
    },
    async run({ school, subscription }, exchange) {
      const { facts } = await host.access.school(exchange, school, NEEDS);
      const found = await foundSubscription(parts, school, subscription);
      await releaseSubscription(parts, found, facts);
      await removeSubscription(tables, school, subscription);
    },
  };
  return [add, refresh, remove];
}
