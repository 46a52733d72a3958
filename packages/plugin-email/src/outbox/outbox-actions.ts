import { z } from "@hono/zod-openapi";
import { type Bilingual, plural } from "@neuadd/core";
import type { DeskAction } from "@neuadd/plugin-kit";
import { requeueAll, type Requeued } from "./letter-store.ts";
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
    async run({ school, letter }, exchange) {
      await host.access.school(exchange, school, NEEDS);
      await resendLetter(parts, school, letter);
      return {
        cy: "Bydd y llythyr yn mynd eto o fewn munud.",
        en: "The letter goes out again within a minute.",
      };
    },
  };
  const all: DeskAction<typeof AllFields> = {
    id: "resend-all",
    label: { cy: "Anfon pob un eto", en: "Send all of them again" },
    fields: AllFields,
    async run({ school }, exchange) {
      await host.access.school(exchange, school, NEEDS);
      return requeuedOutcome(await requeueAll(tables, school, host.now()));
    },
  };
  return [one, all];
}

/** Only letters that a later one has overtaken stay. */
function requeuedOutcome({ queued, left }: Requeued): Bilingual {
  const stay = {
    cy: plural("cy", left, {
      zero: "",
      one: " Mae un yn aros fel y mae, gan fod llythyr diweddarach ar yr un archeb wedi'i ddisodli.",
      two: " Mae dau'n aros fel y maent, gan fod llythyrau diweddarach ar yr un archebion wedi'u disodli.",
      other: ` Mae ${left} yn aros fel y maent, gan fod llythyrau diweddarach ar yr un archebion wedi'u disodli.`,
    }),
    en: plural("en", left, {
      one: " One stays as it is: a later letter on the same booking has overtaken it.",
      other:
        left === 0
          ? ""
          : ` ${left} stay as they are: later letters on the same bookings have overtaken them.`,
    }),
  };
  const go = {
    cy: plural("cy", queued, {
      zero: "Nid oes llythyr i'w anfon eto.",
      one: "Bydd un llythyr yn mynd eto o fewn munud.",
      two: "Bydd dau lythyr yn mynd eto o fewn munud.",
      other: `Bydd ${queued} llythyr yn mynd eto o fewn munud.`,
    }),
    en: plural("en", queued, {
      one: "One letter goes out again within a minute.",
      other:
        queued === 0
          ? "There is no letter to send again."
          : `${queued} letters go out again within a minute.`,
    }),
  };
  return { cy: go.cy + stay.cy, en: go.en + stay.en };
}
