import type { Language } from "@neuadd/core";

export interface FaultPageText {
  readonly title: string;
  readonly text: string;
}

export interface FaultMessages {
  readonly notFound: FaultPageText;
  readonly keyRefused: FaultPageText;
  readonly sentFromElsewhere: FaultPageText;
  readonly busy: FaultPageText;
  readonly failed: FaultPageText;
  readonly unfinished: FaultPageText;
  readonly backHome: string;
}

export const faultMessages: Readonly<Record<Language, FaultMessages>> = {
  cy: {
    notFound: {
      title: "Heb ddod o hyd i’r dudalen",
      text: "Nid oes tudalen yn y cyfeiriad hwn. Efallai fod yr ysgol, y lle neu’r wythnos wedi’i deipio’n anghywir.",
    },
    keyRefused: {
      title: "Nid yw’r allwedd hon yn agor y dudalen",
      text: "Dim ond ysgol all agor y dudalen hon, ac allwedd llogwr a anfonwyd.",
    },
    sentFromElsewhere: {
      title: "Nid o’r dudalen hon y daeth y ffurflen",
      text: "Nid oes dim wedi’i newid. Agorwch y dudalen eto, ac anfonwch y ffurflen oddi yno.",
    },
    busy: {
      title: "Gormod o geisiadau",
      text: "Daeth gormod o geisiadau o’ch rhwydwaith ar unwaith. Rhowch gynnig arall arni ymhen munud.",
    },
    failed: {
      title: "Aeth rhywbeth o’i le",
      text: "Ni ellid dangos y dudalen. Nid oes dim wedi’i newid. Rhowch gynnig arall arni ymhen ychydig.",
    },
    unfinished: {
      title: "Aeth rhywbeth o’i le",
      text: "Ni wyddys a wnaed yr hyn yr oeddech am ei wneud. Agorwch y dudalen eto i weld sut y mae pethau cyn rhoi cynnig arall arni.",
    },
    backHome: "Yn ôl i’r hafan",
  },
  en: {
    notFound: {
      title: "Page not found",
      text: "There is no page at this address. The school, the space or the week may be mistyped.",
    },
    keyRefused: {
      title: "This key does not open the page",
      text: "Only a school can open this page, and the key that was sent is a hirer’s.",
    },
    sentFromElsewhere: {
      title: "The form did not come from this page",
      text: "Nothing has been changed. Open the page again, and send the form from there.",
    },
    busy: {
      title: "Too many requests",
      text: "Too many requests came from your network at once. Please try again in a minute.",
    },
    failed: {
      title: "Something went wrong",
      text: "The page could not be shown. Nothing has been changed. Please try again in a little while.",
    },
    unfinished: {
      title: "Something went wrong",
      text: "It is not known whether what you meant to do was done. Open the page again and see how things stand before you try once more.",
    },
    backHome: "Back to the home page",
  },
};
