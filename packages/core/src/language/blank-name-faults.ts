import type { Fault } from "../errors.ts";
import type { Bilingual } from "./bilingual.ts";

/** A fault for each language in which the name is empty or only white space. */
export function blankNameFaults(name: Bilingual, path: string): Fault[] {
  return (["cy", "en"] as const)
    .filter((language) => name[language].trim() === "")
    .map((language) => ({
      path: `${path}/${language}`,
      message: `The name is blank; give it in ${language === "cy" ? "Welsh" : "English"} as well.`,
    }));
}
