import type { Language } from "@neuadd/core";
import type { SchoolState } from "../ledger/school-model.ts";
import type { DecidedForm } from "./decide-form.ts";
import { Frame } from "./frame.tsx";
import { requestMessages } from "./messages/request-messages.ts";
import { requestPath, schoolPath } from "./page-paths.ts";
import type { PageSetting } from "./page-setting.ts";
import { isSeries, type RequestFaults, type RequestForm } from "./request-form.ts";
import { RequestAudience } from "./request-audience.tsx";
import { RequestOutcome } from "./request-outcome.tsx";
import { RequestPrice } from "./request-price.tsx";
import { RequestTextField } from "./request-text-field.tsx";
import { RequestTimeFields } from "./request-time-fields.tsx";
import { SeriesOutcome } from "./series-outcome.tsx";

export interface RequestPageProps {
  readonly setting: PageSetting;
  readonly state: SchoolState;
  readonly form: RequestForm;
  readonly faults: RequestFaults;
  /** What the ledger says of the time; absent while the time is not complete. */
  readonly decided?: DecidedForm;
}

/** A form to ask for one date or a weekly series: what was typed stays, and what is wrong is said beside it. */
export function RequestPage({ setting, state, form, faults, decided }: RequestPageProps) {
  const { language } = setting;
  const messages = requestMessages[language];
  const { school } = state;
  const shared = { language, form, faults };
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
          <input type="hidden" name="seen" value={form.seen} />
          <RequestTimeFields {...{ language, state, form, faults }} />
          {decided && <Outcome {...{ language, state, form, decided }} />}
          <PurposeFields {...shared} />
          <fieldset>
            <legend>{messages.organisation}</legend>
            <RequestTextField
              {...shared}
              name="key"
              hint={messages.keyHint}
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

interface OutcomeProps extends Pick<RequestPageProps, "state" | "form"> {
  readonly language: Language;
  readonly decided: DecidedForm;
}

function Outcome({ language, state, form, decided: { decision, quote } }: OutcomeProps) {
  const [only] = decision.occurrences;
  return (
    <>
      {isSeries(form) ? (
        <SeriesOutcome {...{ language, state, form, decision }} />
      ) : (
        only && <RequestOutcome {...{ language, state, decided: only }} />
      )}
      {decision.summary.bookable > 0 && <RequestPrice language={language} quote={quote} />}
    </>
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
            {field === "whole" ? (
              sentence[language]
            ) : (
              <a href={`#${field}`}>{sentence[language]}</a>
            )}
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

function PurposeFields({ language, form, faults }: FieldsProps) {
  const messages = requestMessages[language];
  const shared = { language, form, faults };
  return (
    <fieldset>
      <legend>{messages.purpose}</legend>
      <RequestTextField {...shared} name="title" hint={messages.titleHint} />
      <RequestTextField {...shared} name="activity" hint={messages.activityHint} />
      <RequestTextField
        {...shared}
        name="attendance"
        hint={messages.attendanceHint}
        inputmode="numeric"
      />
      <RequestAudience language={language} form={form} />
      <div class="choice">
        <input type="checkbox" id="isPublic" name="isPublic" value="yes" checked={form.isPublic} />
        <label for="isPublic">{messages.labels.isPublic}</label>
      </div>
    </fieldset>
  );
}
