import type { Language } from "@neuadd/core";

export interface AccessibilityMessages {
  readonly title: string;
  readonly lead: string;
  readonly sections: readonly { readonly heading: string; readonly items: readonly string[] }[];
}

/** What the statement claims is checked by tests: claim nothing here that they do not show. */
export const accessibilityMessages: Readonly<Record<Language, AccessibilityMessages>> = {
  cy: {
    title: "Datganiad hygyrchedd",
    lead: "Mae’r datganiad hwn yn ymwneud â’r tudalennau gwe sy’n dod gyda Neuadd. Rydym am i bawb allu gweld pryd mae neuadd ar gael.",
    sections: [
      {
        heading: "Beth y gallwch ei wneud",
        items: [
          "chwyddo hyd at 400% heb orfod sgrolio’r dudalen i’r ochr",
          "defnyddio’r tudalennau i gyd â bysellfwrdd yn unig",
          "defnyddio’r tudalennau i gyd â darllenydd sgrin, gyda thabl neu restr syml yn ôl eich dewis",
          "darllen mewn lliwiau golau neu dywyll, fel y mae eich dyfais wedi’i gosod",
          "defnyddio’r tudalennau i gyd yn Gymraeg neu yn Saesneg, heb JavaScript",
        ],
      },
      {
        heading: "Pa mor hygyrch yw’r tudalennau",
        items: [
          "Y nod yw lefel AA Canllawiau Hygyrchedd Cynnwys y We (WCAG) 2.2.",
          "Mae profion awtomatig axe yn gwirio pob math o dudalen, yn y ddwy iaith ac yn y ddau gynllun lliw, bob tro y newidir y cod.",
          "Ni all profion awtomatig ddod o hyd i bopeth, ac nid yw defnyddwyr technoleg gynorthwyol na chorff annibynnol wedi archwilio’r tudalennau eto.",
        ],
      },
      {
        heading: "Yr hyn y gwyddom nad yw’n berffaith",
        items: [
          "Mae tabl yr wythnos yn llydan: ar sgrin gul mae’n sgrolio o fewn ei flwch ei hun. Mae’r rhestr yn dweud yr un peth heb sgrolio i’r ochr.",
          "Daw enwau lleoedd a diwrnodau o’r ysgolion, ac nid oes modd i Neuadd warantu eu bod yn glir.",
        ],
      },
      {
        heading: "Rhoi gwybod am broblem",
        items: [
          "Dywedwch wrth yr ysgol, neu wrth y sefydliad sy’n rhedeg y wefan hon, beth nad oedd yn gweithio a sut yr hoffech gael y wybodaeth.",
          "Y Comisiwn Cydraddoldeb a Hawliau Dynol sy’n gorfodi rheoliadau hygyrchedd cyrff y sector cyhoeddus (2018).",
        ],
      },
    ],
  },
  en: {
    title: "Accessibility statement",
    lead: "This statement is about the web pages that come with Neuadd. We want everybody to be able to see when a hall is free.",
    sections: [
      {
        heading: "What you can do",
        items: [
          "zoom in up to 400% without having to scroll the page sideways",
          "use every page with a keyboard alone",
          "use every page with a screen reader, with a table or a plain list as you choose",
          "read in light or dark colours, as your device is set",
          "use every page in Welsh or in English, without JavaScript",
        ],
      },
      {
        heading: "How accessible the pages are",
        items: [
          "The aim is level AA of the Web Content Accessibility Guidelines (WCAG) 2.2.",
          "Automatic axe checks go over every kind of page, in both languages and both colour schemes, each time the code changes.",
          "Automatic checks can’t find everything, and neither users of assistive technology nor an independent body have examined the pages yet.",
        ],
      },
      {
        heading: "What we know is not perfect",
        items: [
          "The table of the week is wide: on a narrow screen it scrolls within a box of its own. The list says the same without scrolling sideways.",
          "Names of spaces and days come from schools, and Neuadd can’t guarantee that they are clear.",
        ],
      },
      {
        heading: "Reporting a problem",
        items: [
          "Tell the school, or the organisation that runs this web site, what did not work and how you would like to have the information.",
          "The Equality and Human Rights Commission enforces the public sector bodies accessibility regulations (2018).",
        ],
      },
    ],
  },
};
