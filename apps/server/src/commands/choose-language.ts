import type { Language } from "@neuadd/core";

/**
 * The language to speak: `--lang cy` or `--lang en` on the command line, else Welsh when the locale is
 * Welsh (the first that is set of LC_ALL, LC_MESSAGES and LANG, as POSIX has it), else English.
 */
export function chooseLanguage(
  parameters: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Language {
  const place = parameters.findIndex((parameter) => parameter.startsWith("--lang"));
  const asked = parameters[place];
  const given = asked === "--lang" ? parameters[place + 1] : asked?.slice("--lang=".length);
  if (given === "cy" || given === "en") return given;
  const locale = environment["LC_ALL"] || environment["LC_MESSAGES"] || environment["LANG"] || "";
  return /^cy(?:[_.@-]|$)/i.test(locale) ? "cy" : "en";
}
