import type { DecidedDate, Language } from "@neuadd/core";
import { requestMessages } from "./messages/request-messages.ts";

/** Every reason why a date can't be had or is left out, and what is to be noted of it. */
export function DateReasons({
  language,
  decided: { denials, warnings = [] },
}: {
  readonly language: Language;
  readonly decided: DecidedDate;
}) {
  if (denials.length + warnings.length === 0) return null;
  return (
    <ul>
      {denials.map(({ message }) => (
        <li>{message[language]}</li>
      ))}
      {warnings.map(({ message }) => (
        <li>
          <strong>{requestMessages[language].warning}:</strong> {message[language]}
        </li>
      ))}
    </ul>
  );
}
