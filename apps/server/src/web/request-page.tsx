import type { Bilingual, DecidedDate, Language } from "@neuadd/core";
import { Frame } from "./frame.tsx";
import { requestMessages } from "./messages/request-messages.ts";
import { requestPath, schoolPath } from "./page-paths.ts";
import type { PageSetting } from "./page-setting.ts";
import type { SchoolState } from "../ledger/school-model.ts";
import { RequestOutcome } from "./request-outcome.tsx";
import { TextField } from "./text-field.tsx";
import type { RequestFaults, RequestField, RequestForm } from "./request-form.ts";

export interface RequestPageProps {
  readonly setting: PageSetting;
  readonly state: SchoolState;
  readonly form: RequestForm;
  readonly faults: RequestFaults;
  /** What the ledger says of the time; absent while the time is not complete. */
  readonly decided?: DecidedDate;
}

/** A form to ask for one date: what was typed stays, and what is wrong is said beside it. */
export function RequestPage({ setting, state, form, faults, decided }: RequestPageProps) {
  const { language } = setting;
  const messages = requestMessages[language];
  const { school } = state;
  const title = faults.size > 0 ? `${messages.faultInTitle}: ${messages.title}` : messages.title;
  return (
    <Frame setting={setting} title={`${title} – ${school.name[language]}`}>
      <div class="page-width request-page">
        <p class="eyebrow">
          <a href={schoolPath(language, school.id)}>{school.name[language]}</a>
        </p>
        <h1>{messages.title}</h1>
        <p class="lead">{messages.lead}</p>
        <FaultSummary language={language} faults={faults} />
        <form method="post" action={requestPath(language, school.id)} novalidate id="request">
          <input type="hidden" name="once" value={form.once} />
          <TimeFields {...{ language, state, form, faults }} />
          {decided && <RequestOutcome {...{ language, state, decided }} />}
          <PurposeFields {...{ language, form, faults }} />
          <fieldset>
            <legend>{messages.organisation}</legend>
            <TextField
              {...fieldOf("key", language, faults)}
              label={messages.key}
              hint={messages.keyHint}
              value={form.key}
              type="password"
              autocomplete="off"
            />
          </fieldset>
          <button type="submit" name="do" value="send" class="main-button">
            {messages.send}
          </button>
        </form>
      </div>
    </Frame>
  );
}

function FaultSummary({
  language,
  faults,
}: {
  readonly language: Language;
  readonly faults: RequestFaults;
}) {
  if (faults.size === 0) return null;
  return (
    <div class="fault-summary" role="alert">
      <h2>{requestMessages[language].faultsTitle}</h2>
      <ul>
        {[...faults].map(([field, sentence]) => (
          <li>
            <a href={`#${field}`}>{sentence[language]}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface FieldsProps {
  readonly language: Language;
  readonly form: RequestForm;
  readonly faults: RequestFaults;
}

function TimeFields({
  language,
  state,
  form,
  faults,
}: FieldsProps & { readonly state: SchoolState }) {
  const messages = requestMessages[language];
  const { fault } = fieldOf("space", language, faults);
  return (
    <fieldset>
      <legend>{messages.time}</legend>
      <div class="field">
        <label for="space">{messages.space}</label>
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
      <div class="field-row">
        <TextField
          {...fieldOf("date", language, faults)}
          label={messages.date}
          value={form.date}
          type="date"
        />
        <TextField
          {...fieldOf("start", language, faults)}
          label={messages.start}
          value={form.start}
          type="time"
        />
        <TextField
          {...fieldOf("end", language, faults)}
          label={messages.end}
          value={form.end}
          type="time"
        />
      </div>
      <button type="submit" name="do" value="check">
        {messages.check}
      </button>
    </fieldset>
  );
}

function PurposeFields({ language, form, faults }: FieldsProps) {
  const messages = requestMessages[language];
  return (
    <fieldset>
      <legend>{messages.purpose}</legend>
      <TextField
        {...fieldOf("title", language, faults)}
        label={messages.name}
        hint={messages.nameHint}
        value={form.title}
      />
      <TextField
        {...fieldOf("activity", language, faults)}
        label={messages.activity}
        hint={messages.activityHint}
        value={form.activity}
      />
      <TextField
        {...fieldOf("attendance", language, faults)}
        label={messages.attendance}
        hint={messages.attendanceHint}
        value={form.attendance}
        inputmode="numeric"
      />
      <div class="choice">
        <input type="checkbox" id="isPublic" name="isPublic" value="yes" checked={form.isPublic} />
        <label for="isPublic">{messages.isPublic}</label>
      </div>
    </fieldset>
  );
}

function fieldOf(
  name: RequestField,
  language: Language,
  faults: RequestFaults,
): { readonly name: string; readonly fault?: string } {
  const fault: Bilingual | undefined = faults.get(name);
  return { name, ...(fault && { fault: fault[language] }) };
}
