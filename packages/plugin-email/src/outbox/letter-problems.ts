import { PluginProblem } from "@neuadd/plugin-kit";

export function letterUnknown(): PluginProblem {
  return new PluginProblem("email/LETTER_UNKNOWN", 404, {
    title: {
      cy: "Nid oes llythyr o'r fath i'w anfon eto",
      en: "There is no such letter to send again",
    },
    detail: {
      cy: "Dim ond llythyr a anfonwyd, a wrthodwyd neu na chyrhaeddodd y gellir ei anfon eto. Darllenwch lythyrau'r ysgol.",
      en: "Only a letter that was sent, refused or given up can be sent again. Read the letters of the school.",
    },
  });
}

export function letterOvertaken(): PluginProblem {
  return new PluginProblem("email/LETTER_OVERTAKEN", 409, {
    title: {
      cy: "Mae llythyr diweddarach am yr archeb",
      en: "There is a later letter on the booking",
    },
    detail: {
      cy: "Ni fyddai'r llythyr hwn yn wir mwyach. Anfonwch y llythyr diweddaraf am yr un archeb eto.",
      en: "This letter would not be true any more. Send the latest letter on the same booking again.",
    },
  });
}

export function letterForgotten(): PluginProblem {
  return new PluginProblem("email/LETTER_FORGOTTEN", 409, {
    title: {
      cy: "Anghofiwyd beth oedd yn y llythyr",
      en: "What was in the letter is forgotten",
    },
    detail: {
      cy: "Wedi ei anfon, dim ond llythyr am archeb y gellir ei ysgrifennu eto. Ysgrifennwch at y llogwr eich hun.",
      en: "Once it is sent, only a letter on a booking can be written again. Write to the hirer yourself.",
    },
  });
}
