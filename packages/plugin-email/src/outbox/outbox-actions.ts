import { z } from "@hono/zod-openapi";
import type { DeskAction } from "@neuadd/plugin-kit";
import { requeueAll } from "./letter-store.ts";
import { resendLetter, type ResendParts } from "./resend-letter.ts";

const NEEDS = { scope: "hirers:write" } as const;

const AllFields = z.object({ school: z.string() });
const OneFields = AllFields.extend({ letter: z.string().max(300) });

/** What a school can do about letters that did not arrive, as by the routes. */
export function outboxActions(parts: ResendParts): readonly DeskAction[] {
  const { host, tables } = parts;
  const one: DeskAction<typeof OneFields> = {
    id: "resend",
    label: { cy: "Anfon eto", en: "Send again" },
    fields: OneFields,
    done: {
      cy: "Bydd y llythyr yn mynd eto o fewn munud.",
      en: "The letter goes out again within a minute.",
    },
    async run({ school, letter }, exchange) {
      await host.access.school(exchange, school, NEEDS);
      await resendLetter(parts, school, letter);
    },
  };
  const all: DeskAction<typeof AllFields> = {
    id: "resend-all",
    label: { cy: "Anfon pob un eto", en: "Send all of them again" },
    fields: AllFields,
    done: {
      cy: "Bydd y llythyrau'n mynd eto o fewn munud, ac eithrio'r rhai y mae llythyr diweddarach wedi'u disodli.",
      en: "The letters go out again within a minute, but for those that a later letter has overtaken.",
    },
    async run({ school }, exchange) {
      await host.access.school(exchange, school, NEEDS);
      await requeueAll(tables, school, host.now());
    },
  };
  return [one, all];
}
