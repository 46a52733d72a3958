import type { Language } from "@neuadd/core";

export interface EmbedMessages {
  readonly title: string;
  readonly lead: string;
  readonly school: string;
  readonly space: string;
  readonly allSpaces: string;
  readonly show: string;
  readonly noSchools: string;
  readonly notBuilt: string;
  readonly looks: string;
  readonly fallback: string;
  readonly snippet: string;
  readonly snippetText: string;
  readonly further: string;
  readonly furtherText: string;
  readonly askToBook: string;
  readonly pinned: string;
  readonly pinnedText: (version: string) => string;
  readonly iframe: string;
  readonly iframeText: string;
  readonly iframeScript: string;
  readonly policy: string;
  readonly policyText: string;
  readonly frameTitle: (school: string) => string;
  readonly frameWhatsOn: (school: string) => string;
  readonly openSite: string;
}

export const embedMessages: Readonly<Record<Language, EmbedMessages>> = {
  cy: {
    title: "Ar wefan eich ysgol",
    lead: "Dangoswch ar unrhyw wefan pryd mae neuaddau’r ysgol ar gael: heb gwcis, heb drydydd parti, yn Gymraeg ac yn Saesneg.",
    school: "Ysgol",
    space: "Lle",
    allSpaces: "Pob lle",
    show: "Dangos",
    noSchools: "Nid oes ysgol yma eto. Gellir ychwanegu un â’r gorchymyn neuadd import.",
    notBuilt:
      "Nid yw’r teclyn wedi’i adeiladu ar y gweinydd hwn. Rhedwch npx pnpm --filter @neuadd/widget run build, ac ailgychwynnwch y gweinydd.",
    looks: "Dyma sut mae’n edrych",
    fallback: "Gweld beth sydd ar gael",
    snippet: "I’w roi ar y dudalen",
    snippetText:
      "Gludwch hwn lle mae’r wefan yn derbyn HTML. Mae’r ddolen y tu mewn ar gyfer ymwelwyr heb sgriptiau. Newidiwch lang i en am y Saesneg.",
    further: "Beth sydd ymlaen, a botwm i archebu",
    furtherText:
      "Gall y rhain sefyll unrhyw le ar yr un dudalen, o dan yr un sgript: rhestr o’r hyn sydd ymlaen, a botwm sy’n arwain at y dudalen lle gofynnir am amser.",
    askToBook: "Gofyn am gael archebu",
    pinned: "Wedi’i hoelio wrth fersiwn",
    pinnedText: (version) =>
      `I’r rhai sydd am reoli pryd mae sgriptiau’n newid: fersiwn ${version}, gyda’r swm gwirio y bydd y porwr yn ei fynnu. Pryd bynnag y bydd y sgript yn newid ar y gweinydd, bydd y cyfeiriad hwn yn newid hefyd. Gludwch y llinellau newydd bryd hynny; tan hynny dangosir y ddolen.`,
    iframe: "Lle na chaniateir sgriptiau",
    iframeText:
      "Rhowch y dudalen hon mewn ffrâm. Hon yn unig o dudalennau’r gweinydd a all sefyll mewn ffrâm. Mae’n olau, fel y rhan fwyaf o wefannau: newidiwch theme i dark ar wefan dywyll, neu i auto ar un sy’n dilyn dyfais yr ymwelydd.",
    iframeScript:
      "Os caniateir y sgript hon ar y dudalen o amgylch y ffrâm, bydd y ffrâm mor uchel â’i chynnwys.",
    policy: "Os oes gan y wefan bolisi diogelwch cynnwys",
    policyText: "Caniatewch y gweinydd hwn, a dim mwy:",
    frameTitle: (school) => `Beth sydd ar gael: ${school}`,
    frameWhatsOn: (school) => `Beth sydd ymlaen: ${school}`,
    openSite: "Agor y safle archebu",
  },
  en: {
    title: "On your school’s web site",
    lead: "Show on any web site when the school’s halls are free: no cookies, no third party, in Welsh and in English.",
    school: "School",
    space: "Space",
    allSpaces: "All spaces",
    show: "Show",
    noSchools: "There is no school here yet. One can be added with the command neuadd import.",
    notBuilt:
      "The widget is not built on this server. Run npx pnpm --filter @neuadd/widget run build, then start the server again.",
    looks: "This is what it looks like",
    fallback: "See what is free",
    snippet: "To put on the page",
    snippetText:
      "Paste this where the web site takes HTML. The link inside is for visitors without scripts. Change lang to cy for Welsh.",
    further: "What’s on, and a button to book",
    furtherText:
      "These can stand anywhere on the same page, with the same script: a list of what is on, and a button that leads to the page where a time is asked for.",
    askToBook: "Ask to book",
    pinned: "Pinned to a version",
    pinnedText: (version) =>
      `For those who want to say when scripts change: version ${version}, with the digest that browsers then insist on. Whenever the script changes on the server, this address changes with it. Paste the new lines then; until you do, the link is shown.`,
    iframe: "Where scripts are not allowed",
    iframeText:
      "Put this page in a frame. It alone of the server’s pages may stand in one. It is light, as most web sites are: change theme to dark on a dark one, or to auto on one that follows the visitor’s device.",
    iframeScript:
      "If this script is allowed on the page around the frame, the frame will be as high as its content.",
    policy: "If the web site has a content security policy",
    policyText: "Allow this server, and nothing more:",
    frameTitle: (school) => `What is free: ${school}`,
    frameWhatsOn: (school) => `What’s on: ${school}`,
    openSite: "Open the booking site",
  },
};
