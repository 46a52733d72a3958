import type { Bilingual } from "@neuadd/core";
import type { OperationId } from "./access.ts";

export interface OperationText {
  /** A few words, without a full stop. */
  readonly summary: Bilingual;
  readonly description?: Bilingual;
}

/** What each operation is called and does, for the OpenAPI document and the reference page. */
export const OPERATION_TEXTS: Readonly<Record<OperationId, OperationText>> = {
  getHealth: {
    summary: { cy: "A yw'r gweinydd yn fyw?", en: "Is the server alive?" },
    description: {
      cy: "Mae hefyd yn dweud beth mae cloc y gweinydd yn ei ddangos, ac ai cloc arddangos ydyw.",
      en: "Also says what the server's clock shows, and whether it is a demonstration clock.",
    },
  },
  getReadiness: {
    summary: { cy: "A yw'r storfa'n barod?", en: "Is the store ready?" },
    description: {
      cy: "Yn ateb 503 nes bod modd cyrraedd y gronfa ddata a bod ei thablau yn y fersiwn gyfredol.",
      en: "Answers 503 until the database can be reached and its tables are of the present version.",
    },
  },
  getMetrics: {
    summary: { cy: "Mesuriadau ar ffurf Prometheus", en: "Metrics in Prometheus text" },
  },
  getOpenApiDocument: {
    summary: { cy: "Y ddogfen hon", en: "This document" },
    description: {
      cy: "Disgrifiad OpenAPI 3.1 o'r rhyngwyneb, gyda'i deitlau yn Gymraeg neu'n Saesneg.",
      en: "The API described in OpenAPI 3.1, with its titles in Welsh or English.",
    },
  },
  listSchools: { summary: { cy: "Rhestru'r ysgolion", en: "List the schools" } },
  getSchool: { summary: { cy: "Darllen ysgol", en: "Read a school" } },
  getCalendar: {
    summary: { cy: "Darllen calendr ysgol", en: "Read a school's calendar" },
    description: {
      cy: "Beth yw pob dyddiad i'r ysgol, a phwy sy'n dweud hynny. Nid yw `to` wedi'i gynnwys; 400 diwrnod ar y mwyaf.",
      en: "What each date is for the school, and who says so. `to` is not included; 400 days at most.",
    },
  },
  listSpaces: {
    summary: { cy: "Rhestru lleoedd ysgol", en: "List a school's spaces" },
    description: {
      cy: "Y goeden gyfan: rhieni cyn eu plant, gyda phopeth a etifeddir wedi'i lenwi.",
      en: "The whole tree: parents before their children, with all that is inherited filled in.",
    },
  },
  getSpace: { summary: { cy: "Darllen lle", en: "Read a space" } },
  getSpaceAvailability: {
    summary: { cy: "Pryd mae lle yn rhydd", en: "When a space is free" },
    description: {
      cy: "Oriau agored ac amser rhydd, ddydd wrth ddydd. Nid yw `to` wedi'i gynnwys; 400 diwrnod ar y mwyaf. Anfonwch yr ETag yn If-None-Match i gael 304 os nad oes dim wedi newid.",
      en: "Open hours and free time, day by day. `to` is not included; 400 days at most. Send the ETag as If-None-Match to get 304 when nothing has changed.",
    },
  },
  getSchoolAvailability: {
    summary: { cy: "Pryd mae lleoedd ysgol yn rhydd", en: "When a school's spaces are free" },
    description: {
      cy: "Pob lle y gellir ei archebu, neu'r rhai sy'n dal digon o bobl ac sydd â'r cyfleusterau. 62 diwrnod ar y mwyaf.",
      en: "Every space that can be booked, or those that hold enough people and have the facilities. 62 days at most.",
    },
  },
  getWhatsOn: {
    summary: { cy: "Beth sydd ymlaen mewn ysgol", en: "What is on at a school" },
    description: {
      cy: "Dyddiadau sydd wedi'u cadarnhau, gyda'u teitlau: dim ond rhai archebion y mae eu llogwyr wedi cytuno i hynny (`publicTitle`). 62 diwrnod ar y mwyaf, a mil o ddyddiadau.",
      en: "Confirmed dates with their titles: only of bookings whose hirers have agreed to that (`publicTitle`). 62 days at most, and a thousand dates.",
    },
  },
  previewBooking: {
    summary: { cy: "Rhagolwg o archeb", en: "Preview a booking" },
    description: {
      cy: "Y penderfyniad ar bob dyddiad, gyda'r rhesymau a'r gost. Nid yw'n ysgrifennu dim.",
      en: "The decision on every date, with its reasons and the cost. Writes nothing.",
    },
  },
  requestBooking: {
    summary: { cy: "Gofyn am archeb", en: "Ask for a booking" },
    description: {
      cy: "Mae'n penderfynu eto ac yn cadw'r cyfan neu ddim. Gyda `expectedDigest`, mae'n gwrthod os nad y penderfyniad a ddangoswyd yw hwn mwyach.",
      en: "Decides again, and keeps all of it or nothing. With `expectedDigest` it refuses when the decision is no longer the one that was shown.",
    },
  },
  listBookings: {
    summary: { cy: "Rhestru archebion ysgol", en: "List a school's bookings" },
    description: {
      cy: "Mae llogwr yn gweld ei rai ei hun. Mae'r pennyn Link yn arwain at y dudalen nesaf.",
      en: "A hirer sees its own. The Link header leads to the next page.",
    },
  },
  getBooking: { summary: { cy: "Darllen archeb", en: "Read a booking" } },
  approveBooking: {
    summary: { cy: "Cymeradwyo archeb", en: "Approve a booking" },
    description: {
      cy: "Mae'n penderfynu eto: os yw un o'r dyddiadau wedi mynd, nid oes dim yn newid.",
      en: "Decides again: if one of its dates has gone, nothing changes.",
    },
  },
  declineBooking: { summary: { cy: "Gwrthod archeb", en: "Decline a booking" } },
  withdrawBooking: { summary: { cy: "Tynnu cais yn ôl", en: "Withdraw a request" } },
  cancelBooking: {
    summary: { cy: "Canslo archeb", en: "Cancel a booking" },
    description: {
      cy: "Mae dyddiadau sydd wedi bod yn aros fel y maent.",
      en: "Dates that have been stay as they are.",
    },
  },
  cancelOccurrence: {
    summary: { cy: "Canslo un dyddiad", en: "Cancel one date" },
    description: {
      cy: "Mae If-Match yn ddewisol yma.",
      en: "If-Match is optional here.",
    },
  },
  previewAmendment: {
    summary: { cy: "Rhagolwg o newid i archeb", en: "Preview a change to a booking" },
    description: {
      cy: "Beth fyddai'n digwydd i bob dyddiad byw. Nid yw'n ysgrifennu dim.",
      en: "What would become of each live date. Writes nothing.",
    },
  },
  amendBooking: {
    summary: { cy: "Newid archeb", en: "Change a booking" },
    description: {
      cy: "Os na ellir symud rhai dyddiadau, anfonwch 'digest' y rhagolwg fel `expectedDigest` i'w gadael lle y maent.",
      en: "If some dates can't move, send the preview's digest as `expectedDigest` to leave them where they are.",
    },
  },
  previewBlock: {
    summary: { cy: "Rhagolwg o floc", en: "Preview a block" },
    description: {
      cy: "Y dyddiadau y byddai'n eu cymryd a'r archebion y byddai'n eu disodli. Nid yw'n ysgrifennu dim.",
      en: "The dates it would take and the bookings it would displace. Writes nothing.",
    },
  },
  createBlock: {
    summary: { cy: "Neilltuo amser i'r ysgol", en: "Take time for the school" },
    description: {
      cy: "Os oes archebion yn y ffordd, mae'n eu rhestru ac yn gwrthod oni bai fod `displace` yn true.",
      en: "If bookings are in the way it lists them and refuses, unless `displace` is true.",
    },
  },
  listBlocks: { summary: { cy: "Rhestru blociau ysgol", en: "List a school's blocks" } },
  getBlock: { summary: { cy: "Darllen bloc", en: "Read a block" } },
  removeBlock: { summary: { cy: "Dileu bloc", en: "Remove a block" } },
  listHirers: {
    summary: { cy: "Rhestru llogwyr", en: "List hirers" },
    description: {
      cy: "Mae allwedd llogwr yn gweld ei hunan; allwedd ysgol, y rhai y mae'r ysgol yn eu hadnabod. Rhaid i allweddi awdurdod a gweithredwr enwi'r ysgol.",
      en: "A hirer's key sees itself; a school's key those that the school knows. Keys of an authority and of the operator must name the school.",
    },
  },
  createHirer: { summary: { cy: "Cofnodi llogwr", en: "Enter a hirer" } },
  getHirer: { summary: { cy: "Darllen llogwr", en: "Read a hirer" } },
  changeHirer: {
    summary: { cy: "Newid llogwr", en: "Change a hirer" },
    description: {
      cy: "Mae'r meysydd a roddir yn disodli'r rhai presennol; mae `members` yn disodli'r rhestr gyfan.",
      en: "The fields given replace the present ones; `members` replaces the whole list.",
    },
  },
  exportHirer: {
    summary: { cy: "Rhoi popeth a ddelir am logwr", en: "Give out all that is held of a hirer" },
    description: {
      cy: "Gan bob ysgol ac ategyn. I'r llogwr ei hun ac i'r gweithredwr.",
      en: "By every school and plugin. For the hirer itself and the operator.",
    },
  },
  eraseHirer: {
    summary: {
      cy: "Dileu popeth personol am logwr",
      en: "Erase all that is personal about a hirer",
    },
    description: {
      cy: "Ym mhob ysgol ac ategyn, ac ni ellir ei ddadwneud. Gwrthodir tra bo archebion i ddod. Mae'n ddiogel ei wneud eto.",
      en: "At every school and by every plugin, and it can't be undone. Refused while bookings are to come. Safe to repeat.",
    },
  },
  listEvents: {
    summary: { cy: "Darllen cofnodion ysgol", en: "Read a school's ledger" },
    description: {
      cy: "Popeth a ddigwyddodd ar ôl y rhif `after`, yn ei drefn. Nid yw tudalen byth yn torri newid yn ddau.",
      en: "All that happened after the revision `after`, in order. A page never splits a revision.",
    },
  },
};
