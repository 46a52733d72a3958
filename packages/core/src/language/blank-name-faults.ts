import type { Fault } from "../errors.ts";
import type { Bilingual } from "./bilingual.ts";

/** A fault for each language in which the name is empty or only white space. */
export function blankNameFaults(name: Bilingual, path: string): Fault[] {
  return (["cy", "en"] as const)
    .filter((language) => name[language].trim() === "")
    .map((language) => ({
      path: `${path}/${language}`,
      message: language === "cy" ? BLANK_IN_WELSH : BLANK_IN_ENGLISH,
    }));
}

const BLANK_IN_WELSH: Bilingual = {
  cy: "Mae'r enw'n wag; rhowch ef yn Gymraeg hefyd.",
  en: "The name is blank; give it in Welsh as well.",
};

const BLANK_IN_ENGLISH: Bilingual = {
  cy: "Mae'r enw'n wag; rhowch ef yn Saesneg hefyd.",
  en: "The name is blank; give it in English as well.",
};
