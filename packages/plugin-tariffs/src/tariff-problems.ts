import { PluginProblem } from "@neuadd/plugin-kit";

export function noTariff(): PluginProblem {
  return new PluginProblem("tariffs/NO_TARIFF", 404, {
    title: { cy: "Nid oes prisiau gan yr ysgol", en: "The school has no prices" },
    detail: {
      cy: "Nid oes fersiwn o'r prisiau sy'n ddilys ar y dyddiad hwn.",
      en: "No version of the prices is valid on this date.",
    },
  });
}

export function nothingAgreed(): PluginProblem {
  return new PluginProblem("tariffs/NOTHING_AGREED", 404, {
    title: { cy: "Nid oes pris wedi'i gytuno", en: "No price has been agreed" },
    detail: {
      cy: "Cytunir ar bris pan gymeradwyir archeb, os oes gan yr ysgol brisiau erbyn hynny.",
      en: "A price is agreed when a booking is approved, if the school has prices by then.",
    },
  });
}

export function priceIncomplete(dates: readonly string[]): PluginProblem {
  return new PluginProblem(
    "tariffs/PRICE_INCOMPLETE",
    409,
    {
      title: { cy: "Nid oes pris i bob dyddiad", en: "Some dates have no price" },
      detail: {
        cy: "Ychwanegwch fersiwn o'r prisiau sy'n cynnwys y dyddiadau hyn, ac anfonebwch wedyn.",
        en: "Enter a version of the prices that covers these dates, then invoice.",
      },
    },
    { dates },
  );
}

export function documentUnknown(): PluginProblem {
  return new PluginProblem("tariffs/DOCUMENT_UNKNOWN", 404, {
    title: { cy: "Nid oes dogfen o'r fath", en: "There is no such document" },
    detail: {
      cy: "Darllenwch y rhestr o anfonebau neu nodiadau credyd yr ysgol.",
      en: "Read the list of the school's invoices or credit notes.",
    },
  });
}
