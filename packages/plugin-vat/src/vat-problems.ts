import { PluginProblem } from "@neuadd/plugin-kit";

export function assessmentChanged(number: number): PluginProblem {
  return new PluginProblem(
    "vat/ASSESSMENT_CHANGED",
    409,
    {
      title: { cy: "Newidiodd yr asesiad", en: "The assessment has changed" },
      detail: {
        cy: "Darllenwch yr asesiad diweddaraf cyn penderfynu.",
        en: "Read the latest assessment before you decide.",
      },
    },
    { assessment: number },
  );
}

export function datesInvalid(): PluginProblem {
  return new PluginProblem("vat/DATES_INVALID", 422, {
    title: { cy: "Nid dyddiadau mo'r rhain", en: "These are not dates" },
    detail: {
      cy: "Ysgrifennwch ddyddiadau fel 2026-12-08, gyda choma rhyngddynt.",
      en: "Write dates as 2026-12-08, with commas between them.",
    },
  });
}
