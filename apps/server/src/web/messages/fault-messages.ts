import type { Language } from "@neuadd/core";

export interface FaultPageText {
  readonly title: string;
  readonly text: string;
}

export interface FaultMessages {
  readonly notFound: FaultPageText;
  readonly keyNeeded: FaultPageText;
  readonly keyRefused: FaultPageText;
  readonly failed: FaultPageText;
  readonly backHome: string;
}

export const faultMessages: Readonly<Record<Language, FaultMessages>> = {
  cy: {
    notFound: {
      title: "Heb ddod o hyd i’r dudalen",
      text: "Nid oes tudalen yn y cyfeiriad hwn. Efallai fod yr ysgol, y lle neu’r wythnos wedi’i deipio’n anghywir.",
    },
    keyNeeded: {
      title: "Mae angen allwedd ysgol",
      text: "Dim ond ysgol all agor y dudalen hon. Anfonwch allwedd ysgol ym mhennyn Authorization y cais.",
    },
    keyRefused: {
      title: "Nid yw’r allwedd hon yn agor y dudalen",
      text: "Dim ond ysgol all agor y dudalen hon, ac allwedd llogwr a anfonwyd.",
    },
    failed: {
      title: "Aeth rhywbeth o’i le",
      text: "Ni ellid dangos y dudalen. Nid oes dim wedi’i newid. Rhowch gynnig arall arni ymhen ychydig.",
    },
    backHome: "Yn ôl i’r hafan",
  },
  en: {
    notFound: {
      title: "Page not found",
      text: "There is no page at this address. The school, the space or the week may be mistyped.",
    },
    keyNeeded: {
      title: "A school’s key is needed",
      text: "Only a school can open this page. Send a school’s key in the Authorization header of the request.",
    },
    keyRefused: {
      title: "This key does not open the page",
      text: "Only a school can open this page, and the key that was sent is a hirer’s.",
    },
    failed: {
      title: "Something went wrong",
      text: "The page could not be shown. Nothing has been changed. Please try again in a little while.",
    },
    backHome: "Back to the home page",
  },
};
