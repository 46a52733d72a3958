import type { Language } from "@neuadd/core";
import { requestMessages } from "./messages/request-messages.ts";
import type { RequestFaults, RequestForm } from "./request-form.ts";
import { TextField } from "./text-field.tsx";

interface RequestTextFieldProps {
  readonly name: "date" | "start" | "end" | "until" | "title" | "activity" | "attendance" | "key";
  readonly language: Language;
  readonly form: RequestForm;
  readonly faults: RequestFaults;
  readonly hint?: string;
  readonly type?: "date" | "time" | "password";
  readonly inputmode?: "numeric";
  readonly autocomplete?: "off";
}

/** A field of the form with its label, what was typed, and what is wrong with it. */
export function RequestTextField({ name, language, form, faults, ...rest }: RequestTextFieldProps) {
  const fault = faults.get(name)?.[language];
  return (
    <TextField
      {...rest}
      name={name}
      label={requestMessages[language].labels[name]}
      value={form[name]}
      {...(fault !== undefined && { fault })}
    />
  );
}
