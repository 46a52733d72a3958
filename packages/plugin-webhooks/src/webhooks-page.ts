import {
  type Instant,
  type Language,
  sayShortDate,
  sayTime,
  toLocal,
  type ZoneId,
} from "@neuadd/core";
import { chooseSchool, dataTable, type DeskPage, type DeskPageRequest } from "@neuadd/plugin-kit";
import { html } from "hono/html";
import { readDeliveries } from "./delivery-store.ts";
import { countEndpoints, readEndpoints } from "./endpoint-store.ts";
import { resendAction } from "./resend-action.ts";
import type { RouteParts } from "./route-parts.ts";
import type { DeliveryStatus, WebhookEndpoint } from "./webhook-endpoint.ts";

const LATEST = 10;

/**
 * `/x/webhooks`: the endpoints of one school of the key at a time, and how the latest messages to each fared; any can be sent
 * again.
 */
export function webhooksPage(parts: RouteParts): DeskPage {
  return {
    path: "",
    title: { cy: "Bachau gwe", en: "Webhooks" },
    audience: "school",
    actions: [resendAction(parts)],
    async render(request) {
      const words = WORDS[request.language];
      const chosen = await chooseSchool(parts.host.reads, request, {
        read: () => countEndpoints(parts.tables),
        what: { cy: "cyfeiriadau", en: "addresses" },
      });
      if (chosen === undefined) return html`<p>${words.none}</p>`;
      const { id, zone } = chosen.facts.school;
      const sections = [];
      for (const endpoint of await readEndpoints(parts.tables, id)) {
        sections.push(await endpointSection(parts, endpoint, zone, request));
      }
      return html`${chosen.heading} ${sections.length === 0 ? html`<p>${words.none}</p>` : sections}`;
    },
  };
}

async function endpointSection(
  { tables }: RouteParts,
  { id, school, url, description, disabled }: WebhookEndpoint,
  zone: ZoneId,
  { language, form }: DeskPageRequest,
) {
  const words = WORDS[language];
  const { items } = await readDeliveries(tables, school, id, { limit: LATEST });
  const state = disabled === undefined ? words.on : words.off[disabled];
  const rows = items.map(({ message, type, status, attempts, createdAt }) => {
    const since = sayWhen(createdAt, zone, language);
    const again =
      status === "pending" || disabled !== undefined
        ? ""
        : form("resend", { hidden: { school, endpoint: id, message }, about: `${type}, ${since}` });
    return [type, since, html`${words.statuses[status]} ${again}`, attempts] as const;
  });
  const columns = [words.kind, words.since, words.status, words.attempts];
  return html`
    <h3>${url}</h3>
    <p>${description} ${state}</p>
    ${rows.length === 0 ? html`<p>${words.nothing}</p>` : dataTable({ columns, rows })}
  `;
}

/** In the school's own time. */
function sayWhen(instant: Instant, zone: ZoneId, language: Language): string {
  const { date, time } = toLocal(instant, zone);
  return `${sayShortDate(date, language)}, ${sayTime(time, language)}`;
}

interface PageWords {
  readonly none: string;
  readonly nothing: string;
  readonly on: string;
  readonly off: Readonly<Record<NonNullable<WebhookEndpoint["disabled"]>, string>>;
  readonly kind: string;
  readonly since: string;
  readonly status: string;
  readonly attempts: string;
  readonly statuses: Readonly<Record<DeliveryStatus, string>>;
}

const WORDS: Readonly<Record<Language, PageWords>> = {
  cy: {
    none: "Ni ddywedir wrth unrhyw gyfeiriad beth sy'n digwydd.",
    nothing: "Nid oes dim wedi'i anfon yno yn ddiweddar.",
    on: "Ymlaen.",
    off: {
      GONE: "Wedi'i ddiffodd: atebodd nad yw yno mwyach (410).",
      SWITCHED_OFF: "Wedi'i ddiffodd gan yr ysgol.",
    },
    kind: "Math",
    since: "Ers",
    status: "Cyflwr",
    attempts: "Ymdrechion",
    statuses: { pending: "yn aros", delivered: "wedi cyrraedd", failed: "wedi methu" },
  },
  en: {
    none: "No address is told what happens.",
    nothing: "Nothing has been sent there lately.",
    on: "On.",
    off: {
      GONE: "Switched off: it answered that it is there no more (410).",
      SWITCHED_OFF: "Switched off by the school.",
    },
    kind: "Kind",
    since: "Since",
    status: "Status",
    attempts: "Attempts",
    statuses: { pending: "waiting", delivered: "arrived", failed: "given up" },
  },
};
