import { sayDate, type Bilingual, type Denial, type LocalDate } from "@neuadd/core";
import type { BlockKind } from "./block-record.ts";
import type { OccurrenceReasonCode } from "./booking-record.ts";

/** The facts behind each reason. */
interface ReasonDetails {
  /** `reason`: what the person who cancelled it wrote. */
  readonly CANCELLED_BY_HIRER: { readonly reason?: string };
  readonly CANCELLED_BY_SCHOOL: { readonly reason?: string };
  readonly DECLINED: Readonly<Record<string, never>>;
  readonly WITHDRAWN: Readonly<Record<string, never>>;
  readonly EXPIRED: Readonly<Record<string, never>>;
  readonly DISPLACED: { readonly block: string; readonly kind: BlockKind };
  readonly AMENDED: { readonly movedTo?: LocalDate };
}

/** Why a date that was to be is not, as it is kept with the date: a sentence in both languages and the facts behind it. */
export function occurrenceReason<const Code extends OccurrenceReasonCode>(
  code: Code,
  details: ReasonDetails[Code],
): Denial<Code> {
  return { code, message: MESSAGES[code](details), details: { ...details } };
}

const DISPLACED_BY: Readonly<Record<BlockKind, Bilingual>> = {
  schoolUse: {
    cy: "Mae angen y lle ar yr ysgol at ei defnydd ei hun.",
    en: "The school needs the space for its own use.",
  },
  examination: {
    cy: "Mae angen y lle ar yr ysgol ar gyfer arholiadau.",
    en: "The school needs the space for examinations.",
  },
  maintenance: {
    cy: "Mae’r lle ar gau ar gyfer gwaith cynnal a chadw.",
    en: "The space is closed for maintenance.",
  },
  pollingStation: {
    cy: "Mae’r lle yn orsaf bleidleisio ar y dyddiad hwn.",
    en: "The space is a polling station on this date.",
  },
  recall: {
    cy: "Mae’r ysgol wedi galw’r lle yn ôl.",
    en: "The school has recalled the space.",
  },
  closure: { cy: "Mae’r lle ar gau.", en: "The space is closed." },
};

const MESSAGES: {
  readonly [Code in OccurrenceReasonCode]: (details: ReasonDetails[Code]) => Bilingual;
} = {
  CANCELLED_BY_HIRER: () => ({
    cy: "Mae’r llogwr wedi canslo’r dyddiad hwn.",
    en: "The hirer has cancelled this date.",
  }),
  CANCELLED_BY_SCHOOL: () => ({
    cy: "Mae’r ysgol wedi canslo’r dyddiad hwn.",
    en: "The school has cancelled this date.",
  }),
  DECLINED: () => ({
    cy: "Mae’r ysgol wedi gwrthod y cais.",
    en: "The school has declined the request.",
  }),
  WITHDRAWN: () => ({
    cy: "Mae’r llogwr wedi tynnu’r cais yn ôl.",
    en: "The hirer has withdrawn the request.",
  }),
  EXPIRED: () => ({
    cy: "Ni chafodd y cais ateb mewn pryd, ac mae wedi dod i ben.",
    en: "The request was not answered in time, and has lapsed.",
  }),
  DISPLACED: ({ kind }) => DISPLACED_BY[kind],
  AMENDED: ({ movedTo }) =>
    movedTo === undefined
      ? {
          cy: "Newidiwyd yr archeb, ac nid yw’r dyddiad hwn yn rhan ohoni bellach.",
          en: "The booking was amended, and this date is no longer part of it.",
        }
      : {
          cy: `Newidiwyd yr archeb: y dyddiad newydd yw ${sayDate(movedTo, "cy")}.`,
          en: `The booking was amended: the new date is ${sayDate(movedTo, "en")}.`,
        },
};
