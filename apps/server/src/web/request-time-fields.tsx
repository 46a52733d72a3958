import type { Language } from "@neuadd/core";
import type { SchoolState } from "../ledger/school-model.ts";
import { requestMessages } from "./messages/request-messages.ts";
import type { RequestFaults, RequestForm } from "./request-form.ts";
import { RequestTextField } from "./request-text-field.tsx";

interface RequestTimeFieldsProps {
  readonly language: Language;
  readonly state: SchoolState;
  readonly form: RequestForm;
  readonly faults: RequestFaults;
}

/** Where and when: a space, a date and its times, and until when every week. */
export function RequestTimeFields({ language, state, form, faults }: RequestTimeFieldsProps) {
  const messages = requestMessages[language];
  const shared = { language, form, faults };
  return (
    <fieldset>
      <legend>{messages.time}</legend>
      <SpaceField {...{ language, state, form, faults }} />
      <div class="field-row">
        <RequestTextField {...shared} name="date" type="date" />
        <RequestTextField {...shared} name="start" type="time" />
        <RequestTextField {...shared} name="end" type="time" />
      </div>
      <fieldset class="inner">
        <legend>{messages.everyWeek}</legend>
        <RequestTextField {...shared} name="until" type="date" hint={messages.everyWeekHint} />
        <div class="choice">
          <input
            type="checkbox"
            id="termTime"
            name="termTime"
            value="yes"
            checked={form.termTime}
          />
          <label for="termTime">{messages.labels.termTime}</label>
        </div>
      </fieldset>
      <button type="submit" name="do" value="check">
        {messages.check}
      </button>
    </fieldset>
  );
}

function SpaceField({ language, state, form, faults }: RequestTimeFieldsProps) {
  const messages = requestMessages[language];
  const fault = faults.get("space")?.[language];
  return (
    <div class={`field${fault === undefined ? "" : " has-fault"}`}>
      <label for="space">{messages.labels.space}</label>
      {fault && (
        <p class="fault" id="space-fault">
          {fault}
        </p>
      )}
      <select
        id="space"
        name="space"
        {...(fault && { "aria-invalid": "true" as const, "aria-describedby": "space-fault" })}
      >
        <option value="">{messages.chooseSpace}</option>
        {state.tree.spaces
          .filter(({ bookable }) => bookable)
          .map(({ id, name }) => (
            <option value={id} selected={id === form.space}>
              {name[language]}
            </option>
          ))}
      </select>
    </div>
  );
}
