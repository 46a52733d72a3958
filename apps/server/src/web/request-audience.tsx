import { AUDIENCE_NAMES, AUDIENCE_TAGS, type Language } from "@neuadd/core";
import { requestMessages } from "./messages/request-messages.ts";
import { audienceField, type RequestForm } from "./request-form.ts";

interface RequestAudienceProps {
  readonly language: Language;
  readonly form: RequestForm;
}

/** Whom a request is for: a box for each audience, all of which may be left empty. */
export function RequestAudience({ language, form }: RequestAudienceProps) {
  const messages = requestMessages[language];
  return (
    <fieldset class="inner" id="audience" aria-describedby="audience-hint">
      <legend>{messages.labels.audience}</legend>
      <p class="hint" id="audience-hint">
        {messages.audienceHint}
      </p>
      {AUDIENCE_TAGS.map((tag) => {
        const field = audienceField(tag);
        return (
          <div class="choice">
            <input
              type="checkbox"
              id={field}
              name={field}
              value="yes"
              checked={form.audience.includes(tag)}
            />
            <label for={field}>{AUDIENCE_NAMES[tag][language]}</label>
          </div>
        );
      })}
    </fieldset>
  );
}
